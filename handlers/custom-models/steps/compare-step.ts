import type { ComparisonRun } from '../../../domain/comparison-run.ts';
import { isOver } from '../../../domain/comparison-runs.ts';
import { comparedNames } from '../../../domain/custom-models/compared-names.ts';
import type { CustomModelMigration } from '../../../domain/custom-models/custom-model-migration.ts';
import { attemptName } from '../../../domain/custom-models/custom-model-start.ts';
import { becoming } from '../../../domain/custom-models/custom-model-status.ts';
import { validationCases } from '../../../domain/custom-models/training-data.ts';
import { changeCustomModelMigration } from '../change-custom-model-migration.ts';
import type { RecustomiseDeps } from '../recustomise-ports.ts';
import { RecustomiseError } from './recustomise-error.ts';
import { secondsToDecide } from './seconds-to-decide.ts';
import type { StepAnswer } from './under-way.ts';
import { lookAgain, underWay } from './under-way.ts';

interface Compared extends StepAnswer {
  readonly next: 'wait' | 'worse' | 'ask' | 'done';
  /** How long a person has to decide, or to wait before it is looked at again. */
  readonly seconds: number;
}

/** The most cases of validation data that are asked. */
const mostCases = 500;

/** Asks for the comparison of old and new on the validation data, and looks what came of it. */
export async function compareStep(id: string, deps: RecustomiseDeps): Promise<Compared> {
  const migration = await underWay(id, deps);
  const seconds = secondsToDecide(migration, deps);
  if (migration.status === 'awaitingApproval') return { next: 'ask', seconds };
  if (migration.status !== 'comparing') return { next: 'done', seconds };

  const key = comparisonKey(migration);
  const run = await comparisonOf(migration, deps);
  if (!run) await request(migration, key, deps);
  if (!run || !isOver(run)) return lookAgain(migration, 120, deps);
  if (run.status !== 'concluded' || !run.summary)
    throw new RecustomiseError(`The comparison ${run.runId} has no verdict: ${run.reason ?? run.status}`);
  return concluded(run, run.summary.verdict, migration, deps);
}

/** The run that this attempt asked for; `null` while there is none. */
export async function comparisonOf(
  migration: CustomModelMigration,
  { runs }: Pick<RecustomiseDeps, 'runs'>,
): Promise<ComparisonRun | null> {
  return (await runs.runs()).find(({ keys = [] }) => keys.includes(comparisonKey(migration))) ?? null;
}

function comparisonKey(migration: CustomModelMigration): string {
  return `customModel|${attemptName(migration)}`;
}

async function concluded(
  { runId }: ComparisonRun,
  verdict: NonNullable<CustomModelMigration['verdict']>,
  migration: CustomModelMigration,
  deps: RecustomiseDeps,
): Promise<Compared> {
  const worse = verdict.kind === 'regressed';
  await changeCustomModelMigration(deps.customModelMigrations, migration.id, (now) => {
    if (now.status !== 'comparing') return null;
    const found = { ...now, runId, verdict };
    return worse ? becoming(found, 'worse', deps.now()) : found;
  });
  return { next: worse ? 'worse' : 'ask', seconds: secondsToDecide(migration, deps) };
}

async function request(migration: CustomModelMigration, key: string, deps: RecustomiseDeps): Promise<void> {
  const { customModel, original, oldServingArn, servingArn, migrationIds } = migration;
  const uri = original?.validationData[0] ?? original?.trainingData ?? '';
  const records = await (await deps.workshop(customModel)).trainingData(uri);
  const cases = validationCases(records ?? [], { bertScore: deps.measuresBertScore }).slice(0, mostCases);
  if (cases.length === 0) throw new RecustomiseError(`${uri} holds no pairs of question and answer to compare by`);
  const lines = cases.map((one) => `${JSON.stringify(one)}\n`).join('');
  const dataset = await deps.keepDataset(`${attemptName(migration)}.jsonl`, new TextEncoder().encode(lines));
  await deps.requestComparison({
    key,
    current: oldServingArn ?? customModel.arn,
    candidate: servingArn ?? '',
    names: comparedNames(migration),
    region: customModel.region,
    dataset,
    sample: null,
    judge: null,
    budget: null,
    migrationIds,
    requestedBy: null,
    at: deps.now().toUTC().toISO() ?? '',
  });
}
