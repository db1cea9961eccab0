import type { KnownBlock } from '@slack/types';

/** One message as Slack tells it. */
export interface ChatMessage {
  /** Slack's timestamp: seconds since 1970, and the message's id within its channel. */
  readonly ts: string;
  readonly author: string;
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  readonly edited: boolean;
  /** Shown beneath it; left out where there is none. */
  readonly pictures?: readonly ChatPicture[];
}

export interface ChatPicture {
  readonly altText: string;
  /** A `data:` address of a PNG. */
  readonly source: string;
}

/** A message of the channel itself, with the thread beneath it. */
export interface RootMessage extends ChatMessage {
  readonly replies: readonly ChatMessage[];
}

/** What a Slack channel holds, oldest first. */
export interface ChannelTranscript {
  readonly id: string;
  /** Without `#`. */
  readonly name: string;
  readonly messages: readonly RootMessage[];
}

export interface TicketComment {
  readonly author: string;
  /** ISO instant. */
  readonly at: string;
  readonly body: string;
}

/** What a tracker holds of one ticket. */
export interface TicketTranscript {
  /** As people say it: `acme/payments#12`. */
  readonly key: string;
  readonly url: string;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly state: 'open' | 'closed';
  readonly labels: readonly string[];
  /** ISO instant. */
  readonly openedAt: string;
  readonly comments: readonly TicketComment[];
}
