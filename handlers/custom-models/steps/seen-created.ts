import type { CreatedThing } from '../../../domain/custom-models/created-thing.ts';
import type { CustomModelMigration, TargetOutcome } from '../../../domain/custom-models/custom-model-migration.ts';
import { attemptName } from '../../../domain/custom-models/custom-model-start.ts';
import type { RecustomiseDeps } from '../recustomise-ports.ts';
import { servingPrice } from './deploy-step.ts';
import { createdThere } from './promote-step.ts';
import { promotionOf } from './promotion-of.ts';
import { created } from './under-way.ts';

/** What one look found; `isBusy` while something is being made there that nothing stops. */
interface Found {
  readonly things: readonly CreatedThing[];
  readonly isBusy: boolean;
}

/**
 * What an attempt has left, found by its names: a process may have died before it wrote down what it had created. Of what was promoted, only
 * where that failed. An account that cannot be looked at is a fault, and hides nothing of the others; one that was never entered holds nothing.
 */
export async function seenCreated(
  migration: CustomModelMigration,
  deps: RecustomiseDeps,
): Promise<Found & { readonly faults: readonly unknown[] }> {
  const { status, outcomes, entered } = migration;
  const isPromoted = status === 'promoted';
  const away = outcomes.filter(
    (one) => !isHere(one, migration) && entered.includes(one.account) && !(isPromoted && one.kind === 'done'),
  );
  const looks = [
    ...(isPromoted ? [] : [() => seenHere(migration, deps)]),
    ...away.map((target) => () => seenThere(migration, target, deps)),
  ];
  const found: Found[] = [];
  const faults: unknown[] = [];
  for (const look of looks)
    await look().then(
      (one) => void found.push(one),
      (fault: unknown) => void faults.push(fault),
    );
  return { things: found.flatMap(({ things }) => things), isBusy: found.some(({ isBusy }) => isBusy), faults };
}

/** Where the model itself is. */
async function seenHere(migration: CustomModelMigration, deps: RecustomiseDeps): Promise<Found> {
  const { customModel } = migration;
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
  // A job that ends before it is stopped leaves a model, which only the next look finds.
  return { things, isBusy: job?.status === 'InProgress' || job?.status === 'Stopping' };
}

/** Where it was to be promoted to, and the share on the way there. */
async function seenThere(
  migration: CustomModelMigration,
  target: TargetOutcome,
  deps: RecustomiseDeps,
): Promise<Found> {
  const request = promotionOf(migration, [target]);
  const promotion = await deps.promotion(request);
  const { share } = await promotion.lookAtSharing(request);
  const seen = await promotion.region(target.region).look(request);
  return {
    things: [...(share ? [created('resourceShare', share.arn, 0, deps)] : []), ...createdThere(seen, target, deps)],
    // Nothing stops a copy: what it makes can be removed once it is made.
    isBusy: seen.jobs.some(({ status }) => status === 'InProgress'),
  };
}

function isHere(
  { account, region }: { readonly account: string; readonly region: string },
  { customModel }: CustomModelMigration,
): boolean {
  return account === customModel.account && region === customModel.region;
}
