import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusDays } from '../../domain/calendar-date.ts';
import { movedOn } from '../../domain/moved-on.ts';
import type { Phase } from '../../domain/phases.ts';
import { planPhases } from '../../domain/phases.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { anyDay } from '../builders/arbitrary-team.ts';
import { aSituation, aTeam, sonnet5 } from '../builders/situation.ts';

const phases: readonly Phase[] = [
  { name: 'assess', start: '2026-11-02', end: '2026-11-09' },
  { name: 'research', start: '2026-11-09', end: '2026-11-16' },
  { name: 'test', start: '2026-11-16', end: '2026-12-04' },
  { name: 'migrate', start: '2026-12-04', end: '2026-12-20' },
  { name: 'operate', start: '2026-12-20', end: '2027-01-08' },
];

describe('a plan whose replacement is ready', () => {
  it.each`
    ready           | starts                                                                    | why
    ${'2026-11-20'} | ${['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-20', '2026-12-20']} | ${'testing ends, migrating begins'}
    ${'2026-11-05'} | ${['2026-11-02', '2026-11-05', '2026-11-05', '2026-11-05', '2026-12-20']} | ${'what has not begun is passed over'}
    ${'2026-10-01'} | ${['2026-10-01', '2026-10-01', '2026-10-01', '2026-10-01', '2026-12-20']} | ${'ready before anybody planned'}
    ${'2026-12-04'} | ${['2026-11-02', '2026-11-09', '2026-11-16', '2026-12-04', '2026-12-20']} | ${'migrating has begun already'}
    ${'2027-02-01'} | ${['2026-11-02', '2026-11-09', '2026-11-16', '2026-12-04', '2026-12-20']} | ${'a late verdict moves nothing'}
  `('on $ready: $why', ({ ready, starts }: { ready: string; starts: string[] }) => {
    expect(movedOn(phases, ready).map(({ start }) => start)).toEqual(starts);
  });

  it('still has its phases in order and without a gap, and ends when it ended', () => {
    const windows = fc.tuple(anyDay, fc.integer({ min: 0, max: 200 }), fc.integer({ min: -20, max: 220 }));
    fc.assert(
      fc.property(windows, ([from, days, ready]) => {
        const plan = planPhases({ from, until: plusDays(from, days) }, defaultPolicy, aTeam()).phases;
        const moved = movedOn(plan, plusDays(from, ready));

        expect(moved.at(-1)).toEqual(plan.at(-1));
        moved.forEach(({ start, end }, index) => {
          expect(start <= end).toBe(true);
          if (index > 0) expect(start).toBe(moved[index - 1]?.end);
        });
      }),
    );
  });
});

describe('the plan of a migration', () => {
  const comparison = {
    runId: 'run-1',
    current: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
    candidate: sonnet5,
    region: 'us-east-1',
    dataset: 's3://cases/a.jsonl',
    cases: 400,
    answered: 400,
    failed: 0,
    primary: null,
    newBreaks: 0,
    report: null,
    concludedAt: '2026-11-20T08:00:00.000Z',
  };
  const migrating = (kind: 'ready' | 'regressed', candidate: string = sonnet5) =>
    aSituation({
      migration: { comparison: { ...comparison, candidate, verdict: { kind, reasons: [] } } },
    }).timeline.phases.find(({ name }) => name === 'migrate')?.start;

  it('moves on with a ready verdict about its replacement, and with no other', () => {
    const planned = aSituation().timeline.phases.find(({ name }) => name === 'migrate')?.start;

    expect(migrating('ready')).toBe('2026-11-20');
    expect(migrating('ready', `us.${sonnet5}`)).toBe('2026-11-20');
    expect(migrating('regressed')).toBe(planned);
    expect(migrating('ready', 'anthropic.claude-opus-5')).toBe(planned);
  });
});
