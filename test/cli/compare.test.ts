import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SimulatedAnswer, SimulatedRequest } from '../../local/aws/bedrock-runtime/simulated-bedrock.ts';
import { startSimulatedBedrock } from '../../local/aws/bedrock-runtime/simulated-bedrock.ts';
import { aFolder, documentOf } from './run.ts';

const gone: SimulatedAnswer = {
  kind: 'error',
  status: 404,
  name: 'ResourceNotFoundException',
  message:
    'This model version has reached the end of its life. Please refer to the AWS documentation for more details.',
};

/** Right but for one case in twenty; `worse` fails one in three, `cutOff` is truncated now and then. */
function models({ modelId, prompt }: SimulatedRequest): SimulatedAnswer {
  const number = Number(/\d+/.exec(prompt)?.[0] ?? 0);
  if (modelId === 'gone') return gone;
  if (modelId === 'mute') return { kind: 'text', text: 'I like the first.' };
  if (modelId === 'partial') return { kind: 'text', text: '{"reason": "first", "better": "A"}' };
  if (modelId === 'judge') return { kind: 'text', text: '{"reason": "the same", "better": "tie"}' };
  if (modelId === 'cutOff' && number % 25 === 0) return { kind: 'text', text: 'answ', stopReason: 'max_tokens' };
  const right = modelId === 'worse' ? number % 3 !== 0 : number % 20 !== 0;
  return { kind: 'text', text: right ? `answer ${number}` : 'something else' };
}

function dataset(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    return JSON.stringify({ id: `case-${number}`, prompt: `question ${number}`, expected: `answer ${number}` });
  }).join('\n');
}

async function comparing(count: number, latencyMs = 0, streams = true) {
  const bedrock = await startSimulatedBedrock({ answer: models, latencyMs, streams });
  onTestFinished(bedrock.close);
  const folder = aFolder({ 'cases.jsonl': dataset(count) });
  const env = {
    AWS_ACCESS_KEY_ID: 'AKIASIMULATED',
    AWS_SECRET_ACCESS_KEY: 'simulated',
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint,
  };
  const compare = (...args: string[]) =>
    folder.sundial(['compare', ...args, '--dataset', 'cases.jsonl', '--json', '--now', '2026-11-20'], '', env);
  return { bedrock, folder, env, compare };
}

describe('sundial compare', () => {
  it.each`
    candidate   | cases  | kind              | code | why
    ${'same'}   | ${400} | ${'ready'}        | ${0} | ${'it is as good, and there are cases enough'}
    ${'worse'}  | ${200} | ${'regressed'}    | ${1} | ${'a planted regression shows'}
    ${'same'}   | ${12}  | ${'inconclusive'} | ${1} | ${'a dozen cases show nothing'}
    ${'cutOff'} | ${400} | ${'regressed'}    | ${1} | ${'answers that are cut off are hard breaks'}
  `(
    'says $kind of $candidate over $cases cases: $why',
    async ({ candidate, cases, kind, code }: { candidate: string; cases: number; kind: string; code: number }) => {
      const { compare, folder } = await comparing(cases);
      const ran = await compare('old', candidate, '--out', 'run');
      const document = documentOf(ran);

      expect(ran.code).toBe(code);
      expect(document).toMatchObject({
        current: 'old',
        candidate,
        cases,
        answered: cases,
        failed: 0,
        verdict: { kind },
      });
      expect(document['metrics']).toMatchObject([
        { name: 'pass', primary: true },
        { name: 'unbroken', primary: false },
      ]);
      expect(document['report']).toBe(join(folder.path, 'run', 'report.html'));
      for (const ending of ['html', 'md', 'csv', 'json', 'png'])
        expect(existsSync(join(folder.path, 'run', `report.${ending}`))).toBe(true);
    },
  );

  it('answers with everything that the contract names', async () => {
    const { compare } = await comparing(30);
    const document = documentOf(await compare('old', 'cutOff', '--out', 'run'));

    expect(document).toMatchObject({
      runId: expect.any(String) as string,
      latency: { current: { p50: expect.any(Number) as number, ttft: expect.any(Number) as number }, candidate: {} },
      cost: null,
      breaks: [{ caseId: 'case-25', kind: 'truncated' }],
    });
    for (const metric of document['metrics'] as Record<string, unknown>[])
      expect(Object.keys(metric)).toEqual(
        expect.arrayContaining([
          'name',
          'current',
          'candidate',
          'difference',
          'interval',
          'pValue',
          'pAdjusted',
          'power',
        ]),
      );
  });

  it('asks an endpoint that does not stream through Converse', async () => {
    const { compare, bedrock } = await comparing(20, 0, false);

    expect(documentOf(await compare('old', 'same', '--out', 'run'))).toMatchObject({
      answered: 20,
      latency: { current: { ttft: null } },
    });
    expect(bedrock.calls).toMatchObject({ converse: 40, stream: 0 });
  });

  it('asks a judge about each pair in both orders, and never lets a model judge itself unasked', async () => {
    const { compare, bedrock } = await comparing(20);
    const document = documentOf(await compare('old', 'same', '--out', 'run', '--judge', 'judge'));

    expect(document).toMatchObject({ judge: { modelId: 'judge', isCompared: false, consistency: 1 } });
    expect(bedrock.calls.stream).toBe(80);
    const refused = await compare('old', 'same', '--out', 'other', '--judge', 'same');
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('--force-judge') as string });
  });
});

