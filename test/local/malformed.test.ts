import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../local/engine.ts';
import type { EventReport } from '../../local/event-report.ts';
import { fixture, fixtureNames } from '../fixtures/fixture.ts';
import { anEngine } from './engine.ts';

type Path = readonly string[];

interface Corruption {
  readonly path: Path;
  /** What stands there instead; absent where the field is left out. */
  readonly value?: unknown;
}

/** Every field of a payload, those inside others too. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [[...path, name], ...pathsOf(inner, [...path, name])]);
}

function corrupted(event: unknown, { path: [name = '', ...rest], ...corruption }: Corruption): unknown {
  if (typeof event !== 'object' || event === null) return event;
  const entries = Object.entries(event).flatMap(([key, value]): [string, unknown][] => {
    if (key !== name) return [[key, value]];
    if (rest.length > 0) return [[key, corrupted(value, { path: rest, ...corruption })]];
    return 'value' in corruption ? [[key, corruption.value]] : [];
  });
  return Array.isArray(event) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

/** Values that have broken readers: of the wrong kind, empty, enormous, and almost right. */
const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>('', ' ', '0', '-1', '1e9', 'NaN', 'true', 'null', 0, -1, 1.5, 1e21, [], {}, [[]], [null]),
  fc.constantFrom(
    'a'.repeat(3000),
    'anthropic.'.concat('x'.repeat(3000), '-v1:0'),
    '🌇'.repeat(700),
    '\u0000',
    '\ud800',
  ),
  fc.constantFrom(
    '2026-02-30',
    '99 Foo 2026',
    '2026-11-20T25:00:00Z',
    '12345678901',
    'us-east-99',
    'arn:aws:bedrock:::',
  ),
  fc.constantFrom(
    'anthropic.claude-3-haiku-20240307-v1:0 reaches end of life on February 30, 2027.',
    '-v1:0 (Legacy) $ per 1,000 [[[ {{{ \\n\\n EOL: 13/45/2026',
  ),
);

/** A fixture of a rule with one to three of its fields left out or replaced. */
function malformed(rule: string): fc.Arbitrary<unknown> {
  return fc.constantFrom(...fixtureNames(rule)).chain((name) => {
    const event = fixture(rule, name);
    const path = fc.constantFrom(...pathsOf(event));
    const corruption = fc.oneof(
      path.map((missing): Corruption => ({ path: missing })),
      fc.record({ path, value: nasty }),
    );
    return fc.array(corruption, { minLength: 1, maxLength: 3 }).map((all) => all.reduce<unknown>(corrupted, event));
  });
}

async function holdsTogether(engine: Engine, event: unknown, report: EventReport, buried: number): Promise<number> {
  expect(['handled', 'ignored', 'rejected']).toContain(report.outcome);
  if (report.outcome !== 'handled' || report.actions.length === 0) expect(report.reason).toMatch(/\S/);

  const letters = await engine.deadLetters();
  expect(letters).toHaveLength(report.outcome === 'rejected' ? buried + 1 : buried);
  if (report.outcome === 'rejected') {
    const [letter] = letters.slice(-1);
    expect(letter).toMatchObject({ reason: report.reason, error: 'UnreadableEventError' });
    expect(letter?.event).toEqual(JSON.parse(JSON.stringify(event)));
  }
  const situations = report.actions.length > 0 ? await engine.situations() : [];
  for (const { migration } of situations) {
    expect(migration).toMatchObject({
      ticket: { key: expect.any(String) as string },
      thread: { ts: expect.any(String) as string },
    });
    expect(migration.told).not.toBeNull();
  }
  return letters.length;
}

describe('a malformed event', () => {
  it.each`
    rule                   | runs
    ${'health-bedrock'}    | ${140}
    ${'bedrock-jobs'}      | ${80}
    ${'sundial-lifecycle'} | ${80}
  `(
    'of $rule is handled, ignored or rejected with a reason, and leaves no half-made migration',
    async ({ rule, runs }: { rule: string; runs: number }) => {
      const engine = await anEngine();
      let buried = 0;

      await fc.assert(
        fc.asyncProperty(malformed(rule), async (event) => {
          const report = await engine.deliver(event);
          buried = await holdsTogether(engine, event, report, buried);
        }),
        { numRuns: runs, endOnFailure: true },
      );

      expect((await engine.situations()).every(({ migration }) => migration.told !== null)).toBe(true);
    },
  );

  it('with names longer than a key may be is handled', async () => {
    const engine = await anEngine();
    const event = corrupted(fixture('health-bedrock', 'opus-4-1-page-1-of-3'), {
      path: ['detail', 'eventArn'],
      value: `arn:aws:health:us-west-2::event/BEDROCK/CODE/${'x'.repeat(1500)}`,
    });

    expect(await engine.deliver(event)).toMatchObject({
      outcome: 'handled',
      reason: expect.stringMatching(/waiting/) as string,
    });
  });

  it('is rejected with the field that cannot be read, and redriving it rejects it again', async () => {
    const engine = await anEngine();
    const event = corrupted(fixture('health-bedrock', 'haiku-3-legacy-start'), {
      path: ['detail', 'totalPages'],
      value: 'several',
    });

    const report = await engine.deliver(event);
    const again = await engine.redrive();

    const reason = 'detail.totalPages: expected a whole number from 1';
    expect(report).toMatchObject({ outcome: 'rejected', reason, actions: [], notices: [] });
    expect(again).toMatchObject([{ outcome: 'rejected', reason }]);
    expect(await engine.deadLetters()).toMatchObject([{ rule: 'health-bedrock', event, reason }]);
    expect(await engine.situations()).toEqual([]);
  });
});
