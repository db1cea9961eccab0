import { expect, it } from 'vitest';
import { aFolder, documentOf } from './run.ts';

it.each(['draft/2020-12', 'draft/2019-09', 'draft-07'])(
  'the built command reads tools, and schemas of %s',
  async (draft) => {
    const value = { $schema: `https://json-schema.org/${draft}/schema`, type: 'object' };
    const line = {
      id: 'a',
      prompt: 'question',
      tools: [{ name: 'refund', inputSchema: { type: 'object' } }],
      checks: [{ kind: 'json-schema', value }],
    };
    const ran = await aFolder({ 'cases.jsonl': JSON.stringify(line) }).sundial(['cases', 'cases.jsonl', '--json']);

    expect(ran.stderr).toBe('');
    expect(documentOf(ran)).toMatchObject({ cases: 1 });
  },
);
