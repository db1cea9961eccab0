import { describe, expect, it } from 'vitest';
import type { HealthEvent } from '../../domain/health-event.ts';
import { readHealthEvent } from '../../events/health-event.ts';
import { UnreadableEventError } from '../../events/unreadable-event.ts';
import { aHealthPayload, described } from '../builders/health-payload.ts';
import { fixture, fixtureNames } from '../fixtures/fixture.ts';

const read = (detail: Record<string, unknown> = {}, envelope: Record<string, unknown> = {}) =>
  readHealthEvent(aHealthPayload(detail, envelope));

const without = (...names: string[]) => Object.fromEntries(names.map((name) => [name, undefined]));

describe('what of a Health event is read, in the shapes AWS has used', () => {
  it.each`
    detail                                                                                  | reading                                                                   | why
    ${{ page: '2', totalPages: '10' }}                                                      | ${{ page: 2, totalPages: 10 }}                                            | ${'numbers as text'}
    ${{ page: 2, totalPages: 10 }}                                                          | ${{ page: 2, totalPages: 10 }}                                            | ${'numbers as numbers'}
    ${without('page', 'totalPages')}                                                        | ${{ page: 1, totalPages: 1 }}                                             | ${'no pages at all'}
    ${{ backupEvent: 'true' }}                                                              | ${{ backup: true }}                                                       | ${'a boolean as text'}
    ${{ backupEvent: true }}                                                                | ${{ backup: true }}                                                       | ${'a boolean'}
    ${{ backupEvent: 'True' }}                                                              | ${{ backup: true }}                                                       | ${'a boolean in Python’s case'}
    ${without('backupEvent')}                                                               | ${{ backup: false }}                                                      | ${'no word of a copy'}
    ${{ startTime: 'Fri, 8 Oct 2026 01:02:03 GMT' }}                                        | ${{ startTime: '2026-10-08T01:02:03.000Z' }}                              | ${'a wrong weekday and a one-digit day'}
    ${{ startTime: '' }}                                                                    | ${{ startTime: null }}                                                    | ${'a time left empty'}
    ${{ ...without('lastUpdatedTime'), lastUpdatedtime: '8 Oct 2026 17:00:00 GMT' }}        | ${{ lastUpdatedTime: '2026-10-08T17:00:00.000Z' }}                        | ${'the documented misspelling'}
    ${{ ...without('lastUpdatedTime'), lastupdatedTime: '2026-10-08T17:00:00Z' }}           | ${{ lastUpdatedTime: '2026-10-08T17:00:00.000Z' }}                        | ${'the misspelling of old samples'}
    ${without('lastUpdatedTime')}                                                           | ${{ lastUpdatedTime: null }}                                              | ${'missing although documented as required'}
    ${{ communicationId: 'abc-123-2' }}                                                     | ${{ communication: 'abc-123' }}                                           | ${'a page suffix'}
    ${{ communicationId: 'abcdef' }}                                                        | ${{ communication: 'abcdef' }}                                            | ${'no page suffix'}
    ${{ communicationId: '' }}                                                              | ${{ communication: expect.stringContaining('arn:aws:health') as string }} | ${'no communication: its ARN tells events apart'}
    ${{ ...without('communicationId', 'eventArn') }}                                        | ${{ communication: 'b4e4a1d2-0000-4000-8000', eventArn: '' }}             | ${'neither: the id of the delivery'}
    ${{ eventArn: 'arn:aws:health:eu-west-1::event/CODE_1', ...without('eventRegion') }}    | ${{ eventRegion: 'eu-west-1' }}                                           | ${'the short ARN, which tells the Region'}
    ${{ eventArn: 'arn:aws:health:eu-west-1::event/BEDROCK/CODE/CODE_1', eventRegion: '' }} | ${{ eventRegion: 'eu-west-1' }}                                           | ${'the long ARN'}
    ${{ eventRegion: 'EU-WEST-1' }}                                                         | ${{ eventRegion: 'eu-west-1' }}                                           | ${'a Region in capitals'}
    ${{ eventRegion: 'eusc-de-east-1' }}                                                    | ${{ eventRegion: 'eusc-de-east-1' }}                                      | ${'a Region of the sovereign cloud'}
    ${{ eventRegion: 'global' }}                                                            | ${{ eventRegion: 'all' }}                                                 | ${'an event of every Region'}
    ${{ eventRegion: 'somewhere' }}                                                         | ${{ eventRegion: null }}                                                  | ${'no Region'}
    ${{ statusCode: 'CLOSED' }}                                                             | ${{ statusCode: 'closed' }}                                               | ${'a status in capitals'}
    ${without('statusCode')}                                                                | ${{ statusCode: 'open' }}                                                 | ${'an event is open until it is said to be closed'}
    ${{ affectedAccount: '444455556666' }}                                                  | ${{ account: '444455556666', receivedBy: '111122223333' }}                | ${'an organisation’s view'}
    ${without('affectedAccount')}                                                           | ${{ account: '111122223333', receivedBy: '111122223333' }}                | ${'an account’s own event'}
    ${{ eventMetadata: { truncated: 'true', count: 3 } }}                                   | ${{ metadata: { truncated: 'true' } }}                                    | ${'metadata that is text'}
    ${without('eventDescription')}                                                          | ${{ description: '' }}                                                    | ${'no description'}
    ${{ eventDescription: [] }}                                                             | ${{ description: '' }}                                                    | ${'no description in any language'}
  `('$why', ({ detail, reading }: { detail: Record<string, unknown>; reading: Partial<HealthEvent> }) => {
    expect(read(detail)).toMatchObject(reading);
  });

  it.each`
    entity                                                         | status       | why
    ${{ entityValue: 'model', status: 'PENDING' }}                 | ${'PENDING'} | ${'as documented'}
    ${{ entityValue: 'model', statusCode: 'pending' }}             | ${'PENDING'} | ${'as the API and old samples name it'}
    ${{ entityValue: 'model' }}                                    | ${null}      | ${'an entity without a status'}
    ${{ entityValue: 'model', status: null, lastUpdatedTime: {} }} | ${null}      | ${'misshapen where nothing is needed'}
  `('the status of an entity: $why', ({ entity, status }: { entity: unknown; status: string | null }) => {
    expect(read({ affectedEntities: [entity] }).entities).toEqual([{ value: 'model', status }]);
  });

  it('a language that is not read may be misshapen', () => {
    const eventDescription = [{ language: 'ja_JP', latestDescription: null }, ...described('In English.')];

    expect(read({ eventDescription }).description).toBe('In English.');
  });

  it.each`
    envelope                                 | detail                        | sentAt                        | why
    ${{ time: '2026-10-08T16:04:11Z' }}      | ${{}}                         | ${'2026-10-08T16:04:11.000Z'} | ${'the time of the envelope'}
    ${{ time: '2026-10-08T18:04:11+02:00' }} | ${{}}                         | ${'2026-10-08T16:04:11.000Z'} | ${'in UTC'}
    ${{ time: 'soon' }}                      | ${{}}                         | ${'2026-10-08T16:00:00.000Z'} | ${'else when it was last updated'}
    ${{ time: undefined }}                   | ${without('lastUpdatedTime')} | ${'2026-10-08T16:00:00.000Z'} | ${'else when it starts'}
  `(
    'sent at: $why',
    ({ envelope, detail, sentAt }: Record<'envelope' | 'detail', Record<string, unknown>> & { sentAt: string }) => {
      expect(read(detail, envelope).sentAt).toBe(sentAt);
    },
  );

  it.each(fixtureNames('health-bedrock'))('reads the fixture %s', (name) => {
    expect(readHealthEvent(fixture('health-bedrock', name)).account).toMatch(/^\d{12}$/);
  });
});

