import type { ComparisonDeps } from './comparison-ports.ts';
import type { CustomModelMigrations } from './custom-models/recustomise-ports.ts';
import type { Comparisons, SlackDesk } from './ports.ts';

/** What answering people in Slack needs beside what every handler does. */
export interface SlackDeps extends ComparisonDeps {
  readonly desk: SlackDesk;
  readonly comparisons: Comparisons;
  /** Absent where nothing trains. */
  readonly customModels?: CustomModelMigrations;
  /** Where runs in batch are possible; `null` where they are not. */
  readonly batchRegion: string | null;
}
