import type { CreatedThing } from '../../../domain/custom-models/created-thing.ts';
import type { CustomModelMigration } from '../../../domain/custom-models/custom-model-migration.ts';
import { attemptName } from '../../../domain/custom-models/custom-model-start.ts';
import type { RecustomiseDeps } from '../recustomise-ports.ts';
import { servingPrice } from './deploy-step.ts';
import { createdThere } from './promote-step.ts';
import { promotionOf } from './promotion-of.ts';
import { created } from './under-way.ts';

/** What an attempt has left, found by its names: a process may have died before it wrote down what it had created. */
export async function seenCreated(
  migration: CustomModelMigration,
  deps: RecustomiseDeps,
): Promise<{ readonly things: readonly CreatedThing[]; readonly isBusy: boolean }> {
  const { customModel, outcomes } = migration;
  const workshop = await deps.workshop(customModel);
  const name = attemptName(migration);
  const job = await workshop.findJob(name);
  const model = job?.status === 'Completed' ? job.model : null;
  const served = async (arn: string, named: string) =>
    (await workshop.servings(arn))
      .filter((one) => one.name === named)
      .map(({ kind, arn: serving }) => created(kind, serving, servingPrice(kind, deps), deps));
  const things: CreatedThing[] = [
    ...(job ? [created('customizationJob', job.arn, 0, deps)] : []),
    ...(await served(customModel.arn, `${name}-old`)),
    ...(model === null ? [] : [created('customModel', model, null, deps), ...(await served(model, name))]),
  ];

  let isBusy = false;
  const reached = migration.newModelArn === null ? [] : outcomes;
  for (const target of reached.filter((one) => !isHere(one, migration))) {
    const request = promotionOf(migration, [target]);
    const promotion = await deps.promotion(request);
    const { share } = await promotion.lookAtSharing(request);
    if (share) things.push(created('resourceShare', share.arn, 0, deps));
    const seen = await promotion.region(target.region).look(request);
    // Nothing stops a copy: what it makes can be removed once it is made.
    if (seen.jobs.some(({ status }) => status === 'InProgress')) isBusy = true;
    things.push(...createdThere(seen, target, deps));
  }
  return { things, isBusy };
}

function isHere(
  { account, region }: { readonly account: string; readonly region: string },
  { customModel }: CustomModelMigration,
): boolean {
  return account === customModel.account && region === customModel.region;
}
