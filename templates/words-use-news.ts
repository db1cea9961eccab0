import type { IdleAccount } from '../domain/idle.ts';
import type { Rung } from '../domain/ladder.ts';
import { idleLockOutDays } from '../domain/restrictions.ts';
import type { Returned } from '../domain/standing.ts';
import type { Team } from '../domain/team.ts';
import type { Markup } from './markup.ts';
import { counted, firstOf, longDate } from './text.ts';
import { figure } from './words-burn-down.ts';

type Words = readonly [string, ...string[]];

export function doneWords({ lastUsedOn, quietDays }: { lastUsedOn: string | null; quietDays: number }): Words {
  const quiet =
    lastUsedOn === null
      ? 'No call was seen in the last 30 days'
      : `The last call was on ${longDate(lastUsedOn)}, ${counted(quietDays, 'full day')} ago`;
  return [
    'Done: nothing of yours uses the model any more.',
    `${quiet}, nothing is left that rests on it, and every account and Region was read.`,
    'The ticket is closed. It opens again if a call or a dependent comes back.',
  ];
}

export function reopenedWords(returned: Returned): Words {
  const says = 'Open again, and so is the ticket.';
  switch (returned.kind) {
    case 'used':
      return [
        says,
        `The old model is called again: ${figure(returned.calls)} calls on ${longDate(returned.lastUsedOn)}.`,
      ];
    case 'dependents':
      return [
        says,
        `${counted(returned.count, 'dependent rests', 'dependents rest')} on the model again; the ticket lists them.`,
      ];
    case 'noticed':
      return [
        says,
        `AWS wrote on ${longDate(returned.asOf)} that the model is used, and the sweep knows of no call that explains it.`,
      ];
  }
}

/** `nobody has taken the ticket for 7 days`, to follow a name or a colon. */
export function rungReason({ why, days }: Rung): string {
  return why === 'behind'
    ? `the team has been behind its plan for ${counted(days, 'day')}`
    : `nobody has taken the ticket for ${counted(days, 'day')}`;
}

export function escalatedWords(rung: Rung, { escalation }: Pick<Team, 'escalation'>, markup: Markup): Words {
  const told = escalation.channel === null ? '' : ` ${markup.text(escalation.channel)} was told as well.`;
  const clears =
    rung.why === 'behind' ? 'It ends when the use is back on its plan.' : 'It ends when the ticket has an assignee.';
  return [`Rung ${rung.number} of the escalation ladder: ${rungReason(rung)}.${told}`, clears];
}

/** Slack's mark that calls a person or a group. Ids are checked where `sundial.yml` is read. */
export function mention(onCall: string | null): string {
  if (onCall === null) return '';
  return onCall.startsWith('S') ? `<!subteam^${onCall}> ` : `<@${onCall}> `;
}

const mostAccounts = 10;

export function idleWords(accounts: readonly IdleAccount[], markup: Markup): Words {
  const said = accounts.map(({ account, lastUsedOn }) => {
    const last = lastUsedOn === null ? 'no call seen in 30 days' : `last call on ${longDate(lastUsedOn)}`;
    return `${markup.code(account)} (${last})`;
  });
  return [
    `Access may be lost: the model is Legacy, you still need it, and it has been idle in ${firstOf(said, mostAccounts)}.`,
    `AWS may take the model from an account that does not call it for ${idleLockOutDays} days; its error text said 15 days in March 2026 and 30 since April 2026.`,
    'Call the old model once from that account, keep its answers now for a later comparison, or move what is left.',
  ];
}
