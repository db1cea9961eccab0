import type { Situation } from '../domain/situation.ts';
import { markdown } from './markup.ts';

export const lifecyclePage = 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html';

const mostNotices = 10;

export function ticketLinks({ migration }: Situation): readonly string[] {
  const { notices, thread } = migration;
  return [
    ...(thread?.permalink ? [markdown.link(thread.permalink, 'The thread in Slack')] : []),
    markdown.link(lifecyclePage, 'Model lifecycle in the Amazon Bedrock user guide'),
    ...notices
      .slice(0, mostNotices)
      .map(({ reference, closed }) => `Notice ${markdown.code(reference)}${closed ? ' (closed by AWS)' : ''}`),
    ...(notices.length > mostNotices ? [`and ${notices.length - mostNotices} more notices`] : []),
  ];
}
