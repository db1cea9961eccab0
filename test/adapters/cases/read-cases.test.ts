import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFileHash } from '../../../adapters/cases/case-file-hash.ts';
import type { BadLine } from '../../../adapters/cases/case-file-error.ts';
import { readCases } from '../../../adapters/cases/read-cases.ts';
import { caseLine } from '../../../domain/cases/case-line.ts';
import { anyCase } from './any-case.ts';
import { aFile, casesIn, collected, complaints, lines } from './case-files.ts';

const two = [
  { id: 'a', prompt: 'One?' },
  { id: 'b', prompt: 'Two {?' },
];

describe('readCases', () => {
  it('reads a case with everything it leaves out', async () => {
    expect(await casesIn(lines({ id: 'a', prompt: 'One?', expected: 'Yes' }))).toEqual([
      {
        id: 'a',
        messages: [{ role: 'user', content: [{ text: 'One?' }] }],
        system: [],
        tools: [],
        toolChoice: null,
        inference: {},
        expected: 'Yes',
        checks: [{ kind: 'exact' }],
        tags: {},
      },
    ]);
  });

  it.each`
    line                                                                                                           | part                                                                                   | why
    ${{ messages: [{ role: 'user', content: 'Hi' }] }}                                                             | ${{ messages: [{ role: 'user', content: [{ text: 'Hi' }] }] }}                         | ${'content as a text'}
    ${{ prompt: 'x', system: 'Be brief.' }}                                                                        | ${{ system: ['Be brief.'] }}                                                           | ${'one system prompt'}
    ${{ prompt: 'x', system: ['a', { text: 'b' }] }}                                                               | ${{ system: ['a', 'b'] }}                                                              | ${'several, also as Converse has them'}
    ${{ prompt: 'x', tools: [{ name: 't', inputSchema: { type: 'object' } }] }}                                    | ${{ tools: [{ name: 't', description: null, inputSchema: { type: 'object' } }] }}      | ${'a plain tool'}
    ${{ prompt: 'x', tools: [{ toolSpec: { name: 't', description: 'd', inputSchema: { json: {} } } }] }}          | ${{ tools: [{ name: 't', description: 'd', inputSchema: {} }] }}                       | ${'a tool as Converse has it'}
    ${{ prompt: 'x', expected: 42 }}                                                                               | ${{ expected: '42', checks: [{ kind: 'exact' }] }}                                     | ${'a number is expected'}
    ${{ prompt: 'x', expected: 'y', checks: [] }}                                                                  | ${{ expected: 'y', checks: [] }}                                                       | ${'checks that are none are wanted so'}
    ${{ prompt: 'x', expected: { toolCalls: [{ name: 't', input: { a: 1 } }] } }}                                  | ${{ expected: null, expectedToolCalls: [{ name: 't', input: { a: 1 } }], checks: [] }} | ${'tool calls are expected'}
    ${{ prompt: 'x', expected: { text: 'y', toolCalls: [{ toolUse: { toolUseId: '1', name: 't', input: 2 } }] } }} | ${{ expected: 'y', expectedToolCalls: [{ name: 't', input: 2 }] }}                     | ${'as Converse has them, with a text'}
    ${{ prompt: 'x', tags: ['a', 'b'] }}                                                                           | ${{ tags: { a: 'true', b: 'true' } }}                                                  | ${'tags as a list'}
    ${{ prompt: 'x', tags: { level: 3 } }}                                                                         | ${{ tags: { level: '3' } }}                                                            | ${'tags of numbers'}
    ${{ prompt: 'x', note: 'from Ada', source: {} }}                                                               | ${{ checks: [] }}                                                                      | ${'fields of others are passed over'}
  `('takes $why', async ({ line, part }: { line: object; part: object }) => {
    expect(await casesIn(lines({ id: 'a', ...line }))).toEqual([expect.objectContaining(part)]);
  });

  it.each`
    text                                                         | why
    ${lines(...two)}                                             | ${'JSON lines'}
    ${`\uFEFF${lines(...two).replaceAll('\n', '\r\n')}\r\n\r\n`} | ${'with a byte order mark, CR LF and empty lines'}
    ${JSON.stringify(two)}                                       | ${'an array on one line'}
    ${JSON.stringify(two, null, 2)}                              | ${'an array over lines'}
    ${two.map((one) => JSON.stringify(one, null, 2)).join('\n')} | ${'objects over lines'}
    ${gzipSync(lines(...two))}                                   | ${'packed'}
  `('reads $why', async ({ text }: { text: string | Buffer }) => {
    expect((await casesIn(text)).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('reads what was written as the same case', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyCase, { selector: ({ id }) => id, maxLength: 5 }), async (written) => {
        expect(await casesIn(written.map(caseLine).join('\n'))).toEqual(written);
        expect(
          await casesIn(
            JSON.stringify(
              written.map((one) => JSON.parse(caseLine(one)) as unknown),
              null,
              1,
            ),
          ),
        ).toEqual(written);
      }),
      { numRuns: 60 },
    );
  });

  it('gives each case before it reads on', async () => {
    const reading = readCases(aFile(lines(two[0], 'no JSON')));

    expect((await reading.next()).value).toMatchObject({ id: 'a' });
    await expect(reading.next()).rejects.toThrow(/:2: /);
  });
});

