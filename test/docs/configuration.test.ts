import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigurationFile } from '../../adapters/configuration-schema.ts';
import { configurationFile, readConfiguration } from '../../adapters/configuration.ts';
import { fieldDescriptions } from './field-descriptions.ts';
import type { SchemaNode } from './json-schema.ts';
import { configurationSchema, jsonFile } from './json-schema.ts';

const root = join(import.meta.dirname, '../..');

describe('docs/sundial.schema.json', () => {
  it('is what the configuration reader checks; renew it with npx vitest run test/docs -u', async () => {
    const text = await jsonFile(configurationSchema(ConfigurationFile));

    await expect(text).toMatchFileSnapshot(join(root, 'docs/sundial.schema.json'));
  });

  it('says of every field what it does', () => {
    expect(Object.keys(fieldDescriptions).toSorted()).toEqual(
      fieldsOf(configurationSchema(ConfigurationFile)).toSorted(),
    );
  });
});

describe('sundial.example.yml', () => {
  const text = readFileSync(join(root, 'sundial.example.yml'), 'utf8');

  it('is a configuration', () => {
    expect(readConfiguration(text, 'sundial.example.yml').teams.size).toBe(3);
  });

  it('tells editors where the schema is', () => {
    expect(text).toMatch(/^# yaml-language-server: \$schema=docs\/sundial\.schema\.json$/m);
  });

  it('shows every field', () => {
    const { teams, routes, policy, replacements, sweep } = configurationFile(text, 'sundial.example.yml');

    expect(Object.values(teams).some(({ holidays, freezes }) => holidays.length > 0 && freezes.length > 0)).toBe(true);
    for (const condition of [
      'accounts',
      'regions',
      'models',
      'tags',
      'profiles',
      'requestMetadata',
      'principals',
    ] as const)
      expect(routes.some((route) => route[condition])).toBe(true);
    expect(Object.keys(policy)).toHaveLength(9);
    expect(Object.keys(sweep)).toHaveLength(6);
    expect(Object.values(teams).some(({ escalation }) => Object.keys(escalation).length === 2)).toBe(true);
    expect(Object.keys(replacements)).not.toHaveLength(0);
  });
});

describe.each(['README.md', 'docs/configuration.md'])('%s', (file) => {
  const text = readFileSync(join(root, file), 'utf8');
  const fields = Object.keys(fieldDescriptions).filter((path) => /\w$/.test(path));

  it.each(fields.map((path) => path.replaceAll('.*', '')))('explains %s', (path) => {
    const [last = ''] = path.split('.').slice(-1);

    expect(text).toMatch(new RegExp(`\`[\\w.<>]*\\b${last}\``));
  });
});

/** Every place that can be described: the whole, each field, and what lists and maps hold where that has fields of its own. */
function fieldsOf(node: SchemaNode, path: readonly string[] = []): string[] {
  const inside = typeof node.additionalProperties === 'object' ? node.additionalProperties : node.items;
  return [
    path.join('.'),
    ...Object.entries(node.properties ?? {}).flatMap(([name, field]) => fieldsOf(field, [...path, name])),
    ...(inside?.properties ? fieldsOf(inside, [...path, '*']) : []),
  ];
}
