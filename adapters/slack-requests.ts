import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { SlackRequest } from '../domain/slack-request.ts';
import { eventBus } from './event-bus.ts';

/** Slack waits three seconds for an answer: a bus that does not take a request by then is told of, not waited for. */
const soon = { connectionTimeout: 500, requestTimeout: 900, throwOnRequestTimeout: true };

/** Puts what people ask in Slack on Sundial's bus. */
export function slackRequests(busName: string) {
  const client = new EventBridgeClient({ maxAttempts: 2, requestHandler: soon });
  const put = eventBus(busName, client, { attempts: 2, wait: () => Promise.resolve() });
  return {
    handOn: (request: SlackRequest): Promise<void> => put([{ detailType: 'Slack Request Received', detail: request }]),
  };
}
