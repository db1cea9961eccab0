import type { CalendarDate } from '../calendar-date.ts';
import { daysBetween } from '../calendar-date.ts';

/** What Amazon Bedrock itself says of a candidate in the Region and account of the run; `null` where it was not asked or did not say. */
export interface CandidateStanding {
  readonly region: 'AVAILABLE' | 'NOT_AVAILABLE' | null;
  readonly entitlement: 'AVAILABLE' | 'NOT_AVAILABLE' | null;
  readonly authorization: 'AUTHORIZED' | 'NOT_AUTHORIZED' | null;
  /** `AVAILABLE`, `PENDING`, `NOT_AVAILABLE` or `ERROR`. */
  readonly agreement: string | null;
  readonly status: string | null;
  readonly endOfLife: CalendarDate | null;
  /** `ON_DEMAND`, `PROVISIONED`, `INFERENCE_PROFILE`; empty where it did not say. */
  readonly inferenceTypes: readonly string[];
  /** Inference profiles that lead to it; asked only where it answers through nothing else. */
  readonly profiles: readonly string[];
  /** What could not be asked, and why. */
  readonly unknown: readonly string[];
}

/** What makes a run senseless, with what to do; and what somebody should know before it. */
export interface Findings {
  readonly stops: readonly string[];
  readonly warnings: readonly string[];
}

/** A candidate that ends within so many days is no place to move to. */
const daysToLast = 90;

export function candidateFindings(
  candidate: string,
  region: string,
  standing: CandidateStanding,
  today: CalendarDate,
): Findings {
  const { entitlement, authorization, agreement, status, endOfLife, unknown } = standing;
  const stops = [
    standing.region === 'NOT_AVAILABLE'
      ? `${candidate} is not available in ${region}: name another Region by --region, or another candidate`
      : null,
    authorization === 'NOT_AUTHORIZED'
      ? `this account is not authorized to use ${candidate}: ask whoever grants it, or run from another account`
      : null,
    entitlement === 'NOT_AVAILABLE' && authorization !== 'NOT_AUTHORIZED'
      ? `this account has no access to ${candidate} yet: ask for it in the Bedrock console under Model access, or name another candidate`
      : null,
    profileOnly(candidate, standing),
    endOfLife !== null && endOfLife <= today
      ? `${candidate} reached its end of life on ${endOfLife}: name a candidate that lives`
      : null,
  ];
  const left = endOfLife !== null && endOfLife > today ? daysBetween(today, endOfLife) : null;
  const warnings = [
    agreement !== null && agreement !== 'AVAILABLE' ? `the agreement for ${candidate} is ${agreement} here` : null,
    status === 'LEGACY' && left === null && endOfLife === null ? `Bedrock lists ${candidate} as Legacy` : null,
    left !== null && (status === 'LEGACY' || left <= daysToLast)
      ? `Bedrock says that ${candidate} ends on ${endOfLife ?? ''}, in ${left} days${status === 'LEGACY' ? '; it is Legacy itself' : ''}`
      : null,
    ...unknown,
  ];
  const told = (words: readonly (string | null)[]) => words.filter((one) => one !== null);
  return { stops: told(stops), warnings: told(warnings) };
}

/** A bare id of a model that answers only through an inference profile. */
function profileOnly(candidate: string, { inferenceTypes, profiles }: CandidateStanding): string | null {
  if (inferenceTypes.length === 0 || inferenceTypes.includes('ON_DEMAND') || !isBareId(candidate)) return null;
  if (!inferenceTypes.includes('INFERENCE_PROFILE') && profiles.length === 0) return null;
  const named =
    profiles.length === 0 ? 'name one, such as us. or global. before the id' : `name ${profiles.join(' or ')}`;
  return `${candidate} answers only through an inference profile: ${named}`;
}

export function isBareId(modelId: string): boolean {
  return (
    !modelId.startsWith('arn:') &&
    modelId.split('.')[0]?.match(/^(?:us-gov|us|eu|apac|ap|jp|au|in|ca|sa|me|global)$/) == null
  );
}
