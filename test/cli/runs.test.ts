import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSimulatedBedrock } from '../../local/aws/bedrock-runtime/simulated-bedrock.ts';
import { aFolder, documentOf } from './run.ts';

/** `first` is wrong in cases 1 to 10, `second` in 6 to 12; anything else is right. */
function said(modelId: string, number: number): string {
  const wrong = modelId === 'first' ? number <= 10 : modelId === 'second' && number >= 6 && number <= 12;
  return wrong ? 'nonsense' : `answer ${number}`;
}

const cases = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    JSON.stringify({ id: `case-${n + 1}`, prompt: `question ${n + 1}`, expected: `answer ${n + 1}` }),
  ).join('\n');

async function running() {
  const bedrock = await startSimulatedBedrock({
    answer: ({ modelId, prompt }) => ({ kind: 'text', text: said(modelId, Number(/\d+/.exec(prompt)?.[0])) }),
  });
  onTestFinished(bedrock.close);
  const folder = aFolder({ 'cases.jsonl': cases(40), 'other.jsonl': cases(39) });
  const env = {
    AWS_ACCESS_KEY_ID: 'AKIASIMULATED',
    AWS_SECRET_ACCESS_KEY: 'simulated',
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint,
  };
  const sundial = (...args: string[]) => folder.sundial([...args, '--json'], '', env);
  const compare = (candidate: string, out: string, at: string, ...args: string[]) =>
    sundial('compare', 'old', candidate, '--dataset', 'cases.jsonl', '--out', out, '--now', at, ...args);
  return { bedrock, folder, sundial, compare };
}

