import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembled, communicationKey } from '../../domain/health-event.ts';
import { readHealthEvent } from '../../events/health-event.ts';
import { aHealthPayload, described } from '../builders/health-payload.ts';

const page = (number: number, total = 3) =>
  readHealthEvent(
    aHealthPayload({
      page: String(number),
      totalPages: String(total),
      communicationId: `b4e4a1d2f0-${number}`,
      affectedEntities: [{ entityValue: `resource-${number}` }],
      eventDescription: described(number === 1 ? 'The text of the first page.' : ''),
    }),
  );

describe('the pages of an event', () => {
  it('are one event once all are there, in whatever order and however often they came', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([1, 2, 3], { minLength: 3 }),
        fc.array(fc.constantFrom(1, 2, 3)),
        (order, again) => {
          const whole = assembled([...order, ...again].map((number) => page(number)));

          expect(whole).toMatchObject({ page: 1, totalPages: 1, description: 'The text of the first page.' });
          expect(whole?.entities.map(({ value }) => value)).toEqual(['resource-1', 'resource-2', 'resource-3']);
        },
      ),
    );
  });

  it.each`
    pages                          | why
    ${[]}                          | ${'none'}
    ${[page(1), page(3)]}          | ${'the middle one is missing'}
    ${[page(2), page(2), page(2)]} | ${'one of them, three times'}
    ${[page(1, 2), page(2, 3)]}    | ${'a later page says there are more'}
  `('wait while some are missing: $why', ({ pages }: { pages: ReturnType<typeof page>[] }) => {
    expect(assembled(pages)).toBeNull();
  });

  it('share a key, which differs by account and by event', () => {
    expect(communicationKey(page(1))).toBe(communicationKey(page(2)));
    expect(communicationKey({ ...page(1), account: '444455556666' })).not.toBe(communicationKey(page(1)));
    expect(communicationKey({ ...page(1), eventArn: 'another' })).not.toBe(communicationKey(page(1)));
  });

  it('a copy for the backup Region has the key of the event it copies', () => {
    expect(communicationKey({ ...page(1), backup: true })).toBe(communicationKey(page(1)));
  });
});
