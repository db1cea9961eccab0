import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { comparisonCommands } from '../../cli/command-line/comparison-commands.ts';

/** A folder with some files; `{}` in arguments stands for it. */
function aFolder(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'sundial-cases-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return {
    folder,
    cases: async (...args: readonly string[]): Promise<string> => {
      const said: string[] = [];
      const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
        said.push(String(text));
        return true;
      });
      const program = new Command('sundial').exitOverride();
      comparisonCommands(program);
      try {
        await program.parseAsync(
          ['cases', ...args].map((one) => one.replace('{}', folder)),
          { from: 'user' },
        );
      } finally {
        stdout.mockRestore();
        process.exitCode = 0;
      }
      return said.join('').replaceAll(folder, '{}');
    },
  };
}

const jsonLines = (records: readonly unknown[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('');
const hundred = jsonLines(
  Array.from({ length: 100 }, (_, index) => ({
    id: `case-${index}`,
    prompt: 'x'.repeat(index + 1),
    expected: 'y',
    tags: { team: index < 60 ? 'shop' : 'search' },
  })),
);
const logRecord = {
  schemaType: 'ModelInvocationLog',
  operation: 'Converse',
  requestId: 'r1',
  modelId: 'amazon.nova-lite-v1:0',
  identity: { arn: 'arn:aws:sts::111122223333:assumed-role/checkout/session' },
  input: {
    inputBodyJson: {
      messages: [{ role: 'user', content: [{ text: 'Mail ada@example.org' }] }],
      additionalModelRequestFields: {},
    },
  },
};

describe('sundial cases', () => {
  it('says what is in the files', async () => {
    const { cases } = aFolder({ 'a.jsonl': hundred });

    expect(JSON.parse(await cases('{}/a.jsonl', '--json'))).toEqual({
      files: [{ file: '{}/a.jsonl', sha256: expect.stringMatching(/^[\da-f]{64}$/) as string }],
      cases: 100,
      forms: { case: 100 },
      checks: { exact: 100 },
      toolCalls: 0,
      tags: { team: { shop: 60, search: 40 } },
      lengths: { least: 1, median: 50, p95: 95, most: 100 },
      bad: [],
      dropped: {},
      leftOut: {},
      redacted: {},
      written: null,
    });
  });

  it('says it to a person too', async () => {
    const { cases } = aFolder({ 'a.jsonl': hundred });

    expect(await cases('{}/a.jsonl')).toBe(
      [
        'cases     100',
        'forms     case 100',
        'checks    exact 100',
        'tag team  shop 60, search 40',
        'prompts   1 to 100 characters, median 50, p95 95\n',
      ].join('\n'),
    );
  });

  it('turns a log into cases, redacted, and tells what became of each record', async () => {
    const { cases, folder } = aFolder({
      'log.json': jsonLines([
        logRecord,
        { ...logRecord, requestId: 'r2' },
        { ...logRecord, operation: 'ApplyGuardrail' },
      ]),
    });

    const said = await cases('{}/log.json', '--out', '{}/cases.jsonl', '--json');

    expect(JSON.parse(said)).toMatchObject({
      cases: 1,
      forms: { invocationLog: 1 },
      checks: { none: 1 },
      dropped: { 'the same prompt was asked before': 1, 'operation ApplyGuardrail': 1 },
      leftOut: { additionalModelRequestFields: 1 },
      redacted: { email: 1 },
      written: { file: '{}/cases.jsonl', cases: 1, seed: null },
    });
    expect(readFileSync(join(folder, 'cases.jsonl'), 'utf8')).toBe(
      '{"id":"r1","prompt":"Mail [email]","checks":[],"tags":{"model":"amazon.nova-lite-v1:0","caller":"checkout"}}\n',
    );
  });

  it('draws a sample, the same for the same seed', async () => {
    const { cases, folder } = aFolder({ 'a.jsonl': hundred });
    const drawn = async (seed: string, out: string) => {
      await cases('{}/a.jsonl', '--sample', '10', '--seed', seed, '--out', `{}/${out}`);
      return readFileSync(join(folder, out), 'utf8');
    };

    const first = await drawn('7', 'first');

    expect(first.trim().split('\n')).toHaveLength(10);
    expect(await drawn('7', 'again')).toBe(first);
    expect(await drawn('8', 'other')).not.toBe(first);
    expect(hundred).toContain('"case-');
    for (const line of first.trim().split('\n'))
      expect(JSON.parse(line)).toMatchObject({ expected: 'y', checks: [{ kind: 'exact' }] });
  });

  it('fails over a bad line, and writes nothing', async () => {
    const { cases, folder } = aFolder({ 'a.jsonl': `${hundred}oops\n` });

    await expect(cases('{}/a.jsonl', '--out', '{}/out.jsonl')).rejects.toThrow(
      /a\.jsonl:101: expected a JSON object on one line/,
    );
    expect(readdirSync(folder)).toEqual(['a.jsonl']);
  });

  it('passes over a bad line where asked, and lists it', async () => {
    const { cases } = aFolder({ 'a.jsonl': `${hundred}{"id": "x"}\n` });

    expect(JSON.parse(await cases('{}/a.jsonl', '--skip-bad', '--json'))).toMatchObject({
      cases: 100,
      bad: [
        {
          file: '{}/a.jsonl',
          line: 101,
          field: 'prompt',
          problem: 'expected prompt or messages, but both are missing',
        },
      ],
    });
    expect(await cases('{}/a.jsonl', '--skip-bad')).toContain('{}/a.jsonl:101: prompt: expected prompt or messages');
  });

  it('finds an id that two files have', async () => {
    const { cases } = aFolder({
      'a.jsonl': hundred,
      'b.jsonl': jsonLines([{ id: 'case-1', prompt: 'x' }, { prompt: 'y' }]),
      'c.jsonl': jsonLines([{ prompt: 'y' }, { prompt: 'y' }]),
    });

    await expect(cases('{}/a.jsonl', '{}/b.jsonl')).rejects.toThrow(
      /b\.jsonl:1: id: expected an id of its own; case-1 is another case's/,
    );
    expect(await cases('{}/a.jsonl', '{}/c.jsonl')).toMatch(/^cases +102$/m);
  });

  it.each`
    args                                             | problem
    ${['{}/a.jsonl', '--sample', '10']}              | ${'--sample: expected --out FILE beside it'}
    ${['{}/a.jsonl', '--sample', '0', '--out', 'x']} | ${'--sample: expected a whole number of at least 1, got 0'}
    ${['{}/a.jsonl', '--seed', 'x']}                 | ${'--seed: expected a whole number of at least 0, got x'}
    ${['{}/a.jsonl', '--out', '{}/./a.jsonl']}       | ${'a.jsonl: expected a file that is not read'}
    ${['{}/absent.jsonl']}                           | ${'absent.jsonl: cannot be read: ENOENT'}
  `('refuses $args', async ({ args, problem }: { args: string[]; problem: string }) => {
    const { cases, folder } = aFolder({ 'a.jsonl': hundred });

    await expect(cases(...args)).rejects.toThrow(problem);
    expect(readFileSync(join(folder, 'a.jsonl'), 'utf8')).toBe(hundred);
    expect(existsSync('x')).toBe(false);
  });
});