describe('a judge that tells nothing', () => {
  it.each`
    judge        | kind              | says                                                             | why
    ${'partial'} | ${'inconclusive'} | ${'The judge contradicted itself wherever'}                      | ${'it always likes the first'}
    ${'mute'}    | ${'inconclusive'} | ${'The judge mute gave no judgement that could be read of 100 '} | ${'it does not answer as asked'}
  `('makes no candidate ready, and the report says why: $why', async (row) => {
    const { judge, kind, says } = row as { judge: string; kind: string; says: string };
    const { compare, folder } = await comparing(100);
    const lines = dataset(100).replaceAll(/, ?"expected":"[^"]*"/g, '');
    writeFileSync(join(folder.path, 'cases.jsonl'), lines);

    const document = documentOf(await compare('old', 'same', '--out', 'run', '--judge', judge));
    expect(document).toMatchObject({ verdict: { kind } });
    expect(readFileSync(join(folder.path, 'run', 'report.md'), 'utf8')).toContain(says);
  });
});

describe('the reports of a run', () => {
  it('are the same whether its cases are few enough to stay in memory or not', async () => {
    const reportOf = async (padding: number) => {
      const { compare, folder } = await comparing(60);
      const cases = dataset(60)
        .split('\n')
        .map((line) => JSON.stringify({ ...(JSON.parse(line) as object), system: 'x'.repeat(padding) }));
      writeFileSync(join(folder.path, 'cases.jsonl'), cases.join('\n'));
      documentOf(await compare('old', 'worse', '--out', 'run'));
      return readFileSync(join(folder.path, 'run', 'report.csv'), 'utf8')
        .replaceAll(/x{10,}/g, '')
        .replaceAll(/,\d+(\.\d+)?(?=,)/g, ',0');
    };

    expect(await reportOf(50_000)).toBe(await reportOf(10));
  });

  it('that cannot be written are told with the cause, and made by the next try from what was answered', async () => {
    const { compare, folder, bedrock } = await comparing(30);
    mkdirSync(join(folder.path, 'run', 'report.html'), { recursive: true });
    const ran = await compare('old', 'same', '--out', 'run');

    expect(ran).toMatchObject({ code: 3, stderr: expect.stringContaining('the reports could not be made') as string });
    expect(ran.stderr).toContain('EISDIR');
    rmdirSync(join(folder.path, 'run', 'report.html'));
    expect((await compare('old', 'same', '--out', 'run', '--resume')).code).not.toBe(3);
    expect(bedrock.calls.stream).toBe(60);
  });

  it('leave nothing else in the folder of the run', async () => {
    const { compare, folder } = await comparing(60, 40);
    await compare('old', 'same', '--out', 'run', '--concurrency', '4');

    expect(readdirSync(join(folder.path, 'run')).sort()).toEqual(
      ['calls.jsonl', ...['csv', 'html', 'json', 'md', 'png'].map((ending) => `report.${ending}`), 'run.json'].sort(),
    );
  });
});

