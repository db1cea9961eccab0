import type { DateTime } from 'luxon';
import { catalogue } from '../../catalogue/catalogue.ts';
import { utcDay } from '../../domain/calendar-date.ts';
import { candidateFindings } from '../../domain/cases/candidate-standing.ts';
import type { CaseConflict } from '../../domain/cases/case-conflicts.ts';
import type { ComparisonPlan } from '../../domain/cases/comparison-plan.ts';
import { expectedSeconds } from '../../domain/cases/expected-seconds.ts';
import type { QuotaMinutes } from '../../domain/cases/quota-minutes.ts';
import { quotaMinutes } from '../../domain/cases/quota-minutes.ts';
import { baseModelId } from '../../domain/model-id.ts';
import { quotaNames } from '../../domain/quota-name.ts';
import { conflictWords, quotaWords } from '../../templates/words-preflight.ts';
import { hasCredentials } from '../aws-environment.ts';
import { BadInputError } from '../exit.ts';
import type { BatchFindings } from './batch-findings.ts';

/** What is known before anything is asked of a model. */
export interface Preflight extends ComparisonPlan {
  /** What makes the run senseless, and what to do; empty where it may begin. */
  readonly stops: readonly string[];
  /** What cases ask that the candidate does not take. */
  readonly conflicts: readonly CaseConflict[];
  /** How long it takes, about; `null` in batch, which waits for its turn. */
  readonly seconds: number | null;
  /** `null` where no quota or burndown is known. */
  readonly quota: QuotaMinutes | null;
}

/** Looks whether the run can work, without asking a model: by what is known of the candidate, and what AWS says of it. */
export async function preflight(
  plan: ComparisonPlan,
  conflicts: readonly CaseConflict[],
  concurrency: number,
  now: DateTime,
  /** Where both models answer in batch. */
  batch: BatchFindings | null = null,
): Promise<Preflight> {
  const { candidate, region, tokens, calls, cases } = plan;
  const asked = mayAskAws() ? await askedAws(region, candidate) : { standing: null, quotas: [] };
  const findings = asked.standing && candidateFindings(candidate, region, asked.standing, utcDay(now));
  const burndown = catalogue.find(baseModelId(candidate) ?? candidate)?.burndown ?? null;
  const half = { input: tokens.input / 2, output: tokens.output / 2 };
  const quota = batch ? null : quotaMinutes(candidate, asked.quotas, burndown, half);
  const seconds = batch ? null : expectedSeconds({ calls, outputTokens: tokens.output, concurrency });
  return {
    ...plan,
    warnings: [
      ...plan.warnings,
      ...(findings?.warnings ?? ['AWS was not asked whether the candidate can be used here']),
      ...conflicts.map((conflict) => conflictWords(conflict, cases, candidate)),
      ...(batch?.warnings ?? []),
      ...(quota !== null && seconds !== null && quota.minutes * 60 > seconds ? [quotaWords(quota, candidate)] : []),
    ],
    // What the catalogue says of parameters may be old by now: it warns, and the model itself decides.
    stops: [
      ...(findings?.stops ?? []),
      ...conflicts
        .filter(({ kind }) => kind === 'converse')
        .map((conflict) => conflictWords(conflict, cases, candidate)),
      ...(batch?.stops ?? []),
    ],
    conflicts,
    seconds,
    quota,
  };
}

/** Loaded where AWS is asked: three clients take as long to load as some hundred answers to score. */
async function askedAws(region: string, candidate: string) {
  const [{ awsAccess }, { candidateStanding }, { candidateQuotas }] = await Promise.all([
    import('../../adapters/aws-access.ts'),
    import('../../adapters/comparison/candidate-standing.ts'),
    import('../../adapters/comparison/candidate-quotas.ts'),
  ]);
  const access = awsAccess();
  const [standing, { quotas, unknown }] = await Promise.all([
    candidateStanding(access, region, candidate),
    candidateQuotas(access, region, candidate, quotaNames(catalogue)),
  ]);
  return { standing: { ...standing, unknown: [...standing.unknown, ...unknown] }, quotas };
}

/** What keeps a run from beginning that would cost more than it may; nothing where no price is known. */
export function budgetStops({ cost: { total } }: ComparisonPlan, budget: number | null): readonly string[] {
  return budget !== null && total !== null && total > budget
    ? [`--budget ${budget}: the run is expected to cost about $${total.toFixed(2)}; nothing was asked`]
    : [];
}

/** Throws `BadInputError` where the run would be senseless. */
export function checkPreflight({ stops }: Preflight): void {
  if (stops.length > 0)
    throw new BadInputError(`${stops.join('; ')}. Nothing was asked; --skip-preflight begins all the same`);
}

/** Where only Bedrock Runtime is stood in for, AWS itself knows nothing of what answers there. */
export function mayAskAws(): boolean {
  const { env } = process;
  const standIn = env['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'] !== undefined;
  return hasCredentials() && (!standIn || (env['AWS_ENDPOINT_URL_BEDROCK'] ?? env['AWS_ENDPOINT_URL']) !== undefined);
}
