import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  customModelMigrationChanged,
  customModelMigrationKey,
} from '../../../domain/custom-models/custom-model-migration-changed.ts';
import type { CreatedThing } from '../../../domain/custom-models/created-thing.ts';
import type { CustomModelMigrationStatus } from '../../../domain/custom-models/custom-model-status.ts';
import { leftovers } from '../../../domain/custom-models/created-thing.ts';
import {
  becoming,
  customModelMigrationStatuses,
  isEnded,
  isStranded,
  isUnderWay,
  mayBecome,
} from '../../../domain/custom-models/custom-model-status.ts';
import type { LeavingModel } from '../../../domain/custom-models/custom-model-proposals.ts';
import { customModelProposals } from '../../../domain/custom-models/custom-model-proposals.ts';
import { defaultCustomModelSettings } from '../../../domain/custom-models/custom-model-settings.ts';
import { withPromotedKept } from '../../../domain/custom-models/promoted-things.ts';
import { attemptName, migrationOfJob, startedAnew } from '../../../domain/custom-models/custom-model-start.ts';
import {
  aCustomModel,
  aCustomModelMigration,
  novaLite,
  novaPro,
  supportLite,
} from '../../builders/custom-model-migration.ts';
import { aDependent } from '../../builders/dependent.ts';
import { utc } from '../../builders/situation.ts';

const now = utc('2026-11-21T06:00:00Z');
const settings = defaultCustomModelSettings;
const way = ['proposed', 'checking', 'training', 'deploying', 'comparing', 'awaitingApproval', 'promoting', 'promoted'];

describe('the status of a custom model’s migration', () => {
  it.each(way.slice(1).map((to, index) => ({ from: way[index], to })))('goes from $from to $to', ({ from, to }) => {
    const migration = aCustomModelMigration({ status: from as CustomModelMigrationStatus });

    expect(becoming(migration, to as CustomModelMigrationStatus, now, { reason: 'because' })).toMatchObject({
      status: to,
      sequence: 2,
      changedAt: '2026-11-21T06:00:00.000Z',
      reason: 'because',
    });
  });

  it.each`
    from                  | to                    | why
    ${'proposed'}         | ${'training'}         | ${'nothing is trained unchecked'}
    ${'comparing'}        | ${'promoting'}        | ${'nothing is promoted that nobody approved'}
    ${'awaitingApproval'} | ${'promoted'}         | ${'nothing is promoted by itself'}
    ${'promoted'}         | ${'checking'}         | ${'what is done is done'}
    ${'cancelled'}        | ${'promoting'}        | ${'what is over is begun from the beginning'}
    ${'checking'}         | ${'expired'}          | ${'nobody was asked'}
    ${'worse'}            | ${'awaitingApproval'} | ${'nobody is asked about what is worse'}
  `('does not go from $from to $to: $why', ({ from, to }: Record<string, CustomModelMigrationStatus>) => {
    const migration = aCustomModelMigration({ status: from ?? 'proposed' });

    expect(mayBecome(migration, to ?? 'proposed')).toBe(false);
    expect(() => becoming(migration, to ?? 'proposed', now)).toThrow(`is ${from ?? ''} and cannot become`);
  });

  it('is proposed, under way or ended, and what is under way can fail or be cancelled', () => {
    fc.assert(
      fc.property(fc.constantFrom(...customModelMigrationStatuses), (status) => {
        const migration = aCustomModelMigration({ status });

        expect([status === 'proposed', isUnderWay(migration), isEnded(migration)].filter(Boolean)).toHaveLength(1);
        if (isUnderWay(migration))
          expect([mayBecome(migration, 'failed'), mayBecome(migration, 'cancelled')]).toEqual([true, true]);
        if (isEnded(migration)) expect(mayBecome(migration, 'checking')).toBe(status !== 'promoted');
      }),
    );
  });
});