describe('before anything is asked', () => {
  it('says what so many cases can show', async () => {
    const { compare } = await comparing(12);
    const { stderr } = await compare('old', 'same', '--out', 'run');

    expect(stderr).toMatch(
      /12 cases find an equally good candidate ready with a chance of \d+\.\d %, and one that is worse by twice the margin regressed with \d+\.\d %\./,
    );
    expect(stderr.indexOf('12 cases find')).toBeLessThan(stderr.indexOf('of 24 calls'));
  });

  it.each`
    args                                                                                               | message
    ${['old', 'same']}                                                                                 | ${'--out'}
    ${['old', 'same', '--out', 'run', '--concurrency', 'many']}                                        | ${'--concurrency: expected a whole number from 1 to 512, got many'}
    ${['old', 'same', '--out', 'run', '--margin', '5']}                                                | ${'--margin: expected a part of 1'}
    ${['old', 'same', '--out', 'run', '--frozen', 'none.jsonl']}                                       | ${'--frozen none.jsonl: no such file'}
    ${['old', '--out', 'run']}                                                                         | ${'name the candidate'}
    ${['old', 'anthropic.claude-sonnet-5', '--out', 'run', '--judge', 'us.anthropic.claude-sonnet-5']} | ${'is one of the two models'}
    ${['old', 'same', '--out', 'cases.jsonl']}                                                         | ${'--out cases.jsonl: expected a folder'}
    ${['old', 'same', '--out', 'run', '--frozen', 'cases.jsonl']}                                      | ${'cases.jsonl:1: expected a line that sundial freeze writes'}
  `('$args is bad input: $message', async ({ args, message }: { args: string[]; message: string }) => {
    const { compare, bedrock, folder } = await comparing(3);
    const ran = await compare(...args);

    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(message);
    expect(bedrock.calls.stream).toBe(0);
    expect(folder.left().work).toEqual(['cases.jsonl']);
  });

  it('a bad line of the dataset is named, and nothing is asked', async () => {
    const { compare, bedrock } = await comparing(3);
    const other = aFolder({ 'cases.jsonl': `${dataset(2)}\n{"id": "x", "prompt": 5}\n` });
    const ran = await other.sundial(['compare', 'old', 'same', '--dataset', 'cases.jsonl', '--out', 'run']);

    expect(ran).toMatchObject({ code: 2, stderr: expect.stringMatching(/cases\.jsonl:3: prompt/) as string });
    expect(other.left().work).toEqual(['cases.jsonl']);
    expect(bedrock.calls.stream).toBe(0);
    expect(compare).toBeTypeOf('function');
  });

  it('measures similarity by an embedding model, and the report says by which', async () => {
    const { bedrock, env } = await comparing(1);
    const line = { id: 'one', prompt: 'question 1', expected: 'the answer 1', checks: [{ kind: 'similarity' }] };
    const more = aFolder({ 'cases.jsonl': JSON.stringify(line) });
    const ran = await more.sundial(
      ['compare', 'old', 'same', '--dataset', 'cases.jsonl', '--out', 'run', '--json', '--now', '2026-11-20'],
      '',
      env,
    );

    expect(ran.code).toBe(1);
    expect(documentOf(ran)['metrics']).toMatchObject([{ name: 'pass', current: 1 }, {}, { name: 'similarity' }]);
    // The same words are asked once.
    expect(bedrock.calls.invoke).toBe(2);
    expect(documentOf(ran)['embedding']).toEqual({ modelId: 'amazon.titan-embed-text-v2:0', tokens: 5 });
    expect(readFileSync(join(more.path, 'run', 'report.md'), 'utf8')).toContain('amazon.titan-embed-text-v2:0');
  });

  it('takes another embedding model where one is named, and refuses what is none', async () => {
    const { env } = await comparing(1);
    const line = { id: 'one', prompt: 'question 1', expected: 'the answer 1', checks: [{ kind: 'similarity' }] };
    const more = aFolder({ 'cases.jsonl': JSON.stringify(line) });
    const given = ['compare', 'old', 'same', '--dataset', 'cases.jsonl', '--out', 'run', '--json'];
    const refused = await more.sundial([...given, '--embedding', 'amazon.nova-pro-v1:0'], '', env);
    const ran = await more.sundial([...given, '--embedding', 'cohere.embed-multilingual-v3'], '', env);

    expect(refused).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--embedding amazon.nova-pro') as string,
    });
    expect(documentOf(ran)).toMatchObject({ embedding: { modelId: 'cohere.embed-multilingual-v3' } });
  });

  it('a dry run says what the run would take and could show', async () => {
    const { compare, bedrock, folder } = await comparing(400);
    const ran = await compare('old', 'same', '--dry-run');

    expect(ran.code).toBe(0);
    expect(documentOf(ran)).toMatchObject({ cases: 400, calls: 800, power: { cases: 400 } });
    expect(bedrock.calls.stream).toBe(0);
    expect(folder.left().work).toEqual(['cases.jsonl']);
  });
});

