import { copySupport } from '../../../catalogue/copy-support.ts';
import type { CustomModelMigration, TargetOutcome } from '../../../domain/custom-models/custom-model-migration.ts';
import { missingStatementWords } from '../../../domain/custom-models/model-key-check.ts';
import { promotionProblems } from '../../../domain/custom-models/promotion-problems.ts';
import { promotionRequests } from '../../../domain/custom-models/promotion-request.ts';
import { notListedWords, sharingStep } from '../../../domain/custom-models/promotion-step.ts';
import { changeCustomModelMigration } from '../change-custom-model-migration.ts';
import type { ModelPromotion, RecustomiseDeps } from '../recustomise-ports.ts';
import { promotionOf, settleTargets } from './promotion-of.ts';
import { RecustomiseError } from './recustomise-error.ts';
import type { StepAnswer } from './under-way.ts';
import { created, remember, underWay } from './under-way.ts';

interface Shared extends StepAnswer {
  readonly next: 'wait' | 'done';
  /** Where the model can be copied to now. */
  readonly targets: readonly { readonly account: string; readonly region: string }[];
}

/** How often a share is waited for, half a minute each time: after twenty minutes the account has failed. */
const mostTries = 40;

/** Brings the new model to every target account one step nearer; an account that fails does not stop the others. */
export async function shareStep(id: string, tries: number, deps: RecustomiseDeps): Promise<Shared> {
  const migration = await underWay(id, deps);
  let waits = false;
  for (const account of new Set(waiting(migration).map((one) => one.account)))
    if (await sharesOn(migration, account, tries >= mostTries, deps)) waits = true;
  const after = await underWay(id, deps);
  return {
    next: waits ? 'wait' : 'done',
    targets: waiting(after).map(({ account, region }) => ({ account, region })),
  };
}

function waiting({ outcomes }: CustomModelMigration): readonly TargetOutcome[] {
  return outcomes.filter(({ kind }) => kind === 'waiting');
}

/** Whether the account must be waited for. A fault is waited for like a share: an account that cannot be entered fails for itself. */
async function sharesOn(
  migration: CustomModelMigration,
  account: string,
  isLast: boolean,
  deps: RecustomiseDeps,
): Promise<boolean> {
  try {
    return await bringsNearer(migration, account, isLast, deps);
  } catch (fault) {
    if (!isLast && !(fault instanceof Error && fault.name === RecustomiseError.name)) return true;
    const why = fault instanceof Error ? fault.message : String(fault);
    await settleTargets(migration.id, deps, (one) => one.account === account, { kind: 'failed', why });
    return false;
  }
}

async function bringsNearer(
  migration: CustomModelMigration,
  account: string,
  isLast: boolean,
  deps: RecustomiseDeps,
): Promise<boolean> {
  const targets = waiting(migration).filter((one) => one.account === account);
  const request = promotionOf(migration, targets);
  const failed = (why: string) =>
    settleTargets(migration.id, deps, (one) => one.account === account, { kind: 'failed', why });
  const promotion = await deps.promotion(request);
  const seen = await promotion.lookAtSharing(request);
  if (seen.share) await remember(migration.id, [created('resourceShare', seen.share.arn, 0, deps)], deps);
  await enter(migration.id, account, deps);
  const step = sharingStep(request, seen);
  if (step.kind === 'done') return false;
  if (step.kind === 'failed' || isLast) {
    await failed(step.kind === 'failed' ? step.why : notListedWords(request, seen, '20 minutes'));
    return false;
  }
  switch (step.kind) {
    case 'share': {
      // Targets that are served in another way are judged by themselves.
      const alike = promotionRequests(request.source, request.name, targets);
      const found = await Promise.all(alike.map((one) => problemsThere(promotion, one)));
      const problems = [...alike.flatMap((one) => promotionProblems(one, copySupport)), ...new Set(found.flat())];
      if (problems.length > 0) {
        await failed(problems.join(' '));
        return false;
      }
      await promotion.share(request);
      return true;
    }
    case 'accept':
      await promotion.accept(step.invitation);
      return true;
    case 'wait':
      return true;
  }
}

/** Written down before anything is created there, so that a clean-up looks there, and nowhere that it was never let in. */
async function enter(id: string, account: string, { customModelMigrations }: RecustomiseDeps): Promise<void> {
  await changeCustomModelMigration(customModelMigrations, id, (now) =>
    now.entered.includes(account) ? null : { ...now, entered: [...now.entered, account] },
  );
}

/** What is missing in key policies is printed, for nobody but their owner may add it. */
async function problemsThere(
  promotion: ModelPromotion,
  request: Parameters<ModelPromotion['check']>[0],
): Promise<readonly string[]> {
  const { problems, keyStatements } = await promotion.check(request);
  return [...problems, ...missingStatementWords(keyStatements)];
}
