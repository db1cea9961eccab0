import type { ComparisonRequested } from '../domain/comparison-run.ts';
import type { Comparisons, Deps, RunStore, SlackDesk } from './ports.ts';

/** What answering people in Slack needs beside what every handler does. */
export interface SlackDeps extends Deps {
  readonly desk: SlackDesk;
  readonly comparisons: Comparisons;
  readonly store: Deps['store'] & RunStore;
  /** Puts `Comparison Requested` on Sundial's bus. */
  readonly requestComparison: (detail: ComparisonRequested) => Promise<void>;
}
