import type { Refusal } from '../../domain/change-migration.ts';
import type { PermittedAction } from '../../domain/slack-settings.ts';
import type { Allowed } from '../../domain/permitted.ts';
import { mrkdwn } from '../markup.ts';
import { capitalised, firstOf, longDate } from '../text.ts';
import { matterWords, refusedSnooze } from '../words-decisions.ts';

/** A request that came late. */
export const laterWords = 'Somebody decided this after you asked, and that stands.';

/** Why nothing came of a request, and what would. */
export function refusalWords(why: Refusal): string {
  switch (why.kind) {
    case 'past':
      return `${capitalised(longDate(why.day))} is not ahead: name a later day.`;
    case 'pastLimit': {
      const { day, because } = why.limit;
      return because === null
        ? `Nobody gives a date for this model: sleep until ${longDate(day)} at most, and find one.`
        : `${capitalised(matterWords(because))}: snooze until ${longDate(day)} at most.`;
    }
    case 'noSleep':
      return refusedSnooze(why.limit);
    case 'sameModel':
      return 'This is the model that is to be left.';
    case 'unfit':
      return `${mrkdwn.code(why.deadEnd.modelId)} is no model to move to: ${unfitWords[why.deadEnd.why]}${why.deadEnd.endOfLife ? ` (end of life ${longDate(why.deadEnd.endOfLife)})` : ''}.`;
  }
}

const unfitWords = {
  unknown: 'no source knows it',
  notLaunched: 'it is not launched yet',
  legacy: 'it is Legacy itself',
  ending: 'its own end is near',
  ended: 'it is past its end of life',
} as const;

const actionWords: Readonly<Record<PermittedAction, string>> = {
  acknowledge: 'acknowledge this migration',
  snooze: 'snooze it',
  owner: 'name its owner',
  replace: 'choose its replacement',
  waive: 'note an arrangement',
  compare: 'start a comparison',
  custom: 'train a custom model again, or decide on it',
};

/** Who may do what somebody was refused. */
export function notAllowedWords(action: PermittedAction, allowed: Extract<Allowed, { kind: 'some' }>): string {
  const who = [...allowed.people.map(mrkdwn.person), ...allowed.groups.map((group) => `<!subteam^${group}>`)];
  return `You may not ${actionWords[action]}: ${firstOf(who, 5)} may. It is noted that you asked.`;
}

/** A user group of `sundial.yml` that Slack does not tell of. */
export function unreadGroupWords(group: string, reason: string): string {
  return `Who is in ${mrkdwn.code(group)} could not be read: ${mrkdwn.text(reason)}. Whoever keeps sundial.yml can mend it.`;
}
