import type { DateTime } from 'luxon';
import type { Journal } from '../journal.ts';
import type { Answers } from './answers.ts';
import { answers } from './answers.ts';
import type { ChannelStates } from './channel-states.ts';
import { channelStates } from './channel-states.ts';
import type { Files } from './files.ts';
import { files } from './files.ts';
import type { Triggers } from './triggers.ts';
import { triggers } from './triggers.ts';
import type { Views } from './views.ts';
import { views } from './views.ts';

/** What the simulated Slack keeps beside messages. Channels and files outlive a restart, the rest does not. */
export interface Desk {
  readonly triggers: Triggers;
  readonly views: Views;
  readonly answers: Answers;
  readonly files: Files;
  readonly channels: ChannelStates;
}

export function desk(channels: readonly string[], now: () => DateTime, journal: Journal): Desk {
  return {
    triggers: triggers(now),
    views: views(),
    answers: answers(now),
    files: files(journal),
    channels: channelStates(channels, journal),
  };
}
