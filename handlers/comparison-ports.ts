import type { ComparisonConcluded } from '../domain/comparison-concluded.ts';
import type { RunShare } from '../domain/comparison-runs.ts';
import type { Log } from './log.ts';
import type { Comparisons, Deps, RunStore, SlackDesk } from './ports.ts';

/** Runs, and what each part of one has done so far. */
export interface SharedRunStore extends RunStore {
  readonly putShare: (runId: string, share: RunShare) => Promise<void>;
  readonly shares: (runId: string) => Promise<readonly RunShare[]>;
}

/** What telling of a run needs of the world. */
export interface TellingDeps extends Deps {
  readonly runs: SharedRunStore;
  readonly desk: Pick<SlackDesk, 'attach'>;
  /** Puts `Comparison Concluded` on Sundial's bus. */
  readonly announceComparison: (detail: ComparisonConcluded) => Promise<void>;
  readonly log: Log;
}

/** Everything that a comparison needs of the world, but for the models. */
export interface ComparisonDeps extends TellingDeps {
  readonly comparisons: Pick<Comparisons, 'start' | 'cancel'>;
}
