import { createHash } from 'node:crypto';
import type { DateTime } from 'luxon';

/** Which id of the running emulator stands for which id that clients were told. */
export interface SlackIds {
  readonly pair: (told: string, current: string) => void;
  readonly isKnown: (current: string) => boolean;
  /** A lasting timestamp for a new message: by the given clock, and later than every one before. */
  readonly newTimestamp: (current: string) => void;
  /** Replaces every id in a text that may hold some, such as a permalink. */
  readonly told: (text: string) => string;
  readonly current: (text: string) => string;
}

export const timestamp = /^\d{10}\.\d{6}$/;
const anyId = /\b\d{10}\.\d{6}\b|\bp\d{16}\b|\b[CG][A-Z0-9]{8,}\b/g;

export function slackIds(now: () => DateTime): SlackIds {
  const toldBy = new Map<string, string>();
  const currentBy = new Map<string, string>();
  let latest = 0;

  const pair = (told: string, current: string): void => {
    toldBy.set(current, told);
    currentBy.set(told, current);
    if (timestamp.test(told)) latest = Math.max(latest, Number(told.replace('.', '')));
  };

  return {
    pair,
    isKnown: (current) => toldBy.has(current),
    newTimestamp: (current) => {
      const microseconds = Math.max(now().toMillis() * 1000, latest + 1);
      const digits = String(microseconds).padStart(16, '0');
      pair(`${digits.slice(0, 10)}.${digits.slice(10)}`, current);
    },
    told: (text) => replaced(text, toldBy),
    current: (text) => replaced(text, currentBy),
  };
}

/** A permalink writes a timestamp without its point and with a `p` before it. */
function replaced(text: string, ids: ReadonlyMap<string, string>): string {
  return text.replaceAll(anyId, (id) => {
    if (!/^p\d/.test(id)) return ids.get(id) ?? id;
    const found = ids.get(`${id.slice(1, 11)}.${id.slice(11)}`);
    return found ? `p${found.replace('.', '')}` : id;
  });
}

/** A channel's lasting id follows from its name, so a new emulator gives the same; a channel configured by id keeps it. */
export function channelId(name: string): string {
  if (isChannelId(name)) return name;
  return `C${createHash('sha256').update(name).digest('hex').slice(0, 10).toUpperCase()}`;
}

export function isChannelId(channel: string): boolean {
  return /^[CG][A-Z0-9]{8,}$/.test(channel);
}
