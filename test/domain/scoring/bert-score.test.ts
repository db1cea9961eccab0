import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOutcomes } from '../../../domain/comparison/check-outcomes.ts';
import { needsBertScore } from '../../../domain/cases/dataset.ts';
import { bertCheck, bertResult } from '../../../domain/scoring/bert-check.ts';
import type { BertScore, TokenEmbeddings, TokenWeight } from '../../../domain/scoring/bert-score.ts';
import { bertScore, inverseDocumentFrequency, nothingAlike, rescaled } from '../../../domain/scoring/bert-score.ts';

interface BertRow {
  readonly candidate: TokenEmbeddings;
  readonly reference: TokenEmbeddings;
  readonly weight: TokenWeight | undefined;
  readonly score: BertScore;
}

interface CheckRow {
  readonly value: unknown;
  readonly expected: string | null;
  readonly reference: string;
  readonly measure: string;
}

/** A text whose tokens have these embeddings; their ids are their places. */
function seen(rows: readonly (readonly number[])[], special: readonly number[] = []): TokenEmbeddings {
  return { ids: rows.map((_, id) => id), vectors: Float32Array.from(rows.flat()), special: new Set(special) };
}

const rows = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 9 })), {
  minLength: 1,
  maxLength: 6,
});

describe('bertScore', () => {
  it('swaps precision and recall where the texts are swapped, and keeps F1', () => {
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const [there, back] = [bertScore(seen(one), seen(other)), bertScore(seen(other), seen(one))];
        expect(back.precision).toBeCloseTo(there.recall, 9);
        expect(back.recall).toBeCloseTo(there.precision, 9);
        expect(back.f1).toBeCloseTo(there.f1, 9);
      }),
    );
  });

  it('is 1 of a text and itself, and never more of any two', () => {
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        expect(bertScore(seen(one), seen(one)).f1).toBeCloseTo(1, 5);
        for (const value of Object.values(bertScore(seen(one), seen(other))))
          expect(value).toBeLessThanOrEqual(1 + 1e-6);
      }),
    );
  });

  it.each`
    candidate              | reference                 | weight                | score                                 | why
    ${seen([])}            | ${seen([[1, 0]])}         | ${undefined}          | ${nothingAlike}                       | ${'nothing was said'}
    ${seen([[1, 0]], [0])} | ${seen([[1, 0]])}         | ${undefined}          | ${nothingAlike}                       | ${'nothing but special tokens'}
    ${seen([[1, 0]])}      | ${seen([[0, 1]])}         | ${undefined}          | ${nothingAlike}                       | ${'at right angles: no harmonic mean of zeros'}
    ${seen([[0, 0]])}      | ${seen([[1, 0]])}         | ${undefined}          | ${nothingAlike}                       | ${'an embedding without length is like none'}
    ${seen([[1, 0]])}      | ${seen([[1, 0]])}         | ${() => 0}            | ${{ precision: 1, recall: 1, f1: 1 }} | ${'where no token weighs anything each counts the same'}
    ${seen([[1, 0]])}      | ${seen([[1, 0], [0, 1]])} | ${(id: number) => id} | ${{ precision: 1, recall: 0, f1: 0 }} | ${'only the second token weighs'}
  `('$why', ({ candidate, reference, weight, score }: BertRow) => {
    expect(bertScore(candidate, reference, weight)).toEqual(score);
  });
});

it('finds nothing alike in texts that point apart', () => {
  expect(bertScore(seen([[1, 0]]), seen([[-1, 0]]))).toEqual({ precision: -1, recall: -1, f1: 0 });
});

describe('inverseDocumentFrequency', () => {
  it('counts a token once for each reference that has it', () => {
    const weight = inverseDocumentFrequency([[7, 7, 8], [7]]);

    expect([weight(7), weight(8), weight(9)]).toEqual([0, Math.log(3 / 2), Math.log(3)]);
  });
});

describe('rescaled', () => {
  it('leaves a perfect score as it is, and makes 0 of the baseline', () => {
    const baseline = { precision: 0.8, recall: 0.7, f1: 0.75 };

    expect(rescaled({ precision: 1, recall: 1, f1: 1 }, baseline)).toEqual({ precision: 1, recall: 1, f1: 1 });
    expect(rescaled(baseline, baseline)).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});

describe('a check of BERTScore', () => {
  it.each`
    value                                  | expected  | reference | measure        | why
    ${undefined}                           | ${'said'} | ${'said'} | ${'f1'}        | ${'the expected answer, by F1'}
    ${'text'}                              | ${'said'} | ${'text'} | ${'f1'}        | ${'a text of its own'}
    ${{ measure: 'recall' }}               | ${'said'} | ${'said'} | ${'recall'}    | ${'nothing may be missing'}
    ${{ text: 'a', measure: 'precision' }} | ${null}   | ${'a'}    | ${'precision'} | ${'nothing may be too much'}
    ${undefined}                           | ${null}   | ${''}     | ${'f1'}        | ${'nothing to compare with'}
  `('compares with $reference by $measure: $why', ({ value, expected, reference, measure }: CheckRow) => {
    expect(bertCheck({ kind: 'bert-score', value }, expected)).toEqual({ reference, measure, threshold: 0.85 });
  });

  it('passes from its threshold on', () => {
    const score = { precision: 1.0000001, recall: -0.2, f1: 0.7 };
    const check = { reference: '', threshold: 0.7 } as const;

    expect(bertResult({ ...check, measure: 'f1' }, score)).toEqual({ passed: true, score: 0.7 });
    expect(bertResult({ ...check, measure: 'precision' }, score)).toEqual({ passed: true, score: 1 });
    expect(bertResult({ ...check, measure: 'recall' }, score)).toEqual({ passed: false, score: 0 });
  });

  it('makes no verdict while it waits', () => {
    const attempt = {
      kind: 'answered',
      breaks: [],
      checks: [{ passed: false, score: null, pending: true }],
      latencyMs: 1,
      ttftMs: 1,
      inputTokens: 1,
      outputTokens: 1,
    } as const;
    const outcome = {
      caseId: 'x',
      checks: ['bert-score'],
      attempts: [{ current: attempt, candidate: attempt, preferred: null }],
    } as const;

    expect(() => checkOutcomes([outcome])).toThrow('case x has a check that is still to be told');
  });

  it('is known to a dataset', () => {
    expect(needsBertScore({ cases: [{ id: 'x', checks: ['exact'] }] })).toBe(false);
    expect(needsBertScore({ cases: [{ id: 'x', checks: ['exact', 'bert-score'] }] })).toBe(true);
  });
});