describe('a needed field that cannot be read is named', () => {
  it.each`
    event                                                                             | field                          | why
    ${{}}                                                                             | ${'detail'}                    | ${'no detail'}
    ${{ detail: 'text' }}                                                             | ${'detail'}                    | ${'a detail that is no object'}
    ${null}                                                                           | ${'event'}                     | ${'no event'}
    ${aHealthPayload({ page: '0' })}                                                  | ${'detail.page'}               | ${'pages count from 1'}
    ${aHealthPayload({ page: 'two' })}                                                | ${'detail.page'}               | ${'no number'}
    ${aHealthPayload({ page: 1.5 })}                                                  | ${'detail.page'}               | ${'no whole number'}
    ${aHealthPayload({ totalPages: [] })}                                             | ${'detail.totalPages'}         | ${'no number'}
    ${aHealthPayload({ page: '3', totalPages: '2' })}                                 | ${'detail.page'}               | ${'a page past the last'}
    ${aHealthPayload({ affectedAccount: '12' })}                                      | ${'detail.affectedAccount'}    | ${'no account id'}
    ${aHealthPayload({ affectedAccount: 111122223333 })}                              | ${'detail.affectedAccount'}    | ${'a number has lost its leading zeros'}
    ${aHealthPayload(without('affectedAccount'), { account: 'mine' })}                | ${'account'}                   | ${'no account anywhere'}
    ${aHealthPayload({ eventArn: 7 })}                                                | ${'detail.eventArn'}           | ${'no text'}
    ${aHealthPayload({ communicationId: {} })}                                        | ${'detail.communicationId'}    | ${'no text'}
    ${aHealthPayload(without('communicationId', 'eventArn'), { id: undefined })}      | ${'detail.communicationId'}    | ${'nothing to tell events apart'}
    ${aHealthPayload({ eventDescription: 'text' })}                                   | ${'detail.eventDescription'}   | ${'no list of languages'}
    ${aHealthPayload({ eventDescription: [{ language: 'en_US' }] })}                  | ${'detail.eventDescription'}   | ${'a language without text'}
    ${aHealthPayload({ eventDescription: ['text'] })}                                 | ${'detail.eventDescription.0'} | ${'text without its language'}
    ${aHealthPayload({ ...without('lastUpdatedTime'), startTime: 'x' }, { time: 5 })} | ${'time'}                      | ${'no time anywhere'}
  `('$field: $why', ({ event, field }: { event: unknown; field: string }) => {
    let fault: unknown;
    try {
      readHealthEvent(event);
    } catch (error) {
      fault = error;
    }

    expect(fault).toBeInstanceOf(UnreadableEventError);
    expect(fault).toMatchObject({ field, message: expect.stringMatching(`^${field}: .*expected`) as string });
  });
});

describe('what is not needed may be misshapen without harm', () => {
  const fields = [
    ...['service', 'eventTypeCode', 'eventTypeCategory', 'eventScopeCode', 'startTime', 'endTime', 'lastUpdatedTime'],
    ...['statusCode', 'eventRegion', 'eventMetadata', 'affectedEntities', 'backupEvent', 'personas', 'actionability'],
  ];
  const shapes: readonly unknown[] = [undefined, null, 5, true, '', [], {}, [null], { a: { b: 1 } }];

  it.each(fields)('%s', (field) => {
    for (const shape of shapes) {
      const event = read({ [field]: shape });

      expect(event).toMatchObject({ account: '111122223333', page: 1, communication: 'b4e4a1d2f0' });
    }
  });
});
