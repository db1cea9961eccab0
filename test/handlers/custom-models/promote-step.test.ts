import { expect, it } from 'vitest';
import { recustomise } from '../../../handlers/custom-models/recustomise.ts';
import { aCustomModelMigration } from '../../builders/custom-model-migration.ts';
import { customModelDeps } from '../../fakes/custom-model-deps.ts';

const { id } = aCustomModelMigration();
const [account, region] = ['444455556666', 'us-west-2'];
const copying = { arn: 'arn:aws:bedrock:us-west-2:444455556666:model-copy-job/abcdefghijkl', status: 'InProgress' };
const begun = '2026-11-20T09:00:00.000Z';

it.each`
  now                       | answer                                                    | kind         | why
  ${'2026-11-20T09:10:00Z'} | ${{ next: 'wait', followed: copying.arn, seconds: 120 }}  | ${'waiting'} | ${'it has just begun'}
  ${'2026-11-21T09:00:00Z'} | ${{ next: 'wait', followed: copying.arn, seconds: 8640 }} | ${'waiting'} | ${'it takes its time'}
  ${'2026-11-27T09:00:01Z'} | ${{ next: 'done', followed: copying.arn, seconds: 0 }}    | ${'failed'}  | ${'nothing takes that long'}
`(
  'a copy is followed for seven days, ever more rarely: $why',
  async ({ now, answer, kind }: { now: string; answer: object; kind: string }) => {
    const { deps, world, kept } = customModelDeps();
    world.now = now;
    const target = { account, region, serving: 'deployment', key: null } as const;
    const newModelArn = 'arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-pro-v1:0:300k/abcdefghijkl';
    const outcomes = [{ ...target, kind: 'waiting' as const, model: null, serves: null, why: null }];
    const promoting = { status: 'promoting', attempt: 1, told: 1, version: 1, changedAt: begun } as const;
    kept.set(id, aCustomModelMigration({ ...promoting, newModelArn, outcomes }));
    const seen = { jobs: [{ ...copying, failure: null, model: null }], model: null, taken: null, serving: null };
    const there = { region: () => ({ look: () => Promise.resolve(seen) }) };
    const promotion = () => Promise.resolve(there as never);

    const asked = { step: 'promote', id, account, region, followed: 'none' } as const;
    expect(await recustomise(asked, { ...deps, promotion })).toEqual(answer);

    expect(kept.get(id)?.outcomes).toMatchObject([
      { kind, why: kind === 'failed' ? 'it was not done after 7 days' : null },
    ]);
  },
);