describe('a current model that answers nobody any more', () => {
  it('is exit 3, with what to do', async () => {
    const { compare } = await comparing(50);

    expect(await compare('gone', 'same', '--out', 'run')).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/gone answers nobody here.*--frozen/s) as string,
    });
  });

  it('is compared by the answers that were kept while it still gave them', async () => {
    const { folder, env, compare, bedrock } = await comparing(400);
    const frozen = await folder.sundial(
      ['freeze', 'old', '--dataset', 'cases.jsonl', '--out', 'kept.jsonl', '--json'],
      '',
      env,
    );
    const again = await folder.sundial(
      ['freeze', 'old', '--dataset', 'cases.jsonl', '--out', 'kept.jsonl', '--json'],
      '',
      env,
    );
    expect(documentOf(frozen)).toMatchObject({ answered: 400, kept: 0, failed: 0 });
    expect(documentOf(again)).toMatchObject({ answered: 0, kept: 400, failed: 0 });
    expect(bedrock.calls.stream).toBe(400);

    const text = readFileSync(join(folder.path, 'kept.jsonl'), 'utf8');
    const later = aFolder({
      'cases.jsonl': dataset(400),
      'kept.jsonl': text.replaceAll('"modelId":"old"', '"modelId":"gone"'),
    });
    const ran = await later.sundial(
      ['compare', 'gone', 'same', '--dataset', 'cases.jsonl', '--out', 'run', '--frozen', 'kept.jsonl', '--json'],
      '',
      env,
    );
    expect(ran.code).toBe(0);
    expect(documentOf(ran)).toMatchObject({
      frozen: 400,
      verdict: { kind: 'ready' },
      latency: { current: { p50: null } },
    });
    expect(compare).toBeTypeOf('function');
  });
});

describe('what cannot be asked', () => {
  it('of an invocation log is counted, with why', async () => {
    const { folder, env } = await comparing(1);
    const record = (text: string, more = {}) =>
      JSON.stringify({
        schemaType: 'ModelInvocationLog',
        requestId: `${text} ${JSON.stringify(more)}`,
        operation: 'Converse',
        modelId: 'old',
        input: { inputBodyJson: { messages: [{ role: 'user', content: [{ text }] }] } },
        ...more,
      });
    const lines = [record('question 1'), record('Question  1'), record('x', { errorCode: 'ThrottlingException' })];
    writeFileSync(join(folder.path, 'log.jsonl'), lines.join('\n'));
    const { stderr } = await folder.sundial(['compare', 'old', 'same', '--dataset', 'log.jsonl', '--dry-run'], '', env);

    expect(stderr).toContain('log.jsonl: 1 records dropped: the same prompt was asked before');
    expect(stderr).toContain('log.jsonl: 1 records dropped: the call failed: ThrottlingException');
  });
});

