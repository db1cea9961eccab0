import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadRules } from '../../local/rules.ts';

const rules = loadRules();
const fixtures = rules.flatMap(({ name }) =>
  readdirSync(`test/fixtures/${name}`).map((file) => ({ rule: name, file: `test/fixtures/${name}/${file}` })),
);

/** A fixture file holds one event, an array of events or JSON lines. */
function eventsIn(file: string): unknown[] {
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.jsonl'))
    return text
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  const parsed: unknown = JSON.parse(text);
  return Array.isArray(parsed) ? parsed : [parsed];
}

describe('rules/', () => {
  it('holds a rule for each word we listen to', () => {
    expect(rules.map(({ name }) => name)).toEqual([
      'bedrock-jobs',
      'health-bedrock',
      'sundial-comparison',
      'sundial-lifecycle',
      'sundial-slack',
      'sundial-tickets',
    ]);
  });

  describe.each(rules)('$name', ({ name, description, pattern, target }) => {
    it('is named like its file and says why it exists', () => {
      expect(existsSync(`rules/${name}.yml`)).toBe(true);
      expect(description.length).toBeGreaterThan(40);
    });

    it('is short enough for EventBridge', () => {
      expect(JSON.stringify(pattern).length).toBeLessThan(2048);
    });

    it('has a handler', () => {
      expect(existsSync(`handlers/${target}.ts`)).toBe(true);
    });

    it('has at least two fixtures', () => {
      expect(fixtures.filter(({ rule }) => rule === name).length).toBeGreaterThanOrEqual(2);
    });
  });

  it.each(fixtures)('$rule, and no other rule, matches $file', ({ rule, file }) => {
    for (const event of eventsIn(file)) {
      expect(rules.filter(({ matches }) => matches(event)).map(({ name }) => name)).toEqual([rule]);
    }
  });

  it.each`
    event                                                                                          | why
    ${{ source: 'aws.health', 'detail-type': 'AWS Health Event', detail: { service: 'LAMBDA' } }}  | ${'another service'}
    ${{ source: 'aws.health', 'detail-type': 'AWS Health Event' }}                                 | ${'no detail'}
    ${{ source: 'aws.bedrock', 'detail-type': 'Bedrock Data Automation Job Created', detail: {} }} | ${'a job without a model'}
    ${{ source: 'sundial', 'detail-type': 'Migration Changed', detail: {} }}                       | ${'told to others, not to ourselves'}
    ${{ source: 'sundial', 'detail-type': 'Comparison Concluded', detail: {} }}                    | ${'an end, not a beginning'}
  `('none matches $why', ({ event }) => {
    expect(rules.filter(({ matches }) => matches(event))).toEqual([]);
  });
});

describe('a rule file that EventBridge would refuse', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rules-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each`
    text                                                                                       | names       | why
    ${'name: x\ndescription: y\nbus: default\npattern: { source: aws.health }\ntarget: on-x'}  | ${'source'} | ${'a scalar instead of an array'}
    ${'name: x\ndescription: y\nbus: mine\npattern: { source: [a] }\ntarget: on-x'}            | ${'bus'}    | ${'an unknown bus'}
    ${'name: x\ndescription: y\nbus: default\npattern: { source: [a] }\ntarget: on-x.handler'} | ${'target'} | ${'a target that is no stem'}
    ${'name: [x'}                                                                              | ${'line 1'} | ${'no YAML'}
  `('is refused, naming the file and $names: $why', ({ text, names }: { text: string; names: string }) => {
    const file = join(folder, 'broken.yml');
    writeFileSync(file, text);

    expect(() => loadRules(folder)).toThrow(new RegExp(`${basename(file)}[^]*${names}`));
  });
});
