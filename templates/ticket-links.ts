import { isAssumedNotice } from '../domain/assumed-notice.ts';
import { allRegions } from '../domain/lifecycle.ts';
import { partitionOf } from '../domain/partition.ts';
import type { Situation } from '../domain/situation.ts';
import { ticketsOf } from '../domain/tickets-of.ts';
import { markdown } from './markup.ts';
import { affectedRegions } from './words-affected.ts';

export const lifecyclePage = 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html';

const mostNotices = 10;
const mostConsoles = 5;

/** Where people talk of it: the thread, and the leading ticket for a ticket at another place. */
export function talkLinks({ migration, team }: Situation, place?: string): readonly string[] {
  const { thread } = migration;
  const [leading] = ticketsOf(migration, team);
  const elsewhere = place !== undefined && place !== leading.place ? leading.ticket : null;
  return [
    ...(thread?.permalink ? [markdown.link(thread.permalink, 'The thread in Slack')] : []),
    ...(elsewhere ? [markdown.link(elsewhere.url, `The ticket ${elsewhere.key}`)] : []),
  ];
}

/** The model in AWS's console, in each Region where it is affected. */
export function consoleLinks({ migration: { modelId, affected } }: Situation): readonly string[] {
  return affectedRegions(affected)
    .filter((region) => region !== allRegions && partitionOf(region) === 'aws')
    .slice(0, mostConsoles)
    .map((region) => markdown.link(consolePage(modelId, region), `The model in the Bedrock console, ${region}`));
}

/** What is said elsewhere of the model and its end. */
export function sourceLinks({ migration: { notices } }: Situation): readonly string[] {
  return [
    markdown.link(lifecyclePage, 'Model lifecycle in the Amazon Bedrock user guide'),
    ...notices.slice(0, mostNotices).map(({ reference, closed }) => {
      const what = isAssumedNotice(reference) ? 'Notice, assumed for this story:' : 'Notice';
      return `${what} ${markdown.code(reference)}${closed ? ' (closed by AWS)' : ''}`;
    }),
    ...(notices.length > mostNotices ? [`and ${notices.length - mostNotices} more notices`] : []),
  ];
}

/** AWS's own page of a model in one Region. */
function consolePage(modelId: string, region: string): string {
  const model = encodeURIComponent(modelId).replaceAll('%3A', ':');
  return `https://${region}.console.aws.amazon.com/bedrock/home?region=${region}#/model-catalog/serverless/${model}`;
}
