import { describe, expect, it } from 'vitest';
import { healthTime } from '../../events/health-time.ts';

describe('healthTime', () => {
  it.each`
    written                            | iso                           | why
    ${'Thu, 27 Aug 2026 13:19:03 GMT'} | ${'2026-08-27T13:19:03.000Z'} | ${'as RFC 1123 has it'}
    ${'Thu, 27 Jan 2026 13:44:13 GMT'} | ${'2026-01-27T13:44:13.000Z'} | ${'a wrong weekday, as in AWS’s own sample'}
    ${'Fri, 3 Jun 2022 05:01:10 GMT'}  | ${'2022-06-03T05:01:10.000Z'} | ${'a one-digit day'}
    ${'3 June 2022 5:01 UTC'}          | ${'2022-06-03T05:01:00.000Z'} | ${'the month in full, no weekday and no seconds'}
    ${'Wed Aug 28 22:58:30 UTC 2024'}  | ${'2024-08-28T22:58:30.000Z'} | ${'as date(1) prints it'}
    ${'2026-10-08T16:04:11Z'}          | ${'2026-10-08T16:04:11.000Z'} | ${'ISO'}
    ${'2026-10-08T16:04:11.123+02:00'} | ${'2026-10-08T14:04:11.123Z'} | ${'ISO with an offset'}
    ${'2026-10-08 16:04:11'}           | ${'2026-10-08T16:04:11.000Z'} | ${'ISO with a blank, in UTC'}
    ${'2026-10-08'}                    | ${'2026-10-08T00:00:00.000Z'} | ${'a day alone'}
    ${' 2026-10-08T16:04:11Z '}        | ${'2026-10-08T16:04:11.000Z'} | ${'blanks around it'}
    ${'16:04:11'}                      | ${null}                       | ${'a time without a day would be read from the clock'}
    ${'2026'}                          | ${null}                       | ${'a year'}
    ${'Mon, 31 Feb 2026 00:00:00 GMT'} | ${null}                       | ${'a day that does not exist'}
    ${'Mon, 1 Foo 2026 00:00:00 GMT'}  | ${null}                       | ${'a month that does not exist'}
    ${'Aug 28, 2024, 10:47:53 PM'}     | ${null}                       | ${'no zone: nobody knows which instant this is'}
    ${''}                              | ${null}                       | ${'empty'}
    ${1789378267000}                   | ${null}                       | ${'a number'}
    ${null}                            | ${null}                       | ${'nothing'}
  `('$written is $iso: $why', ({ written, iso }: { written: unknown; iso: string | null }) => {
    expect(healthTime(written)).toBe(iso);
  });
});
