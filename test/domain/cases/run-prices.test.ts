import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../catalogue/catalogue.ts';
import { planOf } from '../../../domain/cases/comparison-plan.ts';
import type { Recorded } from '../../../domain/cases/recorded.ts';
import { recordPrice } from '../../../domain/cases/record-price.ts';
import { defaultComparisonPolicy } from '../../../domain/comparison/comparison-policy.ts';
import type { PriceList } from '../../../domain/price-list.ts';

/** US dollars for 1,000 tokens in and out. */
const list: Readonly<Record<string, readonly [number, number | null]>> = {
  'a.current': [1, 2],
  'b.candidate': [0.5, 1],
  'c.judge': [0.1, 0.2],
  'd.embedding': [0.01, null],
};
const prices: PriceList = (modelId) => {
  const [input, output] = list[modelId] ?? [];
  return input === undefined
    ? null
    : { input, output: output ?? null, currency: 'USD', source: 'a list', asOf: '2026-11-21' };
};

interface Estimated {
  readonly judge: string | null;
  readonly embedding: string;
  readonly checks: boolean;
  readonly cost: object;
}

describe('an estimate', () => {
  const dataset = {
    sha256: 'x',
    // Four cases of 100 tokens, each answered by 50; two are checked for similarity.
    cases: ['one', 'two', 'three', 'four'].map((id, nth) => ({
      id,
      checks: nth < 2 ? (['similarity'] as const) : (['exact'] as const),
    })),
    tokens: { inputTokens: 400, outputTokens: 200 },
  };
  const plan = (judge: string | null, embedding = 'd.embedding', checks = true) =>
    planOf({
      current: 'a.current',
      candidate: 'b.candidate',
      region: 'us-east-1',
      dataset: checks ? dataset : { ...dataset, cases: dataset.cases.map(({ id }) => ({ id, checks: ['exact'] })) },
      choice: { repeats: 2, policy: defaultComparisonPolicy },
      judge,
      embedding,
      prices,
      catalogue,
      now: DateTime.utc(2026, 11, 20),
    });

  it.each`
    judge        | embedding        | checks   | cost                                                                             | why
    ${null}      | ${'d.embedding'} | ${false} | ${{ current: 1.6, candidate: 0.8, judge: null, embedding: null, total: 2.4 }}    | ${'800 tokens in and 400 out for each model, twice'}
    ${'c.judge'} | ${'d.embedding'} | ${false} | ${{ current: 1.6, candidate: 0.8, judge: 0.752, embedding: null, total: 3.152 }} | ${'4 opinions on each case: 4 x (4 x 150 + 400 + 2 x 200) in, 4 x 4 x 60 out'}
    ${null}      | ${'d.embedding'} | ${true}  | ${{ current: 1.6, candidate: 0.8, judge: null, embedding: 0.005, total: 2.405 }} | ${'2 cases x 50 tokens x (both answers, twice, and what is wanted)'}
    ${'x.judge'} | ${'x.embedding'} | ${true}  | ${{ current: 1.6, candidate: 0.8, judge: null, embedding: null, total: 2.4 }}    | ${'what has no price is left out, and said'}
  `('counts the judge and the embeddings: $why', ({ judge, embedding, checks, cost }: Estimated) => {
    const found: Readonly<Record<string, number | string | null>> = plan(judge, embedding, checks).cost;
    const rounded = Object.entries(found).map(([name, one]) => [
      name,
      typeof one === 'number' ? Number(one.toFixed(6)) : one,
    ]);

    expect(Object.fromEntries(rounded)).toEqual({ ...cost, currency: 'USD' });
  });

  it('says which price it does not know', () => {
    expect(plan('x.judge', 'x.embedding').warnings).toEqual(
      expect.arrayContaining([
        'no price of x.embedding is known: embeddings are not in the estimate',
        'no price of the judge x.judge is known: it is not in the estimate',
      ]),
    );
    expect(plan('c.judge').warnings.filter((warning) => warning.includes('price'))).toEqual([]);
  });
});

describe('what a record cost', () => {
  const pricing = {
    models: { current: 'a.current', candidate: 'b.candidate' },
    judge: 'c.judge',
    embedding: 'd.embedding',
    region: 'us-east-1',
    asked: prices,
    listed: prices,
  };
  const answered = { kind: 'answered', breaks: [], checks: [], latencyMs: 1, ttftMs: 1 } as const;
  const call = {
    kind: 'call',
    caseId: 'one',
    repeat: 0,
    side: 'candidate',
    attempt: { ...answered, inputTokens: 1000, outputTokens: 1000 },
    answer: null,
    failure: null,
    frozen: false,
  } as const;
  const judgement = {
    kind: 'judgement',
    caseId: 'one',
    repeat: 0,
    preferred: 'tie',
    consistent: true,
    reasons: [],
  } as const;

  it.each<[string, Recorded, object, number | null]>([
    ['a call, what its model takes', call, {}, 1.5],
    ['a call with embeddings, theirs too', { ...call, embeddingTokens: 2000 }, {}, 1.52],
    ['embeddings without a price, the rest', { ...call, embeddingTokens: 2000 }, { embedding: 'x' }, 1.5],
    ['a kept answer, its embeddings', { ...call, frozen: true, embeddingTokens: 1000 }, {}, 0.01],
    ['a call that failed, nothing', { ...call, attempt: { kind: 'failed', error: 'timeout' } }, {}, 0],
    ['a call in batch, half', call, { asked: halved }, 0.75],
    ['a call without a price, nobody knows', call, { asked: () => null }, null],
    ['a judgement, what the judge takes', { ...judgement, inputTokens: 1000, outputTokens: 100 }, {}, 0.12],
    [
      'a judgement without a price, nothing that is known',
      { ...judgement, inputTokens: 1, outputTokens: 1 },
      { judge: 'x' },
      0,
    ],
    ['a judgement of nobody, nothing', { ...judgement, inputTokens: 1, outputTokens: 1 }, { judge: null }, 0],
  ])('is, for %s', (_, record, own, dollars) => {
    const price = recordPrice(record, { ...pricing, ...own });

    expect(price === null ? null : Number(price.toFixed(6))).toBe(dollars);
  });
});

function halved(...asked: Parameters<PriceList>): ReturnType<PriceList> {
  const price = prices(...asked);
  return price && { ...price, input: (price.input ?? 0) / 2, output: (price.output ?? 0) / 2 };
}
