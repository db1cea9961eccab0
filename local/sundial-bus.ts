import { randomUUID } from 'node:crypto';
import type { DateTime } from 'luxon';

/** One of Sundial's own events, as its bus would hand it to a rule. */
export function sundialEvent(detailType: string, detail: unknown, now: DateTime): unknown {
  return {
    version: '0',
    id: randomUUID(),
    source: 'sundial',
    'detail-type': detailType,
    account: '111122223333',
    time: now.toUTC().toISO({ suppressMilliseconds: true }),
    region: 'us-west-2',
    resources: [],
    detail,
  };
}
