import type { ComparisonConcluded } from '../domain/comparison-concluded.ts';
import type { ComparisonDeps } from './comparison-ports.ts';
import type { Stores } from './deps.ts';
import { deps } from './deps.ts';
import type { Delivery } from './lambda.ts';
import { onDemand } from './on-demand.ts';
import type { SlackDesk } from './ports.ts';
import { secret, setting, slackAddresses } from './settings.ts';

/** What comparisons need on AWS beyond what every function does: the state machine, files in Slack, and two more events. */
export async function comparisonDeps(): Promise<ComparisonDeps & Delivery & Stores> {
  return {
    ...(await deps()),
    comparisons: onDemand(executions, { start: true, cancel: true }),
    desk: onDemand<ComparisonDeps['desk']>(desk, { attach: true }),
    ...comparisonEvents(),
  };
}

/** The event by which comparisons are told of. */
export function comparisonEvents() {
  return onDemand(bus, { announceComparison: true });
}

async function executions() {
  const { comparisonExecutions } = await import('../adapters/comparison/comparison-executions.ts');
  return comparisonExecutions(setting('SUNDIAL_COMPARISON'));
}

/** What people see in Slack, drawn with the token the secret holds. */
export async function desk(): Promise<SlackDesk> {
  const { slackDesk } = await import('../adapters/slack-desk.ts');
  const { slackClient } = await import('../adapters/slack-client.ts');
  const token = await secret('SUNDIAL_SLACK_TOKEN_PARAMETER');
  const place = { token, ...slackAddresses() };
  return slackDesk(slackClient(place), place);
}

async function bus() {
  const { eventBus } = await import('../adapters/event-bus.ts');
  const put = eventBus(setting('SUNDIAL_BUS'));
  return {
    announceComparison: (detail: ComparisonConcluded) => put([{ detailType: 'Comparison Concluded', detail }]),
  };
}
