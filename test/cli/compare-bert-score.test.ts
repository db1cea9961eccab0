import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSimulatedBedrock } from '../../local/aws/bedrock-runtime/simulated-bedrock.ts';
import { tinyModel } from '../fakes/onnx/tiny-model.ts';
import { aFolder, documentOf } from './run.ts';

/** What is asked is answered by its words; `worse` says something else one time in three. */
async function comparing(count: number) {
  const bedrock = await startSimulatedBedrock({
    answer: ({ modelId, prompt }) => {
      const wrong = modelId === 'worse' && Number(/\d+/.exec(prompt)?.[0] ?? 0) % 3 === 0;
      return { kind: 'text', text: wrong ? 'dog' : 'the cat' };
    },
    latencyMs: 0,
    streams: true,
  });
  onTestFinished(bedrock.close);
  const cases = Array.from({ length: count }, (_, n) =>
    JSON.stringify({ id: `case-${n}`, prompt: `question ${n}`, expected: 'the cat', checks: [{ kind: 'bert-score' }] }),
  );
  const folder = aFolder({ 'cases.jsonl': cases.join('\n') });
  const env = {
    AWS_ACCESS_KEY_ID: 'AKIASIMULATED',
    AWS_SECRET_ACCESS_KEY: 'simulated',
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint,
  };
  const compare = (candidate: string, ...args: string[]) =>
    folder.sundial(['compare', 'old', candidate, '--dataset', 'cases.jsonl', '--json', ...args], '', env);
  return { folder, compare };
}

describe('sundial compare over cases that ask for BERTScore', () => {
  it('measures it by the model that the operator names, and keeps what that was', async () => {
    const { folder, compare } = await comparing(150);
    const words = { the: [0, 0, 1], cat: [1, 0, 0], dog: [0.6, 0.8, 0] };
    const directory = tinyModel({ words, settings: { baseline: { precision: 0.1, recall: 0.1, f1: 0.1 } } });

    const ran = await compare('worse', '--out', 'run', '--bertscore', directory);

    const { verdict, metrics } = documentOf(ran) as {
      readonly verdict: { readonly kind: string };
      readonly metrics: readonly { readonly name: string; readonly current: number; readonly candidate: number }[];
    };
    expect(ran.code).toBe(1);
    expect(verdict.kind).toBe('regressed');
    const score = metrics.find(({ name }) => name === 'bert-score');
    // One in three says "dog": precision 0.6, recall 0.3, F1 0.4, above the baseline 0.3 of 0.9.
    expect(score?.current).toBeCloseTo(1, 6);
    expect(score?.candidate).toBeCloseTo((2 + 0.3 / 0.9) / 3, 6);
    const evidence = JSON.parse(readFileSync(join(folder.path, 'run/run.json'), 'utf8')) as { bertScore: unknown };
    expect(evidence.bertScore).toEqual({
      by: `${basename(directory)}, rescaled`,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(readFileSync(join(folder.path, 'run/calls.jsonl'), 'utf8')).not.toContain('"pending"');
  });

  it('ends with what went wrong where the model does not bear what is measured', async () => {
    const { folder, compare } = await comparing(150);
    const directory = tinyModel({ words: { the: [0, 1], cat: [1, 0] } });
    const tokenizer = join(directory, 'tokenizer.json');
    writeFileSync(tokenizer, readFileSync(tokenizer, 'utf8').replace(/"cat":\d+/, '"cat":999'));

    const ran = await compare('same', '--out', 'run', '--bertscore', directory);

    expect(ran).toMatchObject({ code: 3, stderr: expect.stringMatching(/^sundial: .*idx=999/m) as string });
    expect(existsSync(join(folder.path, 'run/report.html'))).toBe(false);
  });

  it.each`
    args                                              | told                                                    | why
    ${[]}                                             | ${/--bertscore: a case has a check of kind bert-score/} | ${'nothing is named'}
    ${['--bertscore', 'nowhere']}                     | ${/--bertscore nowhere: no such folder/}                | ${'it is not there'}
    ${['--bertscore', '.']}                           | ${/--bertscore \.: expected a file model\.onnx/}        | ${'it holds no model'}
    ${['--bertscore', 's3://runs/x']}                 | ${/--bertscore-role : expected the ARN of the role/}    | ${'a job needs a role'}
    ${['--bertscore', 's3://R/', '--bertscore-role']} | ${/--bertscore-role|--bertscore s3:\/\/R\//}            | ${'a bucket that cannot be'}
  `('asks nobody where it cannot be measured: $why', async ({ args, told }: { args: string[]; told: RegExp }) => {
    const { compare } = await comparing(3);

    expect(await compare('same', '--out', 'run', ...args)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(told) as string,
    });
  });
});
