import type { News } from '../domain/news.ts';
import type { Situation } from '../domain/situation.ts';
import { bullets } from './markdown.ts';
import { markdown } from './markup.ts';
import { newsWords } from './words-news.ts';

/** The same news as a comment on the migration's ticket, in Markdown. */
export function newsComment(news: readonly News[], situation: Situation): string {
  const { thread } = situation.migration;
  const told = news.flatMap((piece) => {
    const [first, ...rest] = newsWords(piece, situation, markdown);
    return rest.length > 0 ? [first, bullets(rest)] : [first];
  });
  const where = thread?.permalink ? [markdown.link(thread.permalink, 'The thread in Slack')] : [];
  return [...told, ...where].join('\n\n');
}
