import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recorded } from '../../../domain/cases/recorded.ts';
import { reportedCases } from '../../../domain/cases/reported-cases.ts';
import { aCase } from '../../builders/case.ts';
import { aCall } from '../../templates/report/compared.ts';

async function* each<Item>(items: readonly Item[], taken: Item[] = []): AsyncGenerator<Item> {
  for (const item of items) {
    taken.push(item);
    yield Promise.resolve(item);
  }
}

const ids = ['a', 'b', 'c', 'd'];
const cases = ids.map((id) => aCase(id));
const calls = ids.flatMap((caseId) =>
  (['current', 'candidate'] as const).map((side) => aCall(side, `${side} ${caseId}`, { caseId })),
);
const shown = async (records: readonly Recorded[], judged = false) => {
  const found = [];
  for await (const { caseId, current, candidate, judgement } of reportedCases(each(cases), each(records), judged))
    found.push([caseId, current?.answer?.text, candidate?.answer?.text, judgement?.reasons]);
  return found;
};

describe('the cases of a report', () => {
  it('have their answers, in whatever order these came', async () => {
    const wanted = ids.map((id) => [id, `current ${id}`, `candidate ${id}`, undefined]);

    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(calls, { minLength: calls.length }), async (records) => {
        expect(await shown(records)).toEqual(wanted);
      }),
    );
  });

  it('read no more of the records than they need', async () => {
    const taken: Recorded[] = [];
    const reading = reportedCases(each(cases), each(calls, taken), false);
    await reading.next();

    expect(taken).toHaveLength(2);
  });

  it('show an answer that came after the model was out of reach', async () => {
    const lost = aCall('current', '', {
      caseId: 'a',
      attempt: { kind: 'failed', error: 'endOfLife' },
      answer: null,
      failure: 'gone',
    });

    expect((await shown([lost, ...calls]))[0]).toEqual(['a', 'current a', 'candidate a', undefined]);
  });

  it('wait for what the judge said', async () => {
    const judgements = ids.map((caseId): Recorded => ({
      kind: 'judgement',
      caseId,
      repeat: 0,
      preferred: 'tie',
      consistent: true,
      reasons: [caseId],
      inputTokens: 1,
      outputTokens: 1,
    }));

    expect((await shown([...calls, ...judgements], true)).map(([, , , reasons]) => reasons)).toEqual(
      ids.map((id) => [id]),
    );
  });
});
