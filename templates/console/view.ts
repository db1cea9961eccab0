import type { DateTime } from 'luxon';
import type { Situation } from '../../domain/situation.ts';
import type { TeamInventory } from './team-inventory.ts';
import type { ChannelTranscript, TicketTranscript } from './transcripts.ts';

/** Everything the local console shows, at one moment. */
export interface ConsoleView {
  readonly now: DateTime;
  readonly situations: readonly Situation[];
  readonly channels: readonly ChannelTranscript[];
  readonly tickets: readonly TicketTranscript[];
  /** What teams have beside what they must leave; left out where no sweep has looked. */
  readonly dependents?: readonly TeamInventory[];
  /** What is not real here, in words that follow one another in a list: `the Slack workspace`. */
  readonly simulated: readonly string[];
}
