import { describe, expect, it } from 'vitest';
import type { CreatedThing } from '../../../domain/custom-models/created-thing.ts';
import { blockProblems } from '../../../templates/block-limits.ts';
import {
  customModelCost,
  customModelReminder,
  customModelTelling,
} from '../../../templates/custom-models/custom-model-telling.ts';
import { aCustomModelMigration, anApproval, boughtThroughput as thing } from '../../builders/custom-model-migration.ts';

interface Row {
  readonly created: readonly CreatedThing[];
  readonly isLeaving: boolean;
  readonly said: string | null;
}

function costOf(created: readonly CreatedThing[]) {
  return customModelCost(aCustomModelMigration({ created }), true);
}

describe('what keeps costing money', () => {
  it('is said with its price by the day', () => {
    const { message, mail } = costOf([thing]) ?? {};

    expect(message?.text).toContain('1 thing for support-lite costs $480.00 a day: provisioned throughput arn:aws');
    expect(message && blockProblems(message)).toEqual([]);
    expect(mail?.subject).toBe('Sundial: support-lite: costs $480.00 a day');
    expect(mail?.text).toContain('1 thing for support-lite costs $480.00 a day: provisioned throughput arn:aws');
  });

  it('is said with the price that is known where another is not: no custom model has a price by the hour', () => {
    const created = [thing, { ...thing, usdPerHour: null }];

    expect(costOf(created)?.message.text).toContain(
      '2 things for support-lite cost $480.00 a day, without 1 thing of a price that is not known',
    );
  });

  it('is said where no price is known', () => {
    const created = [{ ...thing, usdPerHour: null }];

    expect(costOf(created)?.message.text).toContain('1 thing for support-lite costs a price that is not known');
  });

  it('is not said of what is removed, or is paid by use', () => {
    const created = [
      { ...thing, removedAt: '2026-11-21T07:00:00.000Z' },
      { ...thing, usdPerHour: 0 },
    ];

    expect(costOf(created)).toBeNull();
  });
});

describe('throughput that serves the successor', () => {
  const serving = { ...thing, kept: true };

  it.each`
    created                                                    | isLeaving | said                                              | why
    ${[serving]}                                               | ${true}   | ${'costs $480.00 a day: provisioned throughput'}  | ${'old and new are paid while callers move'}
    ${[serving]}                                               | ${true}   | ${', which serves the successor.'}                | ${'nobody shall remove it as a leftover'}
    ${[{ ...serving, usdPerHour: null }]}                      | ${true}   | ${'costs a price that is not known'}              | ${'nobody told the price'}
    ${[serving]}                                               | ${false}  | ${null}                                           | ${'it is production like any other once the base is left'}
    ${[{ ...serving, removedAt: '2026-11-21T07:00:00.000Z' }]} | ${true}   | ${null}                                           | ${'somebody removed it'}
    ${[{ ...serving, kind: 'customModel', usdPerHour: null }]} | ${true}   | ${null}                                           | ${'a copy is paid by the month'}
    ${[serving, thing]}                                        | ${false}  | ${'1 thing for support-lite costs $480.00 a day'} | ${'what is left over is said however it stands'}
  `('is said as $said: $why', ({ created, isLeaving, said }: Row) => {
    const cost = customModelCost(aCustomModelMigration({ created, status: 'promoted' }), isLeaving);
    if (said === null) expect(cost).toBeNull();
    else expect(cost?.message.text).toContain(said);
  });
});

describe('the reminder at half time', () => {
  it('says until when somebody is waited for', () => {
    const { message, mail } = customModelReminder(aCustomModelMigration({ approval: anApproval }));

    expect(message.text).toContain('still waits for somebody to approve or refuse it, until 27 November 2026.');
    expect(blockProblems(message)).toEqual([]);
    expect(mail).toEqual({
      subject: 'Sundial: support-lite: still waits for somebody to approve or refuse it, until 27 November 2026',
      text: expect.stringContaining('Then everything that was created for it is removed.') as string,
    });
    expect(customModelReminder(aCustomModelMigration()).message.text).toContain('until');
  });
});

describe('a mail of a custom model', () => {
  it('says the same as the thread, in plain words', () => {
    const { subject, text } = customModelTelling(
      aCustomModelMigration({ status: 'failed', attempt: 1, reason: 'The job <failed> & ended.' }),
    ).mail;

    expect(subject).toBe('Sundial: support-lite: Failed: what was created is removed.');
    expect(text.split('\n')).toEqual([
      expect.stringContaining('Custom model support-lite (111122223333, us-east-1) rests on amazon.nova-lite-v1:0'),
      '',
      'Failed: what was created is removed.',
      'The job <failed> & ended.',
      '',
      '111122223333-us-east-1-supportlite1',
    ]);
  });

  it('lists what was created, with what it costs', () => {
    const { text } = customModelTelling(aCustomModelMigration({ status: 'comparing', created: [thing] })).mail;

    expect(text).toContain(`Created so far:\n• provisioned throughput ${thing.arn}: costs $20.00 an hour`);
  });
});
