import { describe, expect, it } from 'vitest';
import { readModelLifecycleChanged } from '../../events/model-lifecycle-changed.ts';
import { fixture } from '../fixtures/fixture.ts';

function changed(detail: Record<string, unknown> = {}, envelope: Record<string, unknown> = {}) {
  const event = fixture('sundial-lifecycle', 'end-of-life-announced');
  return { ...event, ...envelope, detail: { ...(event['detail'] as object), ...detail } };
}

describe('Model Lifecycle Changed', () => {
  it('is a notice of the API', () => {
    expect(readModelLifecycleChanged(changed())).toEqual({
      modelId: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
      regions: ['us-east-1'],
      accounts: ['111122223333'],
      dates: { legacy: '2026-10-08', extendedAccess: '2027-01-08', endOfLife: '2027-04-08' },
      prices: [],
      replacements: [],
      replacementNames: [],
      withdrawn: null,
      closed: false,
      asOf: '2026-10-09T06:00:12.000Z',
      sentAt: '2026-10-09T06:00:12.000Z',
      reference: '7f0a2c1e-51b4-4f0b-9a8f-0d8f3c5b1a05',
      source: 'api',
    });
  });

  it('tells its instant in UTC, so that words sort by when they were said', () => {
    const notice = readModelLifecycleChanged(changed({}, { time: '2026-10-09T01:00:00+02:00' }));

    expect(notice.asOf).toBe('2026-10-08T23:00:00.000Z');
  });

  it('resolves a profile id to its base model', () => {
    const modelId = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';

    expect(readModelLifecycleChanged(changed({ modelId })).modelId).toBe('anthropic.claude-sonnet-4-5-20250929-v1:0');
  });

  it('is about nobody in particular where nobody is known to use the model', () => {
    expect(readModelLifecycleChanged(changed({ accounts: [] })).accounts).toEqual([]);
  });

  it.each([true, false, null])('tells that a model is gone or back: %s', (withdrawn) => {
    expect(readModelLifecycleChanged(changed({ withdrawn })).withdrawn).toBe(withdrawn);
  });

  it.each`
    event                                                                                         | field                       | why
    ${changed({ modelId: 'arn:aws:bedrock:us-east-1:111122223333:imported-model/abcdefghijkl' })} | ${'detail.modelId'}         | ${'an imported model has no lifecycle'}
    ${changed({ regions: [] })}                                                                   | ${'detail.regions'}         | ${'no Region'}
    ${changed({ regions: [1] })}                                                                  | ${'detail.regions.0'}       | ${'a Region that is no text'}
    ${changed({ accounts: ['12'] })}                                                              | ${'detail.accounts.0'}      | ${'no account id'}
    ${changed({ withdrawn: 'yes' })}                                                              | ${'detail.withdrawn'}       | ${'neither gone nor back'}
    ${changed({ dates: { legacy: '2026-02-30', extendedAccess: null, endOfLife: null } })}        | ${'detail.dates.legacy'}    | ${'a day that does not exist'}
    ${changed({ dates: { legacy: null, extendedAccess: null } })}                                 | ${'detail.dates.endOfLife'} | ${'unknown is said, not left out'}
    ${changed({}, { time: 'now' })}                                                               | ${'time'}                   | ${'no instant'}
    ${changed({}, { id: undefined })}                                                             | ${'id'}                     | ${'nothing to refer to'}
  `('$field is named where it cannot be read: $why', ({ event, field }: { event: unknown; field: string }) => {
    expect(() => readModelLifecycleChanged(event)).toThrow(
      expect.objectContaining({ name: 'UnreadableEventError', field }),
    );
  });
});
