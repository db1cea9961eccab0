import { DateTime, Settings } from 'luxon';
import { BadInputError } from './exit.ts';

// Dates are written the same way on every machine, and finding out its language takes longer than most commands.
Settings.defaultLocale = 'en-US';

/** The real clock, or one that stands still where `--now` says. */
export function clock(now: string | undefined): () => DateTime {
  if (now === undefined) return () => DateTime.utc();
  const instant = DateTime.fromISO(now, { zone: 'utc' });
  if (!instant.isValid)
    throw new BadInputError(
      `--now: expected an ISO date or instant, such as 2026-11-20 or 2026-11-20T09:00:00Z, got ${now}`,
    );
  return () => instant;
}
