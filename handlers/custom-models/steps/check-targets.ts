import { CallError } from '../../../adapters/call-error.ts';
import { copySupport } from '../../../catalogue/copy-support.ts';
import type { CustomModelMigration } from '../../../domain/custom-models/custom-model-migration.ts';
import { missingStatementWords } from '../../../domain/custom-models/model-key-check.ts';
import { promotionsAhead } from '../../../domain/custom-models/promotions-ahead.ts';
import type { PromotionRequest } from '../../../domain/custom-models/promotion-problems.ts';
import { targetProblems } from '../../../domain/custom-models/promotion-problems.ts';
import type { RecustomiseDeps } from '../recustomise-ports.ts';
import { RecustomiseError } from './recustomise-error.ts';

interface TargetsCheck {
  readonly problems: readonly string[];
  /** What could not be told, a sentence each. */
  readonly warnings: readonly string[];
}

/**
 * What would keep a model that is not there yet from being carried to its targets, by the checks of `sundial custom promote`: told before
 * the training is paid. `key` will encrypt the model.
 */
export async function checkTargets(
  migration: CustomModelMigration,
  key: string | null,
  deps: RecustomiseDeps,
): Promise<TargetsCheck> {
  const found = await Promise.all(promotionsAhead(migration).map((request) => checkOne(request, key, deps)));
  return {
    problems: found.flatMap(({ problems }) => problems),
    warnings: found.flatMap(({ warnings }) => warnings),
  };
}

async function checkOne(request: PromotionRequest, key: string | null, deps: RecustomiseDeps): Promise<TargetsCheck> {
  const named = (said: string) => `target ${request.targetAccount}: ${said}`;
  const known = targetProblems(request, copySupport, 'customModels.targets');
  try {
    const { problems, warnings, keyStatements } = await (await deps.promotion(request)).checkAhead(request, key);
    return {
      problems: [...known, ...problems, ...missingStatementWords(keyStatements)].map(named),
      warnings: warnings.map(named),
    };
  } catch (fault) {
    const refusal = refusalOf(fault);
    if (refusal === null) throw fault;
    return { problems: [...known, refusal].map(named), warnings: [] };
  }
}

/** Why an account does not let Sundial look, in words; `null` for a fault that may be over when it is tried again. */
function refusalOf(fault: unknown): string | null {
  if (!(fault instanceof Error)) return null;
  if (fault.name === RecustomiseError.name) return fault.message;
  const cause = deepest(fault);
  if (!/AccessDenied|NotAuthorized|Unauthorized/.test(cause.name)) return null;
  const call = fault instanceof CallError ? fault.call : null;
  return call === 'sts:AssumeRole' || call === 'sts:GetCallerIdentity'
    ? `it may not be entered: ${cause.message} Deploy custom-model-role.yml there, as customModels.role names it`
    : `it may not be looked at: ${cause.message} Deploy custom-model-role.yml there anew`;
}

function deepest(fault: Error): Error {
  return fault.cause instanceof Error ? deepest(fault.cause) : fault;
}
