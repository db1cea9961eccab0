import type { SeenServing } from '../../../adapters/custom-models/evaluation-serving.ts';
import type { CustomModelMigration } from '../../../domain/custom-models/custom-model-migration.ts';
import { attemptName } from '../../../domain/custom-models/custom-model-start.ts';
import { becoming } from '../../../domain/custom-models/custom-model-status.ts';
import { isServing } from '../../../domain/custom-models/promotion-step.ts';
import type { ModelWorkshop, RecustomiseDeps } from '../recustomise-ports.ts';
import { RecustomiseError } from './recustomise-error.ts';
import type { StepAnswer } from './under-way.ts';
import { created, goOn, lookAgain, remember, underWay } from './under-way.ts';

/** Makes the new model callable, and the old one where nothing serves it, and looks whether they are. */
export async function deployStep(id: string, deps: RecustomiseDeps): Promise<StepAnswer> {
  const migration = await underWay(id, deps);
  const { status, newModelArn, customModel, serving } = migration;
  if (status !== 'deploying') return { next: 'done' };
  if (newModelArn === null) throw new Error(`there is no new model of ${id}`);

  const workshop = await deps.workshop(customModel);
  const kind = serving === 'onDemand' ? 'deployment' : 'provisionedThroughput';
  const name = attemptName(migration);
  // No throughput is sold any more for a model on a Legacy base; a deployment still is.
  const old =
    (await workshop.servings(customModel.arn)).find(isServing) ??
    (await served(migration, customModel.arn, `${name}-old`, 'deployment', workshop, deps));
  const fresh = await served(migration, newModelArn, name, kind, workshop, deps);
  if (!isServing(old) || !isServing(fresh)) return lookAgain(migration, 60, deps);
  await goOn(id, deps, (now) =>
    now.status === 'deploying'
      ? becoming(now, 'comparing', deps.now(), { servingArn: fresh.arn, oldServingArn: old.arn })
      : null,
  );
  return { next: 'done' };
}

/** Looks first, so that nothing is created twice. */
async function served(
  migration: CustomModelMigration,
  modelArn: string,
  name: string,
  kind: SeenServing['kind'],
  workshop: ModelWorkshop,
  deps: RecustomiseDeps,
): Promise<SeenServing> {
  const found = (await workshop.servings(modelArn)).find((one) => one.name === name);
  const serving = found ?? {
    kind,
    name,
    arn: await workshop.serve(migration, modelArn, name, kind),
    status: 'Creating',
    failure: null,
  };
  await remember(migration.id, [created(serving.kind, serving.arn, servingPrice(serving.kind, deps), deps)], deps);
  if (serving.status === 'Failed') throw new RecustomiseError(`${serving.arn}: ${serving.failure ?? 'it failed'}`);
  return serving;
}

/** A deployment is paid by the token; what throughput costs, the operator says. */
export function servingPrice(kind: SeenServing['kind'], { configuration }: RecustomiseDeps): number | null {
  return kind === 'deployment' ? 0 : configuration.customModels.throughputUsdPerHour;
}