describe('a bad line', () => {
  it.each`
    line                                                                                           | complaint
    ${'{"id": "a", "prompt"}'}                                                                     | ${/^1: expected a JSON object on one line: /}
    ${'[1]'}                                                                                       | ${/^1: expected object$/}
    ${'"text"'}                                                                                    | ${/^1: expected object$/}
    ${{ prompt: 'x', checks: [] }}                                                                 | ${/^1: id: expected a text that no other case has, but it is missing$/}
    ${{ id: 'a' }}                                                                                 | ${/^1: prompt: expected prompt or messages, but both are missing$/}
    ${{ id: 'a', prompt: 'x', messages: [{ role: 'user', content: 'x' }] }}                        | ${/^1: prompt: expected either prompt or messages, got both$/}
    ${{ id: 'a', prompt: 3 }}                                                                      | ${/^1: prompt: expected string$/}
    ${{ id: 'a', messages: [{ role: 'system', content: 'x' }] }}                                   | ${/^1: messages\.0\.role: expected user, assistant$/}
    ${{ id: 'a', messages: [{ role: 'assistant', content: 'x' }] }}                                | ${/^1: messages\.0\.role: expected user: a conversation begins with the user$/}
    ${{ id: 'a', prompt: 'x', expcted: 'y' }}                                                      | ${/^1: expcted: there is no field of this name; expected expected$/}
    ${{ id: 'a', prompt: 'x', Expected: 'y' }}                                                     | ${/^1: Expected: there is no field of this name; expected expected$/}
    ${{ id: 'a', prompt: 'x', cehcks: [] }}                                                        | ${/^1: cehcks: there is no field of this name; expected checks$/}
    ${{ id: 'a', prompt: 'x', inferenceConfig: {} }}                                               | ${/^1: inferenceConfig: there is no field of this name; expected inference$/}
    ${{ id: 'a', prompt: 'x', inference: { max_tokens: 1 } }}                                      | ${/^1: inference\.max_tokens: there is no field of this name here$/}
    ${{ id: 'a', prompt: 'x', inference: { topP: 2 } }}                                            | ${/^1: inference\.topP: expected a number from 0 to 1$/}
    ${{ id: 'a', prompt: 'x', checks: [{ kind: 'fuzzy' }] }}                                       | ${/^1: checks\.0\.kind: expected one of exact, contains, regex, number, /}
    ${{ id: 'a', prompt: 'x', checks: [{ kind: 'exact' }] }}                                       | ${/^1: checks\.0\.value: expected something to compare with, here or in expected$/}
    ${{ id: 'a', prompt: 'x', checks: [{ kind: 'regex', value: '(' }] }}                           | ${/^1: checks\.0\.value: expected a regular expression of JavaScript: /}
    ${{ id: 'a', prompt: 'x', checks: [{ kind: 'regex', value: 'x'.repeat(1001) }] }}              | ${/^1: checks\.0\.value: expected a pattern of at most 1000 characters, got 1001$/}
    ${{ id: 'a', prompt: 'x', checks: [{ kind: 'number', value: 'none' }] }}                       | ${/^1: checks\.0\.value: expected a number, here or in expected$/}
    ${{ id: 'a', prompt: 'x', checks: [{ kind: 'json-schema' }] }}                                 | ${/^1: checks\.0\.value: expected a JSON schema, but it is missing$/}
    ${{ id: 'a', prompt: 'x', checks: [{ kind: 'json-schema', value: { type: 'x' } }] }}           | ${/^1: checks\.0\.value: expected a JSON schema: /}
    ${{ id: 'a', prompt: 'x', checks: [{ kind: 'json-path', value: '$..a' }] }}                    | ${/^1: checks\.0\.value: expected a path such as /}
    ${{ id: 'a', prompt: 'x', expected: 'y', checks: [{ kind: 'rouge-l', threshold: 50 }] }}       | ${/^1: checks\.0\.threshold: expected a number from 0 to 1$/}
    ${{ id: 'a', prompt: 'x', expected: 'y', checks: [{ kind: 'length-ratio', threshold: 0.5 }] }} | ${/^1: checks\.0\.threshold: expected a number of at least 1$/}
    ${{ id: 'a', prompt: 'x', tools: [{ name: 't', inputSchema: { type: 'x' } }] }}                | ${/^1: tools\.0\.inputSchema: expected a JSON schema: /}
    ${{ id: 'a', prompt: 'x', expected: { answer: 1 } }}                                           | ${/^1: expected: expected a text, or \{ toolCalls, text \}$/}
  `('$complaint', async ({ line, complaint }: { line: unknown; complaint: RegExp }) => {
    expect(await complaints(lines(line))).toEqual([expect.stringMatching(complaint)]);
  });

  it('is told with all others, each field of it, and names the first line of an id', async () => {
    const text = lines(two[0], 'oops', '', { id: 'a', prompt: 'x' }, { id: 'c', promt: 1, expected: [] });

    expect((await complaints(text)).map((line) => line.replace(/: expected .*/, ''))).toEqual([
      '2',
      '4: id',
      '5: expected',
    ]);
  });

  it.each`
    line                                             | says                                                                        | why
    ${'Dear Mr Secret, your IBAN is DE89'}           | ${'1: expected a JSON object on one line: letter 1 does not belong there'}  | ${'no JSON at all'}
    ${'{"id": "secret", "prompt": "secret",}'}       | ${'1: expected a JSON object on one line: letter 37 does not belong there'} | ${'a comma too many'}
    ${'{"id": "secret", "prompt": Jane has cancer}'} | ${'1: expected a JSON object on one line: letter 28 does not belong there'} | ${'a word too many'}
    ${'{"id": "secret", "prompt": "secret"'}         | ${'1: expected a JSON object on one line: it ends too early'}               | ${'half a line'}
    ${'{"id": "secret", "prompt": "sec'}             | ${'1: expected a JSON object on one line: it ends too early'}               | ${'half a text'}
  `(
    'says where the fault is, and nothing of what stands there: $why',
    async ({ line, says }: Record<string, string>) => {
      expect(await complaints(line ?? '')).toEqual([says]);
    },
  );

  it('does not repeat the pattern of a check', async () => {
    const checks = [{ kind: 'regex', value: 'Jane: /Doe/: (' }];

    expect(await complaints(lines({ id: 'a', prompt: 'x', checks }))).toEqual([
      '1: checks.0.value: expected a regular expression of JavaScript: Invalid regular expression: Unterminated group',
    ]);
  });

  it('names the line on which it begins in an array', async () => {
    expect(await complaints('[\n  {"id": "a",\n "prompt": "x"},\n  {"id":\n 3},\n 7, "{"]')).toEqual([
      expect.stringMatching(/^4: prompt: /),
      '6: expected object',
      expect.stringMatching(/^6: expected a JSON object/),
    ]);
  });

  it('is shown 20 times at most', async () => {
    const shown = await complaints(lines(...Array.from({ length: 23 }, () => 'oops')));

    expect(shown).toHaveLength(21);
    expect(shown.at(-1)).toBe('and 3 more bad lines');
  });

  it('is passed over where one wants that, and told', async () => {
    const skipped: BadLine[] = [];

    const read = await casesIn(lines(two[0], 'oops', two[1]), { skipped: (bad) => skipped.push(bad) });

    expect(read.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(skipped).toEqual([expect.objectContaining({ line: 2, problems: [expect.objectContaining({ field: '' })] })]);
  });
});

describe('a file', () => {
  it('that is not there is named', async () => {
    await expect(collected(readCases('absent.jsonl'))).rejects.toThrow(/^absent\.jsonl: cannot be read: ENOENT/);
    await expect(caseFileHash('absent.jsonl')).rejects.toThrow(/^absent\.jsonl: cannot be read: ENOENT/);
  });

  it('that breaks off in its package is named', async () => {
    const packed = gzipSync(
      lines(...Array.from({ length: 2000 }, (_, id) => ({ id: `${id}`, prompt: `${Math.sin(id)}` }))),
    );

    await expect(casesIn(packed.subarray(0, 9000))).rejects.toThrow(/cannot be read: unexpected end of file/);
  });

  it('has a hash of its bytes', async () => {
    expect(await caseFileHash(aFile('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