describe('one that was approved', () => {
  const target = { account: '444455556666', region: 'us-east-1', serving: 'deployment', key: null } as const;
  const outcome = (kind: 'waiting' | 'done' | 'failed') => ({
    ...{ ...target, kind, why: null },
    ...(kind === 'done' ? { model: 'arn:copy', serves: 'arn:serves' } : { model: null, serves: null }),
  });

  it.each`
    status                | kinds                   | stranded | why
    ${'promoting'}        | ${['failed', 'failed']} | ${true}  | ${'nobody took it'}
    ${'promoting'}        | ${['failed', 'done']}   | ${false} | ${'one Region is enough'}
    ${'promoting'}        | ${['waiting']}          | ${false} | ${'it is not over yet'}
    ${'promoting'}        | ${[]}                   | ${false} | ${'nothing was tried'}
    ${'awaitingApproval'} | ${['failed']}           | ${false} | ${'the person is asked already'}
  `(
    '$status with $kinds is stranded: $stranded, for $why',
    (row: { status: CustomModelMigrationStatus; kinds: ('waiting' | 'done' | 'failed')[]; stranded: boolean }) => {
      const { status, kinds, stranded } = row;
      const migration = aCustomModelMigration({ status, outcomes: kinds.map(outcome) });

      expect(isStranded(migration)).toBe(stranded);
      if (stranded) expect(mayBecome(migration, 'awaitingApproval')).toBe(true);
    },
  );

  it('keeps the model, the copies that serve and what made them, and not what it was compared by', () => {
    const thing = (kind: CreatedThing['kind'], arn: string): CreatedThing => ({
      ...{ kind, arn, account: '111122223333', region: 'us-east-1', usdPerHour: 0 },
      ...{ createdAt: '2026-11-21T06:00:00.000Z', removedAt: null, kept: false },
    });
    const { created } = withPromotedKept(
      aCustomModelMigration({
        newModelArn: 'arn:new',
        outcomes: [outcome('done'), outcome('failed')],
        created: [
          thing('customModel', 'arn:new'),
          thing('customModel', 'arn:copy'),
          thing('customModel', 'arn:half'),
          thing('copyJob', 'arn:job'),
          thing('deployment', 'arn:serves'),
          thing('deployment', 'arn:compared'),
        ],
      }),
    );

    expect(created.filter(({ kept }) => !kept).map(({ arn }) => arn)).toEqual(['arn:half', 'arn:compared']);
  });
});

describe('what is left over', () => {
  const thing: CreatedThing = {
    kind: 'deployment',
    arn: 'arn:1',
    account: '111122223333',
    region: 'us-east-1',
    usdPerHour: 0,
    createdAt: '2026-11-21T06:00:00.000Z',
    removedAt: null,
    kept: false,
  };

  it('is what was created, neither removed nor kept', () => {
    const created = [
      thing,
      { ...thing, arn: 'arn:2', removedAt: '2026-11-21T07:00:00.000Z' },
      { ...thing, arn: 'arn:3', kept: true },
    ];

    expect(leftovers({ created }).map(({ arn }) => arn)).toEqual(['arn:1']);
  });
});

