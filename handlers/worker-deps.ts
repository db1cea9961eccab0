import type { awsComparisons } from './aws-comparisons.ts';
import { comparisonDeps, desk } from './comparison-deps.ts';
import type { Delivery } from './lambda.ts';
import { customModelDeps } from './custom-models/custom-model-deps.ts';
import { customModelMigrations } from './custom-models/custom-model-migrations.ts';
import { onDemand } from './on-demand.ts';
import { setting, trackerAddress, trackerCredential } from './settings.ts';
import { shortPatience } from './short-patience.ts';
import type { SlackDeps } from './slack-ports.ts';
import { trackerTickets } from './tracker-tickets.ts';

/** What the function needs on AWS that does what people asked for in Slack. */
export async function workerDeps(): Promise<SlackDeps & Delivery> {
  const common = await comparisonDeps();
  return {
    ...common,
    customModels: customModelMigrations(customModelDeps(common)),
    tickets: trackerTickets({
      credential: trackerCredential,
      address: trackerAddress,
      now: common.now,
      ...shortPatience,
    }),
    batchRegion: setting('AWS_REGION'),
    comparisons: onDemand(() => comparisonsOf(common), {
      start: true,
      cancel: true,
      estimate: true,
      keepDataset: true,
    }),
    desk: onDemand(desk, {
      respond: true,
      updateView: true,
      publishHome: true,
      channelsOf: true,
      attach: true,
      download: true,
      membersOf: true,
      whisper: true,
    }),
  };
}

async function comparisonsOf(common: Parameters<typeof awsComparisons>[0]) {
  const { awsComparisons: comparisons } = await import('./aws-comparisons.ts');
  return comparisons(common);
}
