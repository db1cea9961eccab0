import { allRegions } from '../domain/lifecycle.ts';
import { partitionOf } from '../domain/partition.ts';
import type { Situation } from '../domain/situation.ts';
import { markdown } from './markup.ts';
import { affectedRegions } from './words-affected.ts';

export const lifecyclePage = 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html';

const mostNotices = 10;
const mostConsoles = 5;

export function ticketLinks({ migration }: Situation): readonly string[] {
  const { notices, thread, modelId, affected } = migration;
  const regions = affectedRegions(affected).filter((region) => region !== allRegions && partitionOf(region) === 'aws');
  return [
    ...(thread?.permalink ? [markdown.link(thread.permalink, 'The thread in Slack')] : []),
    ...regions
      .slice(0, mostConsoles)
      .map((region) => markdown.link(consolePage(modelId, region), `The model in the Bedrock console, ${region}`)),
    markdown.link(lifecyclePage, 'Model lifecycle in the Amazon Bedrock user guide'),
    ...notices
      .slice(0, mostNotices)
      .map(({ reference, closed }) => `Notice ${markdown.code(reference)}${closed ? ' (closed by AWS)' : ''}`),
    ...(notices.length > mostNotices ? [`and ${notices.length - mostNotices} more notices`] : []),
  ];
}

/** AWS's own page of a model in one Region. */
function consolePage(modelId: string, region: string): string {
  const model = encodeURIComponent(modelId).replaceAll('%3A', ':');
  return `https://${region}.console.aws.amazon.com/bedrock/home?region=${region}#/model-catalog/serverless/${model}`;
}