describe('answers that are kept', () => {
  const keep = (folder: ReturnType<typeof aFolder>, env: Record<string, string>, out: string) =>
    folder.sundial(['freeze', 'old', '--dataset', 'cases.jsonl', '--out', out, '--json'], '', env);

  it.each(['notes.txt', 'cases.jsonl'])('are never written over %s, which is another file', async (name) => {
    const { folder, env, bedrock } = await comparing(2);
    writeFileSync(join(folder.path, 'notes.txt'), 'a line\nand one without an end');
    const before = readFileSync(join(folder.path, name), 'utf8');

    expect(await keep(folder, env, name)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`${name}:1: expected a line that sundial freeze writes`) as string,
    });
    expect(readFileSync(join(folder.path, name), 'utf8')).toBe(before);
    expect(bedrock.calls.stream).toBe(0);
  });

  it('say by which parameters, and where', async () => {
    const { folder, env } = await comparing(1);
    const line = { id: 'one', prompt: 'question 1', inference: { maxTokens: 50, temperature: 0 } };
    writeFileSync(join(folder.path, 'cases.jsonl'), JSON.stringify(line));
    await keep(folder, env, 'kept.jsonl');

    expect(JSON.parse(readFileSync(join(folder.path, 'kept.jsonl'), 'utf8'))).toMatchObject({
      modelId: 'old',
      region: 'us-east-1',
      caseId: 'one',
      inference: { maxTokens: 50, temperature: 0 },
    });
  });

  it.each`
    cut   | kept | why
    ${30} | ${3} | ${'the last line, which a killed process did not finish, is asked again'}
    ${1}  | ${4} | ${'a last line that only lacks its end is whole'}
  `('go on from $kept: $why', async ({ cut, kept }: { cut: number; kept: number }) => {
    const { folder, env } = await comparing(4);
    await keep(folder, env, 'kept.jsonl');
    const file = join(folder.path, 'kept.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -cut));

    expect(documentOf(await keep(folder, env, 'kept.jsonl'))).toMatchObject({ kept, answered: 4 - kept });
    expect(documentOf(await keep(folder, env, 'kept.jsonl'))).toMatchObject({ kept: 4, answered: 0 });
  });

  it('of some cases only are compared, however few and wherever they stand, and it is said', async () => {
    const { folder, env, compare } = await comparing(40);
    await keep(folder, env, 'kept.jsonl');
    const file = join(folder.path, 'kept.jsonl');
    const lines = readFileSync(file, 'utf8').replaceAll('"modelId":"old"', '"modelId":"gone"').trimEnd().split('\n');
    const few = lines.filter((line) => /"case-(?:39|40)"/.test(line));
    writeFileSync(file, `${few.join('\n')}\n{"modelId":"gone","ca`);
    const ran = await compare('gone', 'same', '--out', 'run', '--frozen', 'kept.jsonl');

    expect(documentOf(ran)).toMatchObject({ frozen: 2, answered: 2, failed: 38 });
    expect(ran.stderr).toContain('no answer is kept for 38 of 40 cases');
  });
});

describe('the team’s own volume', () => {
  it('is told at its prices now, in extended access and on the candidate', async () => {
    const { folder, env } = await comparing(20);
    const [old, next] = ['anthropic.claude-sonnet-4-5-20250929-v1:0', 'anthropic.claude-sonnet-5'];
    const volume = ['--weekly-tokens', '1000000,200000', '--extended-price', '0.006,0.03'];

    const ran = await folder.sundial(
      ['compare', old, next, '--dataset', 'cases.jsonl', '--out', 'run', '--json', ...volume],
      '',
      env,
    );

    expect(documentOf(ran)['weekly']).toMatchObject({ now: 6.6, extendedAccess: 12, ratio: { input: 1, output: 1 } });
    expect(readFileSync(join(folder.path, 'run/report.html'), 'utf8')).toContain(
      'Your own 1,000,000 tokens in and 200,000 out a week cost $6.60 now, $12.00 in extended access',
    );
  });

  it.each`
    given                                                        | told
    ${['--weekly-tokens', '5']}                                  | ${/--weekly-tokens: expected tokens, such as 2700000,540000, got 5/}
    ${['--weekly-tokens', '1,2,3']}                              | ${/--weekly-tokens: expected tokens/}
    ${['--extended-price', '1,2']}                               | ${/--extended-price: is of use with --weekly-tokens only/}
    ${['--weekly-tokens', '1,2', '--extended-price', 'cheap,2']} | ${/--extended-price: expected US dollars per 1,000 tokens, such as 0.006,0.03, got cheap,2/}
  `('is refused where it cannot be read: $given', async ({ given, told }: { given: string[]; told: RegExp }) => {
    const folder = aFolder({ 'cases.jsonl': '{"id":"a","prompt":"b","expected":"c"}' });

    expect(
      await folder.sundial(['compare', 'old', 'new', '--dataset', 'cases.jsonl', '--dry-run', ...given]),
    ).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(told) as string,
    });
  });
});

