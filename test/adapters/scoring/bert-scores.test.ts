import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bertScoresBy } from '../../../adapters/scoring/bert-scores.ts';
import { openTokenEmbedder } from '../../../adapters/scoring/token-embedder.ts';
import { tinyModel } from '../../fakes/onnx/tiny-model.ts';

/** On a circle, so that the cosine of two words is that of the angle between them: cat and dog 0.8, cat and ran 0. */
const words = { the: [0, 0, 1], cat: [1, 0, 0], dog: [0.8, 0.6, 0], ran: [0, 1, 0], kitten: [2, 0, 0] };

async function opened(options: Partial<Parameters<typeof tinyModel>[0]> = {}) {
  const embedder = await openTokenEmbedder(tinyModel({ words, ...options }));
  onTestFinished(() => embedder.close());
  return embedder;
}

describe('BERTScore of a tiny model', () => {
  it.each`
    answer           | reference    | precision | recall | f1                  | why
    ${'the cat'}     | ${'the cat'} | ${1}      | ${1}   | ${1}                | ${'the same'}
    ${'the dog'}     | ${'the cat'} | ${0.9}    | ${0.9} | ${0.9}              | ${'(1 + 0.8) / 2 each way'}
    ${'the kitten'}  | ${'the cat'} | ${1}      | ${1}   | ${1}                | ${'length of a vector says nothing'}
    ${'cat'}         | ${'the cat'} | ${1}      | ${0.5} | ${2 / 3}            | ${'half of what was wanted'}
    ${'the cat ran'} | ${'the cat'} | ${2 / 3}  | ${1}   | ${0.8}              | ${'a third is too much'}
    ${'dog'}         | ${'cat ran'} | ${0.8}    | ${0.7} | ${(2 * 0.56) / 1.5} | ${'dog is nearer to cat (0.8) than to ran (0.6)'}
    ${''}            | ${'the cat'} | ${0}      | ${0}   | ${0}                | ${'nothing was said'}
    ${'[CLS]'}       | ${'the cat'} | ${0}      | ${0}   | ${0}                | ${'nothing but special tokens'}
  `('$answer for $reference: $why', async ({ answer, reference, ...wanted }: Record<string, string>) => {
    const measure = bertScoresBy(await opened());

    const [score] = await measure([{ answer: answer ?? '', reference: reference ?? '' }], []);

    expect(score?.precision).toBeCloseTo(Number(wanted['precision']), 6);
    expect(score?.recall).toBeCloseTo(Number(wanted['recall']), 6);
    expect(score?.f1).toBeCloseTo(Number(wanted['f1']), 6);
  });

  it('weighs a word by how few references have it', async () => {
    const measure = bertScoresBy(await opened({ settings: { idf: true } }));
    // Of three references all have "the" (ln 4/4 = 0), one has "cat" (ln 4/2), none has "dog" (ln 4/1).
    const corpus = ['the cat', 'the ran', 'the'];

    const [score] = await measure([{ answer: 'the dog', reference: 'the cat' }], corpus);

    expect(score?.precision).toBeCloseTo(0.8, 6);
    expect(score?.recall).toBeCloseTo(0.8, 6);
  });

  it('spreads scores above the baseline that the operator gives', async () => {
    const baseline = { precision: 0.5, recall: 0.6, f1: 0.8 };
    const measure = bertScoresBy(await opened({ settings: { baseline } }));

    const [score] = await measure([{ answer: 'the dog', reference: 'the cat' }], []);

    // (0.9 - 0.5) / 0.5, (0.9 - 0.6) / 0.4, (0.9 - 0.8) / 0.2
    expect(score?.precision).toBeCloseTo(0.8, 6);
    expect(score?.recall).toBeCloseTo(0.75, 6);
    expect(score?.f1).toBeCloseTo(0.5, 6);
  });

  it('lets a word match what stands around every text, as the authors do', async () => {
    const measure = bertScoresBy(await opened({ special: [0, 1, 0] }));

    const [score] = await measure([{ answer: 'ran', reference: 'cat' }], []);

    expect(score).toEqual({ precision: 1, recall: 0, f1: 0 });
  });

  it('cuts off what is longer than the model takes, and keeps the end', async () => {
    const { idsOf } = await opened({ maxTokens: 4 });

    expect(idsOf('the cat dog ran')).toEqual([2, 4, 5, 3]);
  });
});

describe('a directory that holds no such model', () => {
  it.each`
    spoil                                                             | told                                                  | why
    ${{ output: 'logits' }}                                           | ${/no output last_hidden_state; .* one of logits/}    | ${'a model for another task'}
    ${{ settings: { output: 'pooled' } }}                             | ${/no output pooled/}                                 | ${'the operator named another'}
    ${{ settings: { maxTokens: 1 } }}                                 | ${/bert-score\.json: maxTokens: expected at least 3/} | ${'no room for a word'}
    ${{ settings: { baseline: { precision: 1, recall: 0, f1: 0 } } }} | ${/baseline\.precision: expected a number below 1/}   | ${'nothing lies above'}
  `('$why', async ({ spoil, told }: { spoil: object; told: RegExp }) => {
    await expect(openTokenEmbedder(tinyModel({ words, ...spoil }))).rejects.toThrow(told);
  });

  it('is named with the file that is missing or is none', async () => {
    const directory = tinyModel({ words });
    writeFileSync(join(directory, 'model.onnx'), 'no model');
    await expect(openTokenEmbedder(directory)).rejects.toThrow(/model\.onnx: is no ONNX model/);
    writeFileSync(join(directory, 'tokenizer.json'), '{');
    await expect(openTokenEmbedder(directory)).rejects.toThrow(/tokenizer\.json: expected a JSON file/);
    await expect(openTokenEmbedder(join(directory, 'nowhere'))).rejects.toThrow(/expected a file model\.onnx/);
  });

  it('says of what its scores depend on when something of it changes', async () => {
    const [one, same, other] = [await opened(), await opened(), await opened({ settings: { idf: true } })];

    expect(same.sha256).toBe(one.sha256);
    expect(other.sha256).not.toBe(one.sha256);
  });
});
