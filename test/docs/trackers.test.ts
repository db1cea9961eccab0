import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../adapters/configuration.ts';

const text = readFileSync(join(import.meta.dirname, '../../docs/trackers.md'), 'utf8');
const examples = [...text.matchAll(/^```yaml\n(?<yaml>[^]*?)^```$/gm)].map(({ groups }) => groups?.['yaml'] ?? '');

describe('docs/trackers.md', () => {
  it.each(examples)('has an example that is a configuration', (yaml) => {
    expect(readConfiguration(yaml, 'docs/trackers.md').teams.size).toBe(1);
  });

  it('has an example of every kind of tracker', () => {
    const kinds = examples.flatMap((yaml) =>
      [...readConfiguration(yaml, 'docs/trackers.md').teams.values()].flatMap(({ trackers }) =>
        trackers.map(({ kind }) => kind),
      ),
    );

    expect(new Set(kinds)).toEqual(new Set(['github', 'jira', 'servicenow', 'pagerduty', 'opscenter', 'webhook']));
  });
});
