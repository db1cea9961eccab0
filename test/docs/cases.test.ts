import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { CaseLine } from '../../adapters/cases/case-schema.ts';
import { satisfies } from '../../adapters/scoring/json-schema.ts';
import { caseLine } from '../../domain/cases/case-line.ts';
import { personalKinds } from '../../domain/cases/personal-data.ts';
import { anyCase } from '../adapters/cases/any-case.ts';
import { casesIn } from '../adapters/cases/case-files.ts';
import { jsonFile } from './json-schema.ts';
import fc from 'fast-check';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/cases.md'), 'utf8');
const examples = [...page.matchAll(/^```json\n(?<lines>[^]*?)^```$/gm)].flatMap(({ groups }) =>
  (groups?.['lines'] ?? '').trim().split('\n'),
);

/** What the reader takes, with the one rule that its fields alone do not say. */
const schema = {
  ...z.toJSONSchema(CaseLine, { target: 'draft-7', io: 'input' }),
  title: 'A case of a comparison. See docs/cases.md.',
  oneOf: [{ required: ['prompt'] }, { required: ['messages'] }],
};

describe('docs/case.schema.json', () => {
  it('is what the reader of cases checks; renew it with npx vitest run test/docs/cases.test.ts -u', async () => {
    await expect(await jsonFile(schema)).toMatchFileSnapshot(join(root, 'docs/case.schema.json'));
  });

  it('takes every case that is written', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async (kase) => {
        expect(await satisfies(schema, JSON.parse(caseLine(kase)))).toBe(true);
      }),
    );
  });

  it.each([
    { prompt: 'x' },
    { id: 'a' },
    { id: 'a', prompt: 'x', checks: [{ kind: 'fuzzy' }] },
    { id: 'a', prompt: 'x', messages: [] },
  ])('refuses %j, as the reader does', async (line) => {
    expect(await satisfies(schema, line)).toBe(false);
  });
});

describe('docs/cases.md', () => {
  it.each(examples)('shows a case: %s', async (line) => {
    expect(await casesIn(line)).toHaveLength(1);
    expect(await satisfies(schema, JSON.parse(line))).toBe(true);
  });

  it('shows cases at all', () => {
    expect(examples.length).toBeGreaterThan(3);
  });

  const kinds = [
    'exact',
    'contains',
    'regex',
    'number',
    'json-schema',
    'json-path',
    'rouge-l',
    'similarity',
    'length-ratio',
  ];
  const breaks = ['refusal', 'truncated', 'malformed', 'schema', 'toolCall', 'language', 'empty', 'guardrail'];

  it.each([...Object.keys(CaseLine.shape), ...kinds, ...breaks])('explains %s', (word) => {
    expect(page).toMatch(new RegExp(`^\\| \`${word}\` \\|`, 'm'));
  });

  it.each(personalKinds)('says that [%s] is taken out', (kind) => {
    expect(page).toContain(`\`[${kind}]\``);
  });
});
