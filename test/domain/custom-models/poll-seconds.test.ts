import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import { pollSeconds } from '../../../domain/custom-models/poll-seconds.ts';

const since = '2026-11-20T09:00:00.000Z';

it.each`
  after               | seconds   | why
  ${{ seconds: 0 }}   | ${120}    | ${'nothing is asked more often than the shortest'}
  ${{ seconds: -30 }} | ${120}    | ${'a clock may be behind'}
  ${{ minutes: 20 }}  | ${120}    | ${'a tenth of it is the shortest'}
  ${{ hours: 2 }}     | ${720}    | ${'a tenth of the time that it took so far'}
  ${{ days: 5 }}      | ${43_200} | ${'a tenth is half a day'}
  ${{ days: 60 }}     | ${43_200} | ${'everything is looked at twice a day'}
`('after $after it is looked at in $seconds seconds: $why', ({ after, seconds }) => {
  const now = DateTime.fromISO(since).plus(after as object);

  expect(pollSeconds(since, now, 120)).toBe(seconds);
});