describe('comparisons that were made', () => {
  it('are listed, the newest first, with what came of them', async () => {
    const { sundial, compare } = await running();
    await compare('first', 'run-1', '2026-11-19');
    await compare('same', 'run-2', '2026-11-20');

    expect(documentOf(await sundial('runs'))['runs']).toMatchObject([
      { candidate: 'same', verdict: 'inconclusive', cases: 40, startedAt: '2026-11-20T00:00:00.000Z' },
      { candidate: 'first', verdict: 'regressed', cases: 40, path: expect.stringMatching(/run-1$/) as string },
    ]);
    expect(await sundial('runs', 'nowhere')).toMatchObject({ code: 2 });
  });

  it('are listed by what people call the models, where the run was told', async () => {
    const { folder, sundial, compare } = await running();
    await compare('arn:aws:bedrock:us-east-1:111122223333:custom-model-deployment/new', 'run-1', '2026-11-19');
    const file = join(folder.path, 'run-1', 'run.json');
    const names = { current: 'support-lite (on-demand deployment)', candidate: 'renewed (on-demand deployment)' };
    writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), names }));

    const listed = await folder.sundial(['runs']);
    expect(listed.stdout + listed.stderr).toContain(
      'support-lite (on-demand deployment) → renewed (on-demand deployment)',
    );
    expect(listed.stdout + listed.stderr).not.toContain('custom-model-deployment/new');
    expect(documentOf(await sundial('runs'))['runs']).toMatchObject([
      { candidate: expect.stringMatching(/^arn:/) as string, names },
    ]);
  });

  it('have their report written anew, the same, without asking anybody', async () => {
    const { sundial, compare, folder, bedrock } = await running();
    const first = documentOf(await compare('first', 'run-1', '2026-11-19'));
    const asked = bedrock.calls.stream;
    rmSync(join(folder.path, 'run-1', 'report.html'));
    const again = await sundial('report', 'run-1');

    expect(documentOf(again)).toEqual(first);
    expect(again.code).toBe(1);
    expect(bedrock.calls.stream).toBe(asked);
  });

  it('say what the candidate fails, by kind, and what to try', async () => {
    const { compare } = await running();
    const { failures } = documentOf(await compare('first', 'run-1', '2026-11-19'));

    expect(failures).toMatchObject([
      { kind: 'check', name: 'exact', cases: 10, lost: 10, advice: expect.stringContaining('bare answer') as string },
    ]);
  });

  it('need their own cases for that', async () => {
    const { sundial, compare, folder } = await running();
    await compare('first', 'run-1', '2026-11-19');
    writeFileSync(join(folder.path, 'cases.jsonl'), cases(41));

    expect(await sundial('report', 'run-1')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/cases\.jsonl: expected the cases of the run/) as string,
    });
    writeFileSync(join(folder.path, 'moved.jsonl'), cases(40));
    expect((await sundial('report', 'run-1', '--dataset', 'moved.jsonl')).code).toBe(1);
    expect(await sundial('report', 'nowhere')).toMatchObject({ code: 2 });
  });

  it('are compared with an earlier one of the same cases: what got better, what got worse', async () => {
    const { sundial, compare } = await running();
    await compare('first', 'run-1', '2026-11-19');
    const against = documentOf(await compare('second', 'run-2', '2026-11-20', '--against', 'run-1'))['against'];

    expect(against).toMatchObject({
      earlier: { candidate: 'first' },
      later: { candidate: 'second' },
      better: ['case-1', 'case-2', 'case-3', 'case-4', 'case-5'],
      worse: ['case-11', 'case-12'],
      metrics: [{ name: 'pass', difference: 3 / 40, gains: 5, losses: 2 }, { name: 'unbroken' }],
    });
    expect(documentOf(await sundial('report', 'run-2', '--against', 'run-1'))['against']).toEqual(against);
  });

  it('that have not ended are not called ready, and what they did not ask is no difference', async () => {
    const { folder, sundial, compare } = await running();
    await compare('same', 'run-1', '2026-11-19', '--margin', '0.5');
    await compare('first', 'run-2', '2026-11-20');
    const journal = join(folder.path, 'run-1', 'calls.jsonl');
    // The last case has one answer of two.
    const lines = readFileSync(journal, 'utf8')
      .split('\n')
      .filter((line) => !/"case-(?:3[1-9]|40)"/.test(line));
    const half = readFileSync(journal, 'utf8')
      .split('\n')
      .filter((line) => /"case-31".*"current"/.test(line));
    writeFileSync(journal, [...lines.filter(Boolean), ...half, ''].join('\n'));
    const ran = await sundial('report', 'run-1');

    expect(ran.code).toBe(1);
    expect(documentOf(ran)).toMatchObject({ verdict: { kind: 'inconclusive' }, answered: 30, breaks: [], healed: [] });
    expect(ran.stdout).toContain('The run has not ended: 10 of 40 cases were not asked yet');
    expect(documentOf(await sundial('report', 'run-2', '--against', 'run-1'))['against']).toMatchObject({
      better: [],
      worse: Array.from({ length: 10 }, (_, n) => `case-${n + 1}`),
      metrics: [{ name: 'pass', cases: 30 }, { name: 'unbroken' }],
    });
  });

  it('are not compared with one of other cases, and nothing is asked', async () => {
    const { sundial, compare, bedrock } = await running();
    await compare('first', 'run-1', '2026-11-19');
    const asked = bedrock.calls.stream;
    const args = ['old', 'second', '--dataset', 'other.jsonl', '--out', 'run-2', '--against', 'run-1'];

    expect(await sundial('compare', ...args)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('was a run of other cases') as string,
    });
    expect(bedrock.calls.stream).toBe(asked);
  });

  it('can be followed by one of the failed cases and a guard, which never says ready', async () => {
    const { sundial, compare, bedrock } = await running();
    await compare('first', 'run-1', '2026-11-19');
    const asked = bedrock.calls.stream;
    const again = ['--only-failed', 'run-1', '--guard', '5', '--against', 'run-1', '--margin', '0.9'];
    const ran = await compare('same', 'run-2', '2026-11-20', ...again);

    expect(bedrock.calls.stream - asked).toBe(2 * 15);
    expect(documentOf(ran)).toMatchObject({
      cases: 15,
      verdict: { kind: 'inconclusive' },
      against: { better: Array.from({ length: 10 }, (_, n) => `case-${n + 1}`), worse: [] },
    });
    expect(ran.stdout).toContain('Only the 10 cases that failed in run');
    expect(documentOf(await sundial('report', 'run-2'))).toMatchObject({ cases: 15 });
    expect(await compare('same', 'run-3', '2026-11-20', '--only-failed', 'run-2')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no case failed there') as string,
    });
  });
});
