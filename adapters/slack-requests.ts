import type { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { SlackRequest } from '../domain/slack-request.ts';
import { eventBus } from './event-bus.ts';

/** Slack waits three seconds for an answer: a bus that does not take a request by then is told of, not waited for. */
const soon = { connectionTimeout: 500, requestTimeout: 900, throwOnRequestTimeout: true };

/** Puts what people ask in Slack on Sundial's bus. */
export function slackRequests(busName: string) {
  const eventBridge = new EventBridgeClient({ maxAttempts: 2, requestHandler: soon });
  return {
    /** Given up when the signal says so. */
    handOn: (request: SlackRequest, abortSignal?: AbortSignal): Promise<void> => {
      const send = ((command: PutEventsCommand) =>
        eventBridge.send(command, { ...(abortSignal && { abortSignal }) })) as typeof eventBridge.send;
      const put = eventBus(busName, { send }, { attempts: 2, wait: () => Promise.resolve() });
      return put([{ detailType: 'Slack Request Received', detail: request }]);
    },
  };
}
