import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { cleanedUp, mayStillCreate, needsCleanUp, startingLater } from '../../../domain/custom-models/clean-up.ts';
import type { CustomModelMigration } from '../../../domain/custom-models/custom-model-migration.ts';
import type { CreatedThing } from '../../../domain/custom-models/created-thing.ts';
import { defaultCustomModelSettings } from '../../../domain/custom-models/custom-model-settings.ts';
import { aCustomModelMigration } from '../../builders/custom-model-migration.ts';

const now = DateTime.fromISO('2026-11-20T09:00:00Z');
const left: CreatedThing = {
  kind: 'copyJob',
  arn: 'arn:aws:bedrock:us-east-1:111122223333:model-copy-job/abcdefghijkl',
  account: '111122223333',
  region: 'us-east-1',
  usdPerHour: 0,
  createdAt: '2026-11-20T08:00:00.000Z',
  removedAt: null,
  kept: false,
};

it.each`
  migration                                                        | needed   | why
  ${{ status: 'failed', attempt: 1 }}                              | ${true}  | ${'nobody has looked to the end'}
  ${{ status: 'failed', attempt: 2, cleaned: 1 }}                  | ${true}  | ${'only the attempt before is cleaned up'}
  ${{ status: 'failed', attempt: 1, cleaned: 1 }}                  | ${false} | ${'it is cleaned up'}
  ${{ status: 'promoted', attempt: 1 }}                            | ${true}  | ${'what it was compared by is left'}
  ${{ status: 'failed', attempt: 1, cleaned: 1, created: [left] }} | ${true}  | ${'something was found later'}
  ${{ status: 'training', attempt: 1 }}                            | ${false} | ${'it is under way'}
  ${{ status: 'cancelled', attempt: 0 }}                           | ${false} | ${'it never began'}
`('a clean-up is needed: $needed, since $why', ({ migration, needed }) => {
  expect(needsCleanUp(aCustomModelMigration(migration as object))).toBe(needed);
});

it.each`
  status         | changedAt                     | may      | why
  ${'cancelled'} | ${'2026-11-20T08:54:30.000Z'} | ${true}  | ${'a function may be at it for five minutes more'}
  ${'failed'}    | ${'2026-11-20T08:54:30.000Z'} | ${true}  | ${'so it may, where its execution was stopped'}
  ${'cancelled'} | ${'2026-11-20T08:54:00.000Z'} | ${false} | ${'no function lasts that long'}
  ${'promoted'}  | ${'2026-11-20T09:00:00.000Z'} | ${false} | ${'every step of it was done'}
`(
  'something may still be created of what is $status: $may, since $why',
  ({ may, ...ended }: Pick<CustomModelMigration, 'status' | 'changedAt'> & { readonly may: boolean }) => {
    expect(mayStillCreate(aCustomModelMigration(ended), now)).toBe(may);
  },
);

describe('once nothing is left', () => {
  const ended = aCustomModelMigration({ status: 'failed', attempt: 1, entered: ['444455556666'] });

  it('it is so written down', () => {
    expect(cleanedUp(ended, now, defaultCustomModelSettings)).toEqual({ ...ended, cleaned: 1 });
  });

  it('the next attempt begins where somebody asked for it meanwhile', () => {
    const asked = startingLater(ended, 'U0000000001', { hyperParameters: { epochCount: '3' } });

    expect(cleanedUp(asked, now, defaultCustomModelSettings)).toMatchObject({
      status: 'checking',
      attempt: 2,
      cleaned: 1,
      again: null,
      entered: [],
      startedBy: 'U0000000001',
      hyperParameters: { epochCount: '3' },
    });
  });
});
