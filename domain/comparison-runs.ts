import type { ComparisonRequested, ComparisonRun, RunProgress } from './comparison-run.ts';

/** What a request comes to. */
export type Admission =
  /** This very request was taken before. */
  | { readonly kind: 'known'; readonly run: ComparisonRun }
  /** The same comparison goes on: this is its run with the request taken in. */
  | { readonly kind: 'joined'; readonly run: ComparisonRun }
  /** How many runs of the same comparison are over: with it two who ask at the same moment mean the same run. */
  | { readonly kind: 'new'; readonly turn: number };

export function isOver({ status }: Pick<ComparisonRun, 'status'>): boolean {
  return status !== 'requested' && status !== 'running';
}

/** The same text for requests that the same run answers. */
export function sameComparison(
  asked: Pick<ComparisonRequested, 'current' | 'candidate' | 'region' | 'dataset' | 'sample' | 'judge' | 'engine'>,
): string {
  const { current, candidate, region, dataset, sample, judge, engine } = asked;
  return JSON.stringify([current, candidate, region, dataset, sample, judge, ...(engine ? [engine] : [])]);
}

export function admission(request: ComparisonRequested, runs: readonly ComparisonRun[]): Admission {
  const known = runs.find(({ keys = [] }) => keys.includes(request.key));
  if (known) return { kind: 'known', run: known };
  const same = runs.filter((run) => sameComparison(run) === sameComparison(request));
  const going = same.find((run) => !isOver(run));
  return going ? { kind: 'joined', run: joined(going, request) } : { kind: 'new', turn: same.length };
}

/** Nobody pays more than they meant to: of two budgets the smaller one holds. */
function joined(run: ComparisonRun, { key, migrationIds, budget }: ComparisonRequested): ComparisonRun {
  return {
    ...run,
    budget: run.budget === null || budget === null ? (run.budget ?? budget) : Math.min(run.budget, budget),
    keys: [...(run.keys ?? []), key],
    migrationIds: [...new Set([...run.migrationIds, ...migrationIds])],
  };
}

export function requestedRun({ key, ...request }: ComparisonRequested, runId: string): ComparisonRun {
  return {
    ...request,
    runId,
    status: 'requested',
    told: {},
    progress: null,
    endedAt: null,
    reason: null,
    keys: [key],
    version: 0,
  };
}

/** What one part of a run has done so far: a batch of its cases, or all of them in one process. */
export interface RunShare extends Omit<RunProgress, 'of'> {
  readonly part: string;
}

export function progressOf(of: number, shares: readonly RunShare[]): RunProgress {
  const sum = (field: 'done' | 'failed') => shares.reduce((total, share) => total + share[field], 0);
  const cost = shares.every((share) => share.cost !== null)
    ? shares.reduce((total, share) => total + (share.cost ?? 0), 0)
    : null;
  return { done: sum('done'), of, failed: sum('failed'), cost };
}
