import type { KnownBlock } from '@slack/types';

/** One Slack message. */
export interface Message {
  /** Says it all: shown in notifications and read by screen readers; never empty. */
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}