describe('proposals', () => {
  const leaving = (overrides: Partial<LeavingModel> = {}): LeavingModel => ({
    migrationId: `${novaLite}/platform`,
    modelId: novaLite,
    replacement: novaPro,
    customModels: [aCustomModel()],
    ...overrides,
  });

  it('say of each custom model on a leaving base that it could be trained again, and spend nothing', () => {
    expect(customModelProposals([leaving()], [], utc('2026-11-20T06:00:00Z'))).toEqual([aCustomModelMigration()]);
  });

  it.each`
    model                                                                                                                                | why
    ${aCustomModel(supportLite.replace('111122223333', '444455556666'))}                                                                 | ${null}
    ${{ ...aCustomModel(), account: '444455556666' }}                                                                                    | ${'it is another account’s, shared with this one'}
    ${{ ...aCustomModel(), uses: [] }}                                                                                                   | ${'nobody knows its base'}
    ${aDependent()}                                                                                                                      | ${'it is no custom model'}
    ${aCustomModel('arn:aws:bedrock:us-east-1:111122223333:imported-model/abcdefghijkl')}                                                | ${'it was imported'}
    ${{ ...aCustomModel(), uses: [{ reference: supportLite, modelIds: [novaLite], through: [supportLite], purpose: 'customization' }] }} | ${null}
  `('$model.id: $why', ({ model, why }: { model: LeavingModel['customModels'][number]; why: string | null }) => {
    expect(customModelProposals([leaving({ customModels: [model] })], [], now)).toHaveLength(why === null ? 1 : 0);
  });

  it('are made once, tell every team that owns the model, and learn of a replacement', () => {
    const nobodyKnows = leaving({ replacement: null });
    const other = leaving({ migrationId: `${novaLite}/support` });
    const [first] = customModelProposals([nobodyKnows], [], now);
    const known = first ? [first] : [];

    expect(first?.replacement).toBeNull();
    expect(customModelProposals([nobodyKnows], known, now)).toEqual([]);
    expect(customModelProposals([other], known, now)).toMatchObject([
      { replacement: novaPro, migrationIds: [`${novaLite}/platform`, `${novaLite}/support`] },
    ]);
    expect(customModelProposals([leaving(), other], [], now)).toHaveLength(1);
  });
});

describe('a start', () => {
  it('begins from the beginning, with what a person said otherwise', () => {
    const failed = aCustomModelMigration({
      status: 'failed',
      attempt: 1,
      jobArn: 'arn:job',
      reason: 'no data',
      problems: ['no data'],
      hyperParameters: { epochCount: '2', learningRate: '0.00001' },
    });

    expect(
      startedAnew(failed, 'U1', { hyperParameters: { epochCount: '3' }, serving: 'provisioned' }, now, settings),
    ).toMatchObject({
      status: 'checking',
      attempt: 2,
      newName: 'support-lite-renewed-2',
      hyperParameters: { epochCount: '3', learningRate: '0.00001' },
      serving: 'provisioned',
      replacement: novaPro,
      jobArn: null,
      reason: null,
      problems: [],
      startedBy: 'U1',
    });
  });

  it.each`
    name                         | made
    ${'support-lite-renewed-4'}  | ${'support-lite-renewed-1'}
    ${'x'.repeat(63)}            | ${`${'x'.repeat(53)}-renewed-1`}
    ${`${'x'.repeat(52)}--tail`} | ${`${'x'.repeat(52)}-renewed-1`}
  `('names the new model for the old one: $name', ({ name, made }: { name: string; made: string }) => {
    const before = aCustomModelMigration();
    const migration = { ...before, customModel: { ...before.customModel, name } };
    const { newName } = startedAnew(migration, 'U1', {}, now, settings);

    expect(newName).toBe(made);
    expect(newName?.length).toBeLessThanOrEqual(63);
  });

  it('names its job so that the job tells whose it is', () => {
    const name = attemptName(aCustomModelMigration({ attempt: 3 }));

    expect(name).toBe('sundial-111122223333-us-east-1-supportlite1-3');
    expect(migrationOfJob(name)).toBe('111122223333-us-east-1-supportlite1');
    expect(migrationOfJob('sundial-something-else')).toBeNull();
  });
});

describe('what is told of a change', () => {
  it('never holds the token that answers for a person', () => {
    const approval = {
      token: 'secret-token',
      askedAt: '',
      expiresAt: '',
      remindedAt: null,
      decision: null,
    };
    const told = customModelMigrationChanged(aCustomModelMigration({ status: 'awaitingApproval', approval }));

    expect(JSON.stringify(told)).not.toContain('secret-token');
  });

  it('has a key that is the same for the same change only', () => {
    const migration = aCustomModelMigration();

    expect(customModelMigrationKey(migration)).toBe(customModelMigrationKey({ ...migration }));
    expect(customModelMigrationKey(becoming(migration, 'cancelled', now))).not.toBe(customModelMigrationKey(migration));
  });
});
