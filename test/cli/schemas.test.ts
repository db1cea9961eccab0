import { expect, it } from 'vitest';
import { aFolder, documentOf } from './run.ts';

it.each([
  'https://json-schema.org/draft/2020-12/schema',
  'https://json-schema.org/draft/2019-09/schema',
  'http://json-schema.org/draft-07/schema#',
])('the built command reads tools, and schemas of %s', async ($schema) => {
  const value = { $schema, type: 'object' };
  const line = {
    id: 'a',
    prompt: 'question',
    tools: [{ name: 'refund', inputSchema: { type: 'object' } }],
    checks: [{ kind: 'json-schema', value }],
  };
  const ran = await aFolder({ 'cases.jsonl': JSON.stringify(line) }).sundial(['cases', 'cases.jsonl', '--json']);

  expect(ran.stderr).toBe('');
  expect(documentOf(ran)).toMatchObject({ cases: 1 });
});
