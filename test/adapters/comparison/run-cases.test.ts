import { describe, expect, it } from 'vitest';
import type { AskModel } from '../../../adapters/comparison/converse.ts';
import { OutOfReachError } from '../../../adapters/comparison/give-up-early.ts';
import { firstFault } from '../../../adapters/comparison/first-fault.ts';
import type { RunTerms } from '../../../adapters/comparison/run-cases.ts';
import { runCases } from '../../../adapters/comparison/run-cases.ts';
import type { Case } from '../../../domain/cases/case.ts';
import type { Recorded, RecordedCall } from '../../../domain/cases/recorded.ts';
import { recordKey } from '../../../domain/cases/recorded.ts';
import { aCase, anAnswer } from '../../builders/case.ts';

class Throttled extends Error {
  override readonly name = 'ThrottlingException';
}

function endOfLife(): Error {
  const error = new Error('This model version has reached the end of its life.');
  error.name = 'ResourceNotFoundException';
  return error;
}

async function* casesOf(count: number): AsyncGenerator<Case> {
  for (let index = 0; index < count; index += 1) yield Promise.resolve(aCase(`case-${index}`));
}

function terms(overrides: Partial<RunTerms> = {}) {
  const records: Recorded[] = [];
  const asked: string[] = [];
  const answer: AskModel = (modelId, { id }) => {
    asked.push(`${modelId} ${id}`);
    return Promise.resolve(anAnswer({ text: `answer ${id}` }));
  };
  const all: RunTerms = {
    models: { current: 'old', candidate: 'new' },
    repeats: 1,
    concurrency: 4,
    seed: 1,
    ask: answer,
    patience: { attempts: 4, timeoutMs: 1_000, wait: () => Promise.resolve() },
    score: () => Promise.resolve({ breaks: [], checks: [{ passed: true, score: null }] }),
    judge: null,
    frozen: null,
    earlier: new Map(),
    record: (record) => void records.push(record),
    over: firstFault(),
    ...overrides,
  };
  return { all, records, asked };
}

const calls = (records: readonly Recorded[]) => records.filter((record) => record.kind === 'call');

describe('a run', () => {
  it('asks both models every case as often as wanted, and records each answer once', async () => {
    const { all, records, asked } = terms({ repeats: 3 });
    await runCases(casesOf(20), all);

    expect(new Set(calls(records).map(recordKey)).size).toBe(120);
    expect(asked).toHaveLength(120);
  });

  it('draws the order of the two models for each case, the same for the same seed', async () => {
    const order = async (seed: number) => {
      const { all, asked } = terms({ seed, concurrency: 1 });
      await runCases(casesOf(40), all);
      return asked;
    };
    const first = await order(7);
    const oldFirst = first.filter((call, index) => index % 2 === 0 && call.startsWith('old')).length;

    expect(await order(7)).toEqual(first);
    expect(await order(8)).not.toEqual(first);
    expect(oldFirst).toBeGreaterThan(8);
    expect(oldFirst).toBeLessThan(32);
  });

  it('never has more calls under way than it may, and reads cases only as it needs them', async () => {
    const world = { now: 0, most: 0, read: 0, ahead: 0, done: 0 };
    const { all } = terms({
      ask: async () => {
        world.now += 1;
        world.most = Math.max(world.most, world.now);
        await new Promise((next) => setTimeout(next, 1));
        world.now -= 1;
        world.done += 1;
        return anAnswer();
      },
    });
    async function* counted(): AsyncGenerator<Case> {
      for await (const kase of casesOf(100)) {
        world.read += 1;
        world.ahead = Math.max(world.ahead, world.read - world.done / 2);
        yield kase;
      }
    }
    await runCases(counted(), all);

    expect(world.most).toBe(4);
    expect(world.ahead).toBeLessThanOrEqual(all.concurrency * 2 + 1);
  });
});

describe('what was recorded before', () => {
  it('is not asked again', async () => {
    const first = terms();
    await runCases(casesOf(10), first.all);
    const done = calls(first.records).slice(0, 13);
    const second = terms({ earlier: new Map(done.map((call) => [recordKey(call), null])) });
    await runCases(casesOf(10), second.all);

    const keys = [...done, ...calls(second.records)].map(recordKey);
    expect(second.asked).toHaveLength(7);
    expect(new Set(keys).size).toBe(20);
    expect(keys).toHaveLength(20);
  });
});

