import { utcDay } from '../domain/calendar-date.ts';
import { isPresent } from '../domain/coverage.ts';
import type { Dependent } from '../domain/dependent.ts';
import type { Notice } from '../domain/notice.ts';
import type { Affected } from '../domain/migration.ts';
import { migrationId } from '../domain/migration.ts';
import { gather, newMigration, withdrawalsOf, wordsOf } from '../domain/observe.ts';
import { affectedByTeam } from '../domain/routing.ts';
import { coverageOf } from './current-inventory.ts';
import { eachInTurn } from './each-in-turn.ts';
import type { Deps } from './ports.ts';
import type { ActionDone } from './reconcile.ts';
import { reconcile } from './reconcile.ts';

/** Keeps what a notice says, gathers it under the migration of each team concerned, and brings those teams up to date. */
export async function takeNotice(notice: Notice, deps: Deps): Promise<readonly ActionDone[]> {
  await deps.store.putWords(wordsOf(notice));
  await deps.store.putWithdrawals(withdrawalsOf(notice));

  const { modelId, accounts, regions } = notice;
  const dependents = await presentDependents(notice, deps);
  const done: ActionDone[] = [];
  const teams = affectedByTeam(modelId, accounts, regions, deps.configuration, dependents);
  await eachInTurn(teams, async ([team, affected]) => {
    const id = migrationId(modelId, team);
    if (await gathered(id, team, notice, affected, deps)) done.push(...(await reconcile(id, deps)));
  });
  return done;
}

/** What the sweep knows to rest on the model in the accounts of a notice. */
async function presentDependents({ modelId, accounts }: Notice, { store }: Deps): Promise<readonly Dependent[]> {
  const { dependents } = await store.inventory(modelId);
  const there = dependents.filter(({ account }) => accounts.includes(account));
  const coverage = await coverageOf(there, store);
  return there.filter((dependent) => isPresent(dependent, coverage));
}

/** `false` where there is nothing to migrate: AWS closing an event, or giving a model back, opens nothing. */
async function gathered(
  id: string,
  team: string,
  notice: Notice,
  affected: readonly Affected[],
  deps: Deps,
): Promise<boolean> {
  for (;;) {
    const known = await deps.store.migration(id);
    if (!known && (notice.closed || notice.withdrawn === false)) return false;
    const before = known ?? newMigration(notice.modelId, team, utcDay(deps.now()));
    const after = gather(before, notice, affected);
    if (known && JSON.stringify(after) === JSON.stringify(before)) return true;
    if (await deps.store.putMigration(after)) return true;
  }
}
