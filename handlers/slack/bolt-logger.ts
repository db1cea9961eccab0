import type { Logger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';
import type { Log } from '../log.ts';

/** What Bolt says of itself. Its quieter words hold whole requests, so they are not kept. */
export function boltLogger(log: Log): Logger {
  const say = (...words: readonly unknown[]) => {
    log.error('Bolt reports', { words: words.filter((word) => typeof word === 'string').join(' ') });
  };
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: say,
    error: say,
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
