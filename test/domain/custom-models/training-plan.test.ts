import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusDays } from '../../../domain/calendar-date.ts';
import { trainingPlan, withTraining } from '../../../domain/custom-models/training-plan.ts';
import type { Timeline } from '../../../domain/timeline.ts';
import { anyDay } from '../../builders/arbitrary-team.ts';
import { aCustomModelMigration } from '../../builders/custom-model-migration.ts';
import { aMigration, aSituation } from '../../builders/situation.ts';

const today = '2026-11-20';
const binding = { name: 'endOfLife', date: '2027-04-08' } as const;
const phases = [
  { name: 'test', start: '2026-12-14', end: '2027-02-01' },
  { name: 'migrate', start: '2027-02-01', end: '2027-04-01' },
] as const;

describe('when custom models must be trained again', () => {
  it.each`
    legacy          | line                             | plan                                                               | why
    ${'2026-12-20'} | ${{ phases, binding }}           | ${{ before: 'legacy', due: '2026-12-20', start: '2026-12-17' }}    | ${'from then on nobody can train on the base again'}
    ${'2026-10-08'} | ${{ phases, binding }}           | ${{ before: 'migrate', due: '2027-02-01', start: '2027-01-29' }}   | ${'it is Legacy already: traffic moves next'}
    ${today}        | ${{ phases, binding }}           | ${{ before: 'migrate', due: '2027-02-01', start: '2027-01-29' }}   | ${'it became Legacy today'}
    ${null}         | ${{ phases: [], binding }}       | ${{ before: 'endOfLife', due: '2027-04-08', start: '2027-04-05' }} | ${'nothing but its end'}
    ${'2027-05-01'} | ${{ phases: [], binding }}       | ${{ before: 'endOfLife', due: '2027-04-08', start: '2027-04-05' }} | ${'what comes first binds'}
    ${null}         | ${{ phases: [], binding: null }} | ${null}                                                            | ${'no date is made up'}
  `(
    '$why',
    ({ legacy, line, plan }: { legacy: string | null; line: Pick<Timeline, 'phases' | 'binding'>; plan: object }) => {
      expect(trainingPlan(line, { legacy }, 3, today)).toEqual(plan);
    },
  );

  it('is never later than the day that binds, and leaves the days that training takes', () => {
    const days = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(anyDay, fc.option(anyDay), anyDay, days, (end, legacy, now, training) => {
        const plan = trainingPlan({ phases: [], binding: { name: 'endOfLife', date: end } }, { legacy }, training, now);
        expect((plan?.due ?? '') <= end).toBe(true);
        expect(plusDays(plan?.start ?? '', training)).toBe(plan?.due);
      }),
    );
  });
});

describe('the timeline of a team with custom models', () => {
  const customModel = (status: 'proposed' | 'promoted') =>
    aCustomModelMigration({ status, migrationIds: [aMigration().id] });

  it('has the last day to begin training and the day it must be over, in their places', () => {
    const { timeline, training } = aSituation({ customModels: [customModel('proposed')] });

    expect(training?.before).toBe('migrate');
    const names = timeline.milestones.map(({ name }) => name);
    expect(names).toContain('last day to begin training custom models');
    expect(names).toContain('custom models trained and approved');
    const days = timeline.milestones.map(({ due }) => due);
    expect(days).toEqual(days.toSorted());
  });

  it('has them no more once all are promoted, and never had them for models of other migrations', () => {
    const plain = aSituation().timeline.milestones;

    expect(aSituation({ customModels: [customModel('promoted')] }).timeline.milestones).toEqual(plain);
    expect(
      aSituation({ customModels: [aCustomModelMigration({ migrationIds: ['other/team'] })] }).timeline.milestones,
    ).toEqual(plain);
  });

  it('says which of them is overdue', () => {
    const line = { ...aSituation().timeline };
    const late = withTraining(line, { start: '2026-11-01', due: '2026-11-04', before: 'migrate' }, today);
    expect(late.milestones.filter(({ name }) => name.includes('custom models')).map(({ overdue }) => overdue)).toEqual([
      true,
      true,
    ]);
    expect(
      withTraining({ ...line, milestones: [] }, { start: today, due: today, before: 'legacy' }, today).milestones,
    ).toEqual([]);
  });
});
