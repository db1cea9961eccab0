import { DateTime } from 'luxon';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const iso8601 = /^\d{4}-\d{2}-\d{2}(?:[T ]|$)/;
const rfc1123 =
  /^(?:[a-z]{3,},?\s+)?(?<day>\d{1,2})\s+(?<month>[a-z]{3})[a-z]*\s+(?<year>\d{4})\s+(?<time>\d{1,2}:\d{2}(?::\d{2})?)\s*(?:GMT|UTC|Z|[+-]00:?00)?$/i;
const unixDate =
  /^(?:[a-z]{3,}\s+)?(?<month>[a-z]{3})[a-z]*\s+(?<day>\d{1,2})\s+(?<time>\d{1,2}:\d{2}:\d{2})\s+(?:UTC|GMT)\s+(?<year>\d{4})$/i;

/**
 * An instant as AWS writes it, as ISO in UTC: ISO 8601, `Thu, 3 Jun 2022 05:01:10 GMT` with one-digit days and wrong weekdays (the
 * weekday is not looked at), or `Wed Aug 28 22:58:30 UTC 2024`. `null` for anything else.
 */
export function healthTime(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const written = value.trim();
  const parts = (rfc1123.exec(written) ?? unixDate.exec(written))?.groups;
  if (!parts && !iso8601.test(written)) return null;
  const instant = parts ? fromParts(parts) : DateTime.fromISO(written.replace(' ', 'T'), { zone: 'utc' });
  return instant.isValid ? instant.toUTC().toISO() : null;
}

function fromParts(parts: Readonly<Record<string, string | undefined>>): DateTime {
  const [hour = 0, minute = 0, second = 0] = (parts['time'] ?? '').split(':').map(Number);
  const month = months.indexOf(parts['month']?.toLowerCase() ?? '') + 1;
  return DateTime.fromObject(
    { year: Number(parts['year']), month, day: Number(parts['day']), hour, minute, second },
    { zone: 'utc' },
  );
}
