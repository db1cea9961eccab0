/** Keeps to what Slack takes in one channel: about one message a second, and nothing for as long as it asked to be left alone. */
export interface SlackPace {
  /** Resolves when it is the channel's turn, and takes that turn. */
  readonly turn: (channel: string) => Promise<void>;
  /** A message arrived in this channel just now, which may have been addressed by another name. */
  readonly took: (channel: string) => void;
  /** Slack said `Retry-After`. */
  readonly hold: (channel: string, milliseconds: number) => void;
}

interface Clock {
  /** Milliseconds since whenever. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

const everyMs = 1_000;

/** Within one process. Of two at work at the same moment Slack itself sends one back, with how long to wait. */
export function slackPace({ now, wait }: Clock): SlackPace {
  const freeAt = new Map<string, number>();
  const notBefore = (channel: string, instant: number) =>
    void freeAt.set(channel, Math.max(freeAt.get(channel) ?? 0, instant));

  return {
    turn: async (channel) => {
      const mine = Math.max(now(), freeAt.get(channel) ?? 0);
      freeAt.set(channel, mine + everyMs);
      if (mine > now()) await wait(mine - now());
    },
    took: (channel) => notBefore(channel, now() + everyMs),
    hold: (channel, milliseconds) => notBefore(channel, now() + milliseconds),
  };
}

/** For a Slack that takes everything at once, as a simulated one does. */
export const unpaced: SlackPace = { turn: () => Promise.resolve(), took: () => undefined, hold: () => undefined };
