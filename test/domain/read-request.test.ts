import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRequest } from '../../domain/read-request.ts';
import type { Request } from '../../domain/request.ts';
import { requestWords } from '../../domain/request-words.ts';

const known = new Set(['sonnet 4.5', 'sonnet 5', 'anthropic.claude-sonnet-5', 'opus']);
const read = (text: string) => readRequest(text, (words) => known.has(words));

describe('what somebody typed after /sundial', () => {
  it.each`
    text                                                                                       | request
    ${'status'}                                                                                | ${{ kind: 'status', about: null }}
    ${'status payments'}                                                                       | ${{ kind: 'status', about: 'payments' }}
    ${'Status Sonnet 4.5'}                                                                     | ${{ kind: 'status', about: 'Sonnet 4.5' }}
    ${'timeline sonnet 4.5'}                                                                   | ${{ kind: 'timeline', model: 'sonnet 4.5', region: null }}
    ${'timeline sonnet 4.5 eu-central-1'}                                                      | ${{ kind: 'timeline', model: 'sonnet 4.5', region: 'eu-central-1' }}
    ${'mine'}                                                                                  | ${{ kind: 'mine' }}
    ${'digest'}                                                                                | ${{ kind: 'digest' }}
    ${'compare sonnet 4.5'}                                                                    | ${{ kind: 'compare', current: 'sonnet 4.5', candidate: null, dataset: null }}
    ${'compare sonnet 4.5 sonnet 5'}                                                           | ${{ kind: 'compare', current: 'sonnet 4.5', candidate: 'sonnet 5', dataset: null }}
    ${'compare sonnet 4.5 anthropic.claude-sonnet-5'}                                          | ${{ kind: 'compare', current: 'sonnet 4.5', candidate: 'anthropic.claude-sonnet-5', dataset: null }}
    ${'compare sonnet 4.5 with a new one'}                                                     | ${{ kind: 'compare', current: 'sonnet 4.5', candidate: 'a new one', dataset: null }}
    ${'compare sonnet 4.5 sonnet 5 s3://cases/a.jsonl'}                                        | ${{ kind: 'compare', current: 'sonnet 4.5', candidate: 'sonnet 5', dataset: 's3://cases/a.jsonl' }}
    ${'compare sonnet 4.5 on s3://cases/a.jsonl'}                                              | ${{ kind: 'compare', current: 'sonnet 4.5', candidate: null, dataset: 's3://cases/a.jsonl' }}
    ${'compare sonnet 4.5 with sonnet 5 on cases/mine.jsonl'}                                  | ${{ kind: 'compare', current: 'sonnet 4.5', candidate: 'sonnet 5', dataset: 'cases/mine.jsonl' }}
    ${'compare sonnet 4.5 sonnet 5 --batch'}                                                   | ${{ kind: 'compare', current: 'sonnet 4.5', candidate: 'sonnet 5', dataset: null, engine: 'batch' }}
    ${'compare —batch sonnet 4.5 on s3://cases/a.jsonl'}                                       | ${{ kind: 'compare', current: 'sonnet 4.5', candidate: null, dataset: 's3://cases/a.jsonl', engine: 'batch' }}
    ${'ack sonnet 4.5'}                                                                        | ${{ kind: 'acknowledge', model: 'sonnet 4.5' }}
    ${'custom'}                                                                                | ${{ kind: 'custom', model: null, act: 'show' }}
    ${'custom support-lite'}                                                                   | ${{ kind: 'custom', model: 'support-lite', act: 'show' }}
    ${'custom support-lite Approve'}                                                           | ${{ kind: 'custom', model: 'support-lite', act: 'approve' }}
    ${'custom support-lite refuse'}                                                            | ${{ kind: 'custom', model: 'support-lite', act: 'refuse' }}
    ${'custom support-lite cancel'}                                                            | ${{ kind: 'custom', model: 'support-lite', act: 'cancel' }}
    ${'custom support-lite start'}                                                             | ${{ kind: 'custom', model: 'support-lite', act: 'start', replacement: null, hyperParameters: {}, serving: null }}
    ${'custom support-lite start epochCount=3 on nova 2 lite provisioned learningRate=0.0001'} | ${{ kind: 'custom', model: 'support-lite', act: 'start', replacement: 'nova 2 lite', hyperParameters: { epochCount: '3', learningRate: '0.0001' }, serving: 'provisioned' }}
    ${'custom support-lite start on-demand'}                                                   | ${{ kind: 'custom', model: 'support-lite', act: 'start', replacement: null, hyperParameters: {}, serving: 'onDemand' }}
    ${'watch opus'}                                                                            | ${{ kind: 'watch', model: 'opus' }}
    ${'snooze sonnet 4.5 until 2026-12-15 because tests run'}                                  | ${{ kind: 'snooze', model: 'sonnet 4.5', until: '2026-12-15', reason: 'tests run' }}
    ${'snooze opus UNTIL 2026-12-15 Because until then, rest'}                                 | ${{ kind: 'snooze', model: 'opus', until: '2026-12-15', reason: 'until then, rest' }}
    ${'owner sonnet 4.5 <@U0123456789|ana>'}                                                   | ${{ kind: 'owner', model: 'sonnet 4.5', person: 'U0123456789' }}
    ${'owner opus me'}                                                                         | ${{ kind: 'owner', model: 'opus', person: null }}
    ${'replace sonnet 4.5 with opus 5'}                                                        | ${{ kind: 'replace', model: 'sonnet 4.5', candidate: 'opus 5' }}
    ${'replace sonnet 4.5 sonnet 5'}                                                           | ${{ kind: 'replace', model: 'sonnet 4.5', candidate: 'sonnet 5' }}
    ${'waive opus because contract 4711'}                                                      | ${{ kind: 'waive', model: 'opus', until: null, reason: 'contract 4711' }}
    ${'waive opus until 2027-06-30 because contract'}                                          | ${{ kind: 'waive', model: 'opus', until: '2027-06-30', reason: 'contract' }}
  `('$text', ({ text, request }: { text: string; request: Request }) => {
    expect(read(text)).toEqual({ kind: 'request', request, share: false });
  });

  it.each(['status --share payments', '--share status payments', 'status payments --share'])(
    'is shown to the channel where it is asked to be: %s',
    (text) => {
      expect(read(text)).toEqual({ kind: 'request', request: { kind: 'status', about: 'payments' }, share: true });
    },
  );

  it.each`
    text                                      | why
    ${'timeline'}                             | ${'Which model?'}
    ${'ack'}                                  | ${'Which model?'}
    ${'custom a train'}                       | ${'What shall be done? Write start, approve, refuse, cancel after the name.'}
    ${'custom a approve now'}                 | ${'approve takes no more words.'}
    ${'custom a start fast'}                  | ${'What is fast? Write on and a model, hyperparameters as in epochCount=3, or provisioned.'}
    ${'custom a start on'}                    | ${'What is on? Write on and a model, hyperparameters as in epochCount=3, or provisioned.'}
    ${'snooze sonnet 4.5'}                    | ${'Until which day? Write until and a date, as in until 2026-12-15.'}
    ${'snooze opus until friday because'}     | ${'friday is no day: write it as 2026-12-15.'}
    ${'snooze opus until 2026-02-30'}         | ${'2026-02-30 is no day: write it as 2026-12-15.'}
    ${'snooze opus until 2026-12-15'}         | ${'Why? Write because and a reason.'}
    ${'owner opus'}                           | ${'Which model, and who? Write the model and @ with a name, or me.'}
    ${'owner opus ana'}                       | ${'Which model, and who? Write the model and @ with a name, or me.'}
    ${'replace opus'}                         | ${'Which model, with which? Write with between the two.'}
    ${'waive opus'}                           | ${'Which model, and why? Write because and a reason.'}
    ${'waive opus until soon because reason'} | ${'soon is no day: write it as 2027-06-30.'}
    ${'sing'}                                 | ${'There is no word sing.'}
  `('$text is unclear: $why', ({ text, why }: { text: string; why: string }) => {
    expect(read(text)).toMatchObject({ kind: 'unclear', why });
  });

  it('says the same again when it is written down and read', () => {
    const model = fc.constantFrom('sonnet 4.5', 'anthropic.claude-sonnet-5', 'opus', 'a.b-c:0/payments');
    const reason = fc.constantFrom('tests run', 'contract 4711, signed');
    const until = fc.constantFrom('2026-12-15', '2027-06-30');
    const requests: fc.Arbitrary<Request> = fc.oneof(
      fc.record({ kind: fc.constant('acknowledge' as const), model }),
      fc.record({ kind: fc.constant('timeline' as const), model, region: fc.constantFrom(null, 'us-east-1') }),
      fc.record({ kind: fc.constant('snooze' as const), model, until, reason }),
      fc.record({ kind: fc.constant('waive' as const), model, until: fc.option(until), reason }),
      fc.record({ kind: fc.constant('owner' as const), model, person: fc.constantFrom(null, 'U0123456789') }),
      fc.record({ kind: fc.constant('replace' as const), model, candidate: model }),
      fc.record({
        kind: fc.constant('compare' as const),
        current: model,
        candidate: fc.option(model),
        dataset: fc.constantFrom(null, 's3://cases/a.jsonl'),
      }),
      fc.record({
        kind: fc.constant('compare' as const),
        current: model,
        candidate: fc.option(model),
        dataset: fc.constantFrom(null, 's3://cases/a.jsonl'),
        engine: fc.constant('batch' as const),
      }),
    );
    fc.assert(
      fc.property(requests, (request) => {
        expect(readRequest(requestWords(request), () => false)).toEqual({ kind: 'request', request, share: false });
      }),
    );
  });

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['request', 'unclear']).toContain(read(text).kind);
      }),
    );
  });
});
