import { describe, expect, it, onTestFinished } from 'vitest';
import { startSimulatedBedrock } from '../../local/aws/bedrock-runtime/simulated-bedrock.ts';
import { credentialsFor, unreachable } from './aws.ts';
import { aFolder, documentOf } from './run.ts';

const sonnet45 = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
const sonnet5 = 'anthropic.claude-sonnet-5';

async function looking(lines: readonly object[], environment?: Record<string, string>) {
  const bedrock = await startSimulatedBedrock({ answer: () => ({ kind: 'text', text: 'answer' }) });
  onTestFinished(bedrock.close);
  const folder = aFolder({ 'cases.jsonl': lines.map((line) => JSON.stringify(line)).join('\n') });
  const env = { ...(environment ?? (await credentialsFor())), AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint };
  const compare = (...args: string[]) =>
    folder.sundial(['compare', ...args, '--dataset', 'cases.jsonl', '--json', '--now', '2026-11-20'], '', env);
  return { bedrock, folder, compare };
}

const plain = (id: string) => ({ id, prompt: `question ${id}`, expected: 'answer' });
const sampled = (id: string) => ({ ...plain(id), inference: { temperature: 0 } });

describe('before a run', () => {
  it('a dry run says what would break, how long it takes and what the quota leaves', async () => {
    const { compare, bedrock } = await looking([plain('a'), sampled('b'), sampled('c')]);
    const ran = await compare(sonnet45, `us.${sonnet5}`, '--dry-run');

    expect(ran.code).toBe(0);
    expect(documentOf(ran)).toMatchObject({
      stops: [],
      conflicts: [{ kind: 'sampling', cases: 2, caseId: 'b' }],
      seconds: expect.any(Number) as number,
      quota: { burndown: 10, quota: { scope: 'crossRegion' } },
    });
    expect(ran.stderr).toMatch(/sampling: 2 cases \(b first\) set temperature or topP/);
    expect(bedrock.calls.stream).toBe(0);
  });

  it('what every case would fail by is said before anything is asked, and the model itself decides', async () => {
    const { compare } = await looking([sampled('a'), sampled('b')]);
    const ran = await compare(sonnet45, sonnet5, '--out', 'run');

    expect(ran.stderr).toMatch(/every one of 2 cases .* set temperature .* take them out of inference/);
    expect(documentOf(ran)).toMatchObject({ cases: 2 });
  });

  it.each`
    candidate                                    | message
    ${'anthropic.claude-3-sonnet-20240229-v1:0'} | ${/not available in us-east-1/}
    ${'amazon.titan-embed-text-v2:0'}            | ${/does not answer/}
  `('$candidate is no candidate', async ({ candidate, message }: { candidate: string; message: RegExp }) => {
    const { compare, bedrock } = await looking([plain('a')]);
    const ran = await compare(sonnet45, candidate, '--dry-run');

    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(message);
    expect(documentOf(ran)['stops']).not.toEqual([]);
    expect(bedrock.calls.stream).toBe(0);
  });

  it('an AWS that does not answer tells nothing against the candidate', async () => {
    const { compare } = await looking([plain('a')], unreachable);
    const ran = await compare(sonnet45, sonnet5, '--dry-run');

    expect(ran.code).toBe(0);
    expect(ran.stderr).toMatch(/GetFoundationModelAvailability did not answer, so that is not checked/);
  });
});
