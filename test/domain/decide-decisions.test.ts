import { describe, expect, it } from 'vitest';
import { decide } from '../../domain/decide.ts';
import type { Decisions } from '../../domain/decisions.ts';
import type { Stage } from '../../domain/lifecycle.ts';
import type { SituationParts } from '../builders/situation.ts';
import { aSituation, aWithdrawal, saidByHealth } from '../builders/situation.ts';

const by = 'U0123456789';
const at = '2026-11-20T09:00:00.000Z';
const made: Partial<Decisions> = {
  owner: { person: 'U0000000002', by, at },
  snooze: { until: '2027-01-08', reason: 'Tests run', by, at },
  arrangement: { until: '2027-06-30', reason: 'Contract 4711', by, at },
  chosen: { modelId: 'anthropic.claude-opus-5', by, at },
};

/** What the team was told on a day, and what is decided on a later one. */
function decidedOn(
  now: string,
  decisions: Partial<Decisions>,
  before: Partial<Decisions> = {},
  parts: SituationParts = {},
) {
  const first = aSituation({ ...parts, now: '2026-11-20T08:00:00Z', migration: { ...before } });
  const { told } = decide(first, [], 'same');
  const situation = aSituation({ ...parts, now, migration: { ...before, ...decisions, told } });
  return decide(situation, parts.heard?.words ?? [], 'same');
}

const news = ({ actions }: ReturnType<typeof decide>) =>
  actions.flatMap((action) => (action.kind === 'replyInThread' ? action.news : [])).map(({ kind }) => kind);

describe('what a person decides', () => {
  it.each`
    name             | kind
    ${'owner'}       | ${'owned'}
    ${'snooze'}      | ${'snoozed'}
    ${'arrangement'} | ${'arranged'}
    ${'chosen'}      | ${'chosen'}
  `('is told in the thread: $name', ({ name, kind }: { name: keyof Decisions; kind: string }) => {
    expect(news(decidedOn('2026-11-20T09:00:00Z', { [name]: made[name] }))).toEqual([kind]);
  });

  it('is told once', () => {
    expect(news(decidedOn('2026-11-20T09:00:00Z', made, made))).toEqual([]);
  });

  it('is told again where it is decided otherwise', () => {
    const longer = { snooze: { until: '2026-12-30', reason: 'Longer', by, at: '2026-11-20T10:00:00.000Z' } };

    expect(news(decidedOn('2026-11-20T11:00:00Z', longer, { snooze: made.snooze ?? null }))).toEqual(['snoozed']);
  });
});

describe('while reminders rest', () => {
  const asleep = { snooze: { until: '2027-02-20', reason: 'Tests run', by, at } };

  it.each`
    now                       | decisions                            | kinds                                | why
    ${'2027-01-07T09:00:00Z'} | ${{}}                                | ${['milestonesDue']}                 | ${'awake, a milestone is told'}
    ${'2027-01-07T09:00:00Z'} | ${asleep}                            | ${[]}                                | ${'asleep, it is not'}
    ${'2027-01-07T09:00:00Z'} | ${{ arrangement: made.arrangement }} | ${[]}                                | ${'nor with an arrangement'}
    ${'2027-07-01T09:00:00Z'} | ${{ arrangement: made.arrangement }} | ${['stageChanged', 'milestonesDue']} | ${'an arrangement that is over'}
  `('$why', ({ now, decisions, kinds }: { now: string; decisions: Partial<Decisions>; kinds: string[] }) => {
    const parts = { policy: { milestoneDays: [100] } };

    expect(news(decidedOn(now, {}, decisions, parts))).toEqual(kinds);
  });

  it('a date that moves is told as ever', () => {
    const heard = { words: [saidByHealth('endOfLife', '2027-03-01', { asOf: '2026-12-01T00:00:00.000Z' })] };
    const first = aSituation({ now: '2026-11-20T08:00:00Z' });
    const { told } = decide(first, [], 'same');
    const moved = aSituation({
      now: '2026-12-02T08:00:00Z',
      heard,
      migration: { ...asleep, told: { ...told, decided: {} } },
    });

    expect(news(decide(moved, heard.words, 'same'))).toContain('dateMoved');
  });

  it('what fell due is told when they begin again', () => {
    const short = { snooze: { until: '2027-01-08', reason: 'Tests run', by, at } };
    const parts = { policy: { milestoneDays: [100] } };

    expect(news(decidedOn('2027-01-08T09:00:00Z', {}, short, parts))).toContain('milestonesDue');
  });

  it.each`
    stage       | now                       | parts                                          | resting      | why
    ${'legacy'} | ${'2026-11-24T09:00:00Z'} | ${{}}                                          | ${'snoozed'} | ${'nothing has happened'}
    ${'legacy'} | ${'2026-11-24T09:00:00Z'} | ${{ heard: { withdrawals: [aWithdrawal()] } }} | ${null}      | ${'access was withdrawn'}
    ${'active'} | ${'2026-11-24T09:00:00Z'} | ${{}}                                          | ${null}      | ${'the stage is another than when it was snoozed'}
  `(
    'they rest no more once the model changes: $why',
    ({ stage, now, parts, resting }: { stage: Stage; now: string; parts: SituationParts; resting: string | null }) => {
      const snooze = { until: '2026-12-20', reason: 'Tests run', by, at, stage };

      expect(aSituation({ ...parts, now, migration: { snooze } }).resting).toBe(resting);
    },
  );
});
