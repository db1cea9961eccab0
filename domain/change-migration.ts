import type { CalendarDate } from './calendar-date.ts';
import { plusDays, utcDay } from './calendar-date.ts';
import type { Decisions } from './decisions.ts';
import type { Migration } from './migration.ts';
import type { DeadEnd, Successor } from './replacement.ts';
import type { MigrationRequest } from './request.ts';
import type { Situation } from './situation.ts';
import type { SnoozeLimit } from './snooze.ts';
import { snoozeLimit } from './snooze.ts';

/** How long an arrangement holds where nobody says. */
export const daysOfArrangement = 90;

/** What a request makes of a migration; or why nothing came of it. */
export type MigrationChange =
  { readonly kind: 'changed'; readonly change: Change } | { readonly kind: 'refused'; readonly why: Refusal };

/** What a request decides; each with who and when. */
export type Change = Partial<Omit<Decisions, 'comparison'> & Pick<Migration, 'acknowledged'>>;

export type Refusal =
  | { readonly kind: 'past'; readonly day: CalendarDate }
  | { readonly kind: 'pastLimit'; readonly limit: Extract<SnoozeLimit, { kind: 'upTo' }> }
  | { readonly kind: 'noSleep'; readonly limit: Extract<SnoozeLimit, { kind: 'refused' }> }
  | { readonly kind: 'sameModel' }
  | { readonly kind: 'unfit'; readonly deadEnd: DeadEnd };

/** Who asked, and when. */
export interface Asker {
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

/**
 * What becomes of a migration by the request of a person who may make it. `choiceOf` tells what comes of choosing a model: itself,
 * where it is worth moving to. The same request again changes nothing.
 */
export function changeMigration(
  request: MigrationRequest,
  situation: Situation,
  asker: Asker,
  choiceOf: (modelId: string) => Successor,
): MigrationChange {
  const today = utcDay(situation.now);
  switch (request.kind) {
    case 'acknowledge':
      return changed({ acknowledged: { ...asker, where: 'slack' } });
    case 'owner':
      return changed({ owner: { person: request.person ?? asker.by, ...asker } });
    case 'snooze': {
      const { until, reason } = request;
      if (until <= today) return refused({ kind: 'past', day: until });
      const limit = snoozeLimit(situation);
      if (limit.kind === 'refused') return refused({ kind: 'noSleep', limit });
      return until > limit.day
        ? refused({ kind: 'pastLimit', limit })
        : changed({ snooze: { until, reason, stage: situation.timeline.stage, ...asker } });
    }
    case 'waive': {
      const until = request.until ?? plusDays(today, daysOfArrangement);
      if (until < today) return refused({ kind: 'past', day: until });
      return changed({ arrangement: { until, reason: request.reason, ...asker } });
    }
    case 'replace':
      return replaced(request.candidate, situation, asker, choiceOf);
  }
}

function replaced(
  modelId: string,
  { migration }: Situation,
  asker: Asker,
  choiceOf: (modelId: string) => Successor,
): MigrationChange {
  if (modelId === migration.modelId) return refused({ kind: 'sameModel' });
  const { passedOver } = choiceOf(modelId);
  const deadEnd = passedOver.find((end) => end.modelId === modelId);
  return deadEnd ? refused({ kind: 'unfit', deadEnd }) : changed({ chosen: { modelId, ...asker } });
}

function changed(change: Change): MigrationChange {
  return { kind: 'changed', change };
}

function refused(why: Refusal): MigrationChange {
  return { kind: 'refused', why };
}