describe('trouble', () => {
  it('that may pass is tried again, and counts only when it does not pass', async () => {
    const tries = new Map<string, number>();
    const { all, records } = terms({
      ask: (modelId, { id }) => {
        const key = `${modelId} ${id}`;
        tries.set(key, (tries.get(key) ?? 0) + 1);
        if (id === 'case-1' && modelId === 'new') return Promise.reject(new Throttled('always'));
        return (tries.get(key) ?? 0) < 3 ? Promise.reject(new Throttled('twice')) : Promise.resolve(anAnswer());
      },
    });
    await runCases(casesOf(5), all);

    const failed = calls(records).filter(({ attempt }) => attempt.kind === 'failed');
    expect(failed).toMatchObject([
      { caseId: 'case-1', side: 'candidate', attempt: { error: 'throttled' }, failure: 'always' },
    ]);
    expect(tries.get('new case-1')).toBe(4);
  });

  it('that is for good is recorded at once, against the model that failed', async () => {
    const refusal = new Error('temperature is not supported');
    refusal.name = 'ValidationException';
    const { all, records } = terms({
      ask: (modelId) => (modelId === 'new' ? Promise.reject(refusal) : Promise.resolve(anAnswer())),
    });
    await runCases(casesOf(3), all);

    expect(calls(records).filter(({ side }) => side === 'candidate')).toMatchObject(
      [1, 2, 3].map(() => ({ attempt: { kind: 'failed', error: 'validation' } })),
    );
  });

  it('that nothing is heard of ends the run after a few cases, and is asked again by the next', async () => {
    const { all, records } = terms({ ask: () => Promise.reject(new TypeError('connect ECONNREFUSED')) });

    await expect(runCases(casesOf(1_000), all)).rejects.toThrow(/nothing was heard.*ECONNREFUSED/);
    expect(records.length).toBeLessThan(60);
  });

  it('with what is written down ends the run: what is under way ends, and nothing more is asked or tried again', async () => {
    const { all, asked, records } = terms({ repeats: 50 });
    let tries = 0;
    const ended = runCases(casesOf(100), {
      ...all,
      patience: { ...all.patience, attempts: 1_000 },
      ask: async (modelId, kase, signal) => {
        await new Promise((next) => setTimeout(next, 1));
        if (modelId === 'old') return all.ask(modelId, kase, signal);
        tries += 1;
        throw new Throttled('always');
      },
      record: (record) => {
        all.record(record);
        if (records.length >= 10) throw new RangeError('the budget is used up');
      },
    });

    await expect(ended).rejects.toThrow('the budget is used up');
    expect(asked.length).toBeLessThanOrEqual(10 + all.concurrency);
    expect(records.length).toBe(asked.length);
    expect(tries).toBeLessThan(100);
  });

  it('of time begins when the call does, not while it waits for its turn', async () => {
    const { all, records } = terms({
      concurrency: 1,
      patience: { attempts: 1, timeoutMs: 60, wait: () => Promise.resolve() },
      ask: async (_, __, signal) => {
        await new Promise((next) => setTimeout(next, 40));
        signal.throwIfAborted();
        return anAnswer();
      },
    });
    await runCases(casesOf(2), all);

    expect(calls(records).map(({ attempt }) => attempt.kind)).toEqual(Array(4).fill('answered'));
  });

  it('of ours ends the run: what was recorded stays, and nothing more is asked', async () => {
    const { all, asked } = terms({ score: () => Promise.reject(new TypeError('a bug')) });

    await expect(runCases(casesOf(1_000), all)).rejects.toThrow('a bug');
    expect(asked.length).toBeLessThan(50);
  });
});

describe('a current model that answers nobody any more', () => {
  const gone: AskModel = (modelId) => (modelId === 'old' ? Promise.reject(endOfLife()) : Promise.resolve(anAnswer()));

  it('ends the run after a few cases', async () => {
    const { all, records } = terms({ ask: gone });

    await expect(runCases(casesOf(1_000), all)).rejects.toThrow(OutOfReachError);
    expect(records.length).toBeLessThan(60);
  });

  it('goes on where answers are kept for some of the cases, whichever they are', async () => {
    const { all, records } = terms({ ask: gone, frozen: ({ id }) => (id === 'case-19' ? anAnswer() : null) });
    await runCases(casesOf(20), all);

    expect(calls(records).filter(({ frozen }) => frozen)).toMatchObject([{ caseId: 'case-19' }]);
    expect(calls(records).filter(({ side }) => side === 'current')).toHaveLength(20);
  });

  it('is stood in for by the answers that were kept, whose latency is nobody’s', async () => {
    const kept = anAnswer({ text: 'kept', latencyMs: 5, ttftMs: 1 });
    const { all, records } = terms({ ask: gone, frozen: () => kept });
    await runCases(casesOf(12), all);

    const current = calls(records).filter(({ side }) => side === 'current');
    expect(current).toHaveLength(12);
    for (const call of current)
      expect(call).toMatchObject({
        frozen: true,
        answer: { text: 'kept' },
        attempt: { latencyMs: null, ttftMs: null },
      });
  });
});

describe('a judge', () => {
  it('is shown each pair of answers once, also one that was answered before the run was cut off', async () => {
    const first = terms();
    await runCases(casesOf(4), first.all);
    const judged: string[] = [];
    const second = terms({
      earlier: new Map(calls(first.records).map((call) => [recordKey(call), call] as [string, RecordedCall])),
      judge: ({ id }, current, candidate) => {
        judged.push(`${id}: ${current.text}, ${candidate.text}`);
        return Promise.resolve({ preferred: 'tie', consistent: true, reasons: [], inputTokens: 1, outputTokens: 1 });
      },
    });
    await runCases(casesOf(4), second.all);

    expect(judged.toSorted()).toEqual(
      [0, 1, 2, 3].map((index) => `case-${index}: answer case-${index}, answer case-${index}`),
    );
    expect(second.asked).toEqual([]);
  });
});

describe('an answer whose score cannot be told', () => {
  it('ends the run and counts against nobody; what the other model answered is written down', async () => {
    const { all, records } = terms({
      concurrency: 1,
      score: (_, { text }) =>
        text === 'old' ? Promise.reject(new Error('no embedding')) : Promise.resolve({ breaks: [], checks: [] }),
      ask: (modelId) => Promise.resolve(anAnswer({ text: modelId })),
    });

    await expect(runCases(casesOf(1), all)).rejects.toThrow('no embedding');
    expect(calls(records).map(({ side, attempt }) => [side, attempt.kind])).toEqual([['candidate', 'answered']]);
  });

  it('brings the tokens of its embeddings with it', async () => {
    const { all, records } = terms({
      score: () => Promise.resolve({ breaks: [], checks: [], embeddingTokens: 5 }),
    });
    await runCases(casesOf(1), all);

    expect(calls(records)).toMatchObject([{ embeddingTokens: 5 }, { embeddingTokens: 5 }]);
    expect(calls(records)[0]?.attempt).not.toHaveProperty('embeddingTokens');
  });
});
