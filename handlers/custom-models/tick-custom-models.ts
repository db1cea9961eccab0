import { DateTime } from 'luxon';
import { utcDay } from '../../domain/calendar-date.ts';
import { needsCleanUp } from '../../domain/custom-models/clean-up.ts';
import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import { isUnderWay } from '../../domain/custom-models/custom-model-status.ts';
import type { LeavingModel } from '../../domain/custom-models/custom-model-proposals.ts';
import { foundReplacement } from '../../domain/replacement.ts';
import { customModelCost, customModelReminder } from '../../templates/custom-models/custom-model-telling.ts';
import { allSituations } from '../answers/situations.ts';
import { eachInTurn } from '../each-in-turn.ts';
import { answerApproval } from './answer-approval.ts';
import { changeCustomModelMigration } from './change-custom-model-migration.ts';
import { customModelMigrations } from './custom-model-migrations.ts';
import { lookAtThroughput } from './look-at-throughput.ts';
import type { CustomModelDeps, RecustomiseDeps } from './recustomise-ports.ts';
import { cleanUpStep } from './steps/clean-up-step.ts';
import { withOriginal } from './with-original.ts';
import { tellCustomModelMigration } from './tell-custom-model-migration.ts';
import { tellPeople } from './tell-people.ts';

/**
 * What a day brings: custom models on leaving bases are proposed, what was left half done is gone on with, a person who was asked is
 * reminded at half time and asked no longer at the end, and what costs money is said.
 */
export async function tickCustomModels(deps: RecustomiseDeps): Promise<void> {
  await customModelMigrations(deps).propose(await leavingModels(deps));
  const faults: unknown[] = [];
  for (const one of await deps.customModelMigrations.all())
    await tickOne(one, deps).catch((fault: unknown) => void faults.push(fault));
  if (faults.length > 0) throw new AggregateError(faults, faults.map(String).join('\n'));
}

async function tickOne(one: CustomModelMigration, deps: RecustomiseDeps): Promise<void> {
  const migration = await tellCustomModelMigration(await withOriginal(one, deps), deps);
  // Above all where something cannot be removed it is said what that costs.
  await eachInTurn([goOn, lookAtThroughput, sayCosts], (work) => work(migration, deps));
}

async function goOn(migration: CustomModelMigration, deps: RecustomiseDeps): Promise<void> {
  if (needsCleanUp(migration))
    await cleanUpStep({ id: migration.id, attempt: migration.attempt, error: '', cause: '' }, deps);
  if (isUnderWay(migration)) await deps.recustomising.start(migration);
  if (!(await answerApproval(migration, deps))) await remind(migration, deps);
}

/** At most once a day: things of all Regions stand in one message. */
async function sayCosts({ id }: CustomModelMigration, deps: RecustomiseDeps): Promise<void> {
  const migration = await deps.customModelMigrations.one(id);
  if (!migration) return;
  const { migrationIds } = migration;
  const leaving = await Promise.all(migrationIds.map((one) => deps.store.migration(one)));
  const cost = customModelCost(
    migration,
    leaving.some((one) => one?.status === 'open'),
  );
  if (cost) await tellPeople(migration, `customModelCost|${id}|${utcDay(deps.now())}`, cost, deps);
}

/** Of every open migration, the team's own custom models that are present. */
async function leavingModels(deps: CustomModelDeps): Promise<readonly LeavingModel[]> {
  return (await allSituations(deps))
    .filter(({ migration }) => migration.status === 'open')
    .map(({ migration, successor, presence }) => ({
      migrationId: migration.id,
      modelId: migration.modelId,
      replacement: foundReplacement(successor)?.modelId ?? null,
      customModels: presence.dependents
        .map(({ ownership }) => ownership.dependent)
        .filter(({ kind }) => kind === 'customModel'),
    }));
}

async function remind(migration: CustomModelMigration, deps: CustomModelDeps): Promise<void> {
  const { id, status, sequence, approval } = migration;
  if (status !== 'awaitingApproval' || !approval || approval.remindedAt !== null) return;
  const [asked, expires] = [DateTime.fromISO(approval.askedAt), DateTime.fromISO(approval.expiresAt)];
  if (deps.now() < asked.plus(expires.diff(asked).toMillis() / 2)) return;
  await tellPeople(migration, `customModelReminder|${id}|${sequence}`, customModelReminder(migration), deps);
  const remindedAt = deps.now().toUTC().toISO();
  await changeCustomModelMigration(deps.customModelMigrations, id, (now) =>
    now.approval && now.sequence === sequence ? { ...now, approval: { ...now.approval, remindedAt } } : null,
  );
}
