import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Action } from '../domain/action.ts';
import type { Decision } from '../domain/decide.ts';
import { decide } from '../domain/decide.ts';
import { allRegions } from '../domain/lifecycle.ts';
import type { Migration } from '../domain/migration.ts';
import type { Situation } from '../domain/situation.ts';
import { withDebtsFollowing, withoutLeft } from '../domain/left-troubles.ts';
import { troubleAt } from '../domain/tracker-trouble.ts';
import { migrationMessage } from '../templates/migration-message.ts';
import { migrationTicket } from '../templates/migration-ticket.ts';
import { currentSituation } from './current-situation.ts';
import type { Performed } from './perform-once.ts';
import type { FailedTrackers } from './failed-trackers.ts';
import { facing, faultOf, unlessTrackerFails, unlessUnreachable, withDebt, withoutFailed } from './failed-trackers.ts';
import { perform } from './perform.ts';
import type { Deps } from './ports.ts';
import { withOutcome } from './with-outcome.ts';

/** An action, and how it was done. */
export interface ActionDone extends Performed {
  readonly action: Action;
}

const attempts = 12;
/** About as long as somebody else's turn takes. */
const millisecondsOfTurn = 1_000;

/**
 * Brings what a team was told into line with what is true: decides, performs, remembers. Safe to repeat at any moment, since what
 * was done is refused by the ledger. One process at a time acts on a migration, so that no edit of an older state lands after that of
 * a newer one; what somebody wrote meanwhile is decided anew. A tracker that fails keeps nobody from the rest: what it owes is kept with
 * the migration, and the fault of one that could not be reached is thrown when all else is done.
 */
export async function reconcile(id: string, deps: Deps): Promise<readonly ActionDone[]> {
  const done: ActionDone[] = [];
  const failed: FailedTrackers = new Map();
  const turn = `reconcile|${id}`;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const decided = withoutFailed(await decision(id, deps), failed);
    if (decided.actions.length === 0) return unlessUnreachable(done, failed);
    const claim = await deps.ledger.claim(turn);
    if (claim.kind !== 'mine') {
      await setTimeout(millisecondsOfTurn);
      continue;
    }
    try {
      const isWritten = (await isAsDecided(decided, deps)) && (await acted(decided, deps, { done, failed }));
      // What is asked for in a thread is decided once there is one; a tracker's fault, or that it is over, is told once it is known.
      const isWhole = decided.situation.migration.told !== null && !metTrouble(decided, failed);
      if (isWritten && isWhole) return unlessUnreachable(done, failed);
    } finally {
      await deps.ledger.release(turn);
    }
  }
  throw new Error(`migration ${id} was changed by others ${attempts} times while it was being brought up to date`);
}

function metTrouble({ situation: { migration }, actions }: Decided, failed: FailedTrackers): boolean {
  return actions.some(
    (action) =>
      'place' in action && (faultOf(action, failed) !== null || troubleAt(migration, facing(action)) !== null),
  );
}

/** Whether nobody wrote between the decision and its turn. */
async function isAsDecided({ situation: { migration } }: Decided, { store }: Deps): Promise<boolean> {
  return (await store.migration(migration.id))?.version === migration.version;
}

interface Run {
  readonly done: ActionDone[];
  readonly failed: FailedTrackers;
}

/**
 * `false` where somebody wrote meanwhile: then it is to be decided anew. What was done and told is written all the same, beside what
 * they wrote: nobody else tells while this turn lasts.
 */
async function acted({ situation, actions, told }: Decided, deps: Deps, { done, failed }: Run): Promise<boolean> {
  let current = situation;
  for (const action of actions) {
    const performed = await unlessTrackerFails(action, failed, () => perform(action, current, deps));
    if (performed) done.push({ action, ...performed });
    current = performed ? withOutcome(current, action, performed) : withDebt(current, action, failed);
  }
  // A trouble that is over is told in the next round; one that was told is forgotten with it.
  if (await deps.store.putMigration({ ...current.migration, told })) return true;
  const {
    id,
    ticket,
    also = [],
    troubles = [],
    closedBySundial = false,
    thread,
    status,
    statusSince,
  } = current.migration;
  for (;;) {
    const latest = await deps.store.migration(id);
    const ours = { ticket, also, troubles, closedBySundial, thread, status, statusSince, told };
    if (!latest || (await deps.store.putMigration({ ...latest, ...ours }))) return false;
  }
}

interface Decided extends Decision {
  readonly situation: Situation;
}

async function decision(id: string, deps: Deps): Promise<Decided> {
  const migration = await deps.store.migration(id);
  if (!migration) throw new Error(`there is no migration ${id}`);
  const { situation: current, words } = await currentSituation(migration, deps);
  const situation = { ...current, migration: withDebtsFollowing(current.migration, current.team) };
  const concerned = words.filter(({ region }) => concerns(region, migration));
  return {
    // What nobody can do any more is told, and not kept.
    situation: { ...situation, migration: withoutLeft(situation.migration, situation.team) },
    ...decide(situation, concerned, digest(situation)),
  };
}

/** Changes when what message or ticket show changes. Links between the two, and to notices that repeat others, do not count. */
function digest(situation: Situation): string {
  const bare = {
    ...situation,
    migration: { ...situation.migration, ticket: null, also: [], thread: null, notices: [] },
  };
  return createHash('sha256')
    .update(JSON.stringify([migrationMessage(bare), migrationTicket(bare)]))
    .digest('hex')
    .slice(0, 16);
}

function concerns(region: string, { affected }: Migration): boolean {
  return region === allRegions || affected.some((one) => one.region === region || one.region === allRegions);
}
