import { regionStep } from '../../../domain/custom-models/promotion-step.ts';
import type { SeenRegion } from '../../../domain/custom-models/promotion-step.ts';
import type { CreatedThing } from '../../../domain/custom-models/created-thing.ts';
import type { TargetOutcome } from '../../../domain/custom-models/custom-model-migration.ts';
import type { RecustomiseDeps } from '../recustomise-ports.ts';
import { servingPrice } from './deploy-step.ts';
import { promotionOf, settleTargets } from './promotion-of.ts';
import type { StepAnswer } from './under-way.ts';
import { created, lookAgain, remember, underWay } from './under-way.ts';

/** The copy job that is followed, before there is one. */
const nothing = 'none';

/** A copy and what serves it take hours; all targets together must stay within the events of one execution. */
const mostDays = 7;

/** A target, and the copy job that is followed there; `none` before the first. */
export interface TargetInput {
  readonly account: string;
  readonly region: string;
  readonly followed: string;
}

interface Promoted extends StepAnswer {
  readonly next: 'wait' | 'done';
  readonly followed: string;
  /** How long to wait before it is looked at again. */
  readonly seconds: number;
}

/** Brings one target one step on, from what is there: nothing is made twice. */
export async function promoteStep(id: string, input: TargetInput, deps: RecustomiseDeps): Promise<Promoted> {
  const migration = await underWay(id, deps);
  const isMeant = (one: TargetOutcome) => one.account === input.account && one.region === input.region;
  const target = migration.outcomes.find((one) => isMeant(one) && one.kind === 'waiting');
  if (!target) return { next: 'done', followed: input.followed, seconds: 0 };

  const request = promotionOf(migration, [target]);
  const { look, copy, serve } = (await deps.promotion(request)).region(input.region);
  const seen = await look(request);
  await remember(id, createdThere(seen, target, deps), deps);
  const running = seen.jobs.at(-1);
  const followed = running?.status === 'InProgress' ? running.arn : input.followed;
  const step = regionStep(request, seen, followed === nothing ? null : followed);
  const settled = async (outcome: Parameters<typeof settleTargets>[3]): Promise<Promoted> => {
    await settleTargets(id, deps, isMeant, outcome);
    return { next: 'done', followed, seconds: 0 };
  };
  if (step.kind === 'done') return settled({ kind: 'done', model: step.model, serves: step.serving });
  if (step.kind === 'failed') return settled({ kind: 'failed', why: step.why });
  if (deps.now().toMillis() > Date.parse(migration.changedAt) + mostDays * 86_400_000)
    return settled({ kind: 'failed', why: `it was not done after ${mostDays} days` });

  const later = lookAgain(migration, 120, deps);
  switch (step.kind) {
    case 'copy':
      return { ...later, followed: await copy(request, step.attempt) };
    case 'serve':
      await serve(request, step.model);
      return { ...later, followed };
    case 'wait':
      return { ...later, followed };
  }
}

/** What a promotion has left in one Region. */
export function createdThere(
  { jobs, model, serving }: SeenRegion,
  target: TargetOutcome,
  deps: RecustomiseDeps,
): readonly CreatedThing[] {
  const kind = target.serving === 'provisioned' ? 'provisionedThroughput' : 'deployment';
  return [
    ...jobs.map(({ arn }) => created('copyJob', arn, 0, deps)),
    ...(model === null ? [] : [created('customModel', model, null, deps)]),
    ...(serving === null ? [] : [created(kind, serving.arn, servingPrice(kind, deps), deps)]),
  ];
}

/** A target whose state failed: the others go on. */
export async function targetFailedStep(
  id: string,
  { account, region, why }: Pick<TargetInput, 'account' | 'region'> & { readonly why: string },
  deps: RecustomiseDeps,
): Promise<StepAnswer> {
  await settleTargets(id, deps, (one) => one.account === account && one.region === region, { kind: 'failed', why });
  return { next: 'done' };
}
