import type { ComparisonConcluded } from '../domain/comparison-concluded.ts';
import type { ComparisonRequested } from '../domain/comparison-run.ts';
import type { RunShare } from '../domain/comparison-runs.ts';
import type { Log } from './log.ts';
import type { Comparisons, Deps, RunStore, SlackDesk } from './ports.ts';

/** Runs, and what each part of one has done so far. */
export interface SharedRunStore extends RunStore {
  readonly putShare: (runId: string, share: RunShare) => Promise<void>;
  readonly shares: (runId: string) => Promise<readonly RunShare[]>;
}

/** Everything that a comparison needs of the world, but for the models. */
export interface ComparisonDeps extends Deps {
  readonly runs: SharedRunStore;
  readonly comparisons: Pick<Comparisons, 'start' | 'cancel'>;
  readonly desk: Pick<SlackDesk, 'attach'>;
  /** Puts `Comparison Concluded` on Sundial's bus. */
  readonly announceComparison: (detail: ComparisonConcluded) => Promise<void>;
  readonly log: Log;
}

/** What asking for a comparison needs. */
export interface RequestDeps extends Pick<Deps, 'ledger' | 'now'> {
  /** Puts `Comparison Requested` on Sundial's bus. */
  readonly requestComparison: (detail: ComparisonRequested) => Promise<void>;
}