describe('a budget', () => {
  it.each([['--dry-run'], ['--out', 'run']])('that the run would not keep to stops it, %s', async (...how) => {
    const { folder, env, bedrock } = await comparing(20);
    const [old, next] = ['anthropic.claude-sonnet-4-5-20250929-v1:0', 'anthropic.claude-sonnet-5'];
    const given = ['compare', old, next, '--dataset', 'cases.jsonl', '--budget', '0.0001', ...how];

    expect(await folder.sundial(given, '', env)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--budget 0.0001: the run is expected to cost') as string,
    });
    expect(bedrock.calls.stream).toBe(0);
    expect(folder.left().work).toEqual(['cases.jsonl']);
  });

  it('that is used up ends the run soon, and holds for the run as a whole', async () => {
    const answer = (): SimulatedAnswer => ({ kind: 'text', text: 'word '.repeat(4_000) });
    const bedrock = await startSimulatedBedrock({ answer, latencyMs: 5 });
    onTestFinished(bedrock.close);
    const { folder, env } = await comparing(50);
    const [old, next] = ['anthropic.claude-sonnet-4-5-20250929-v1:0', 'anthropic.claude-sonnet-5'];
    const args = ['--out', 'run', '--repeat', '10', '--budget', '2', '--concurrency', '4', '--resume', '--json'];
    const run = () =>
      folder.sundial(['compare', old, next, '--dataset', 'cases.jsonl', ...args], '', {
        ...env,
        AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint,
      });

    expect(await run()).toMatchObject({ code: 3, stderr: expect.stringContaining('the budget of $2') as string });
    const asked = bedrock.calls.stream;
    expect(asked).toBeLessThan(60);
    expect(
      readFileSync(join(folder.path, 'run', 'calls.jsonl'), 'utf8')
        .trimEnd()
        .split('\n'),
    ).toHaveLength(asked);
    expect(await run()).toMatchObject({ code: 3, stderr: expect.stringContaining('the budget of $2') as string });
    expect(bedrock.calls.stream).toBe(asked);
  });
});

describe('a run that is killed and resumed', () => {
  it('says the same as one that never was, and asks nothing twice', async () => {
    const calm = await comparing(120);
    const wanted = documentOf(await calm.compare('old', 'worse', '--out', 'run'));

    const { folder, env, compare, bedrock } = await comparing(120, 5);
    for (const answers of [20, 90, 170]) {
      const args = [
        'compare',
        'old',
        'worse',
        '--dataset',
        'cases.jsonl',
        '--out',
        'run',
        '--concurrency',
        '4',
        '--resume',
      ];
      await killedAfter(args, folder.path, env, () => bedrock.calls.stream >= answers);
    }
    const resumed = documentOf(await compare('old', 'worse', '--out', 'run', '--concurrency', '4', '--resume'));

    const said = ({ verdict, metrics, breaks, cases, answered }: Record<string, unknown>) => ({
      verdict,
      metrics,
      breaks,
      cases,
      answered,
    });
    expect(said(resumed)).toEqual(said(wanted));
    const lines = readFileSync(join(folder.path, 'run', 'calls.jsonl'), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(240);
    // What was on its way when the process died was asked, and never heard.
    expect(bedrock.calls.stream).toBeLessThanOrEqual(240 + 3 * 4);
  }, 60_000);

  it('takes kept answers for what was out of reach the first time', async () => {
    const { folder, env, compare } = await comparing(60);
    await folder.sundial(['freeze', 'old', '--dataset', 'cases.jsonl', '--out', 'kept.jsonl'], '', env);
    const file = join(folder.path, 'kept.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"modelId":"old"', '"modelId":"gone"'));

    expect((await compare('gone', 'same', '--out', 'run')).code).toBe(3);
    const resumed = await compare('gone', 'same', '--out', 'run', '--resume', '--frozen', 'kept.jsonl');
    expect(documentOf(resumed)).toMatchObject({ frozen: 60, answered: 60, failed: 0 });
    expect(resumed.stderr).toContain('120 of 120 calls');
    expect(resumed.stderr).not.toMatch(/1(?:2[1-9]|[3-9]\d) of 120 calls/);
  });

  it('is not mixed with another one', async () => {
    const { compare } = await comparing(5);
    await compare('old', 'same', '--out', 'run');

    expect(await compare('old', 'same', '--out', 'run')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--resume') as string,
    });
    expect(await compare('old', 'worse', '--out', 'run', '--resume')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('another candidate') as string,
    });
  });
});

/** Runs the command until `enough`, and kills it. */
async function killedAfter(
  args: string[],
  cwd: string,
  env: Record<string, string>,
  enough: () => boolean,
): Promise<void> {
  const child = spawn(process.execPath, [resolve('dist/sundial.js'), ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  const timer = setInterval(() => {
    if (enough()) child.kill('SIGKILL');
  }, 1);
  await new Promise((done) => child.once('exit', done));
  clearInterval(timer);
}
