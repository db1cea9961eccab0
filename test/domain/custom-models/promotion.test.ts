import { describe, expect, it } from 'vitest';
import { copySupport } from '../../../catalogue/copy-support.ts';
import type { PromotionRequest } from '../../../domain/custom-models/promotion-problems.ts';
import { promotionProblems } from '../../../domain/custom-models/promotion-problems.ts';
import type { SeenRegion, SeenSharing } from '../../../domain/custom-models/promotion-step.ts';
import { notListedWords, regionStep, sharingStep } from '../../../domain/custom-models/promotion-step.ts';
import { promotionsAhead } from '../../../domain/custom-models/promotions-ahead.ts';
import { sourceModel } from '../../../domain/custom-models/source-model.ts';
import { aCustomModelMigration } from '../../builders/custom-model-migration.ts';
import { promotionRequest } from '../../handlers/custom-models/promotion-story.ts';

const bedrock = 'arn:aws:bedrock:us-east-1';

describe('sourceModel', () => {
  it('reads a custom model from its ARN, with the foundation model behind it', () => {
    const arn = `${bedrock}:111122223333:custom-model/amazon.nova-lite-v1:0:300k/abcdef123456`;

    expect(sourceModel(arn)).toEqual({
      kind: 'custom',
      arn,
      partition: 'aws',
      region: 'us-east-1',
      account: '111122223333',
      foundationModel: 'amazon.nova-lite-v1:0',
      id: 'abcdef123456',
    });
  });

  it.each`
    arn                                                                     | instead                   | why
    ${`${bedrock}:111122223333:imported-model/abcdef123456`}                | ${'import its weights'}   | ${'an imported model'}
    ${`${bedrock}:111122223333:custom-model/imported/abcdef123456`}         | ${'import its weights'}   | ${'an imported model, the other way'}
    ${`${bedrock}::foundation-model/amazon.nova-lite-v1:0`}                 | ${'request access to it'} | ${'a base model'}
    ${`${bedrock}:111122223333:inference-profile/us.amazon.nova-lite-v1:0`} | ${'use it there'}         | ${'a profile'}
    ${`${bedrock}:111122223333:provisioned-model/abcdef123456`}             | ${'promote the custom'}   | ${'throughput'}
    ${`${bedrock}:111122223333:custom-model-deployment/abcdef123456`}       | ${'promote the custom'}   | ${'a deployment'}
    ${`${bedrock}:111122223333:custom-model/amazon.nova-lite-v1:0`}         | ${'expected the ARN'}     | ${'no id'}
    ${`${bedrock}:111122223333:guardrail/abc`}                              | ${'expected the ARN'}     | ${'something else'}
    ${'amazon.nova-lite-v1:0'}                                              | ${'expected the ARN'}     | ${'no ARN'}
  `('refuses $why, and says what to do', ({ arn, instead }: { arn: string; instead: string }) => {
    expect(sourceModel(arn)).toEqual({ kind: 'refused', instead: expect.stringContaining(instead) as string });
  });
});

describe('promotionProblems', () => {
  const key = (account: string, region: string) => `arn:aws:kms:${region}:${account}:key/abc`;

  it.each`
    overrides                                                                                                                          | problem                                                         | why
    ${{ targetAccount: '12' }}                                                                                                         | ${'--to: expected the 12 digits'}                               | ${'no account'}
    ${{ targetAccount: '' }}                                                                                                           | ${'got nothing'}                                                | ${'nothing'}
    ${{ name: 'x'.repeat(64) }}                                                                                                        | ${'--name: expected up to 63'}                                  | ${'a name that is too long'}
    ${{ name: '' }}                                                                                                                    | ${'--name: expected up to 63'}                                  | ${'no name'}
    ${{ regions: [] }}                                                                                                                 | ${'--regions: expected'}                                        | ${'no Region'}
    ${{ regions: ['sa-east-1'], serving: 'none' }}                                                                                     | ${'sa-east-1: a custom amazon.nova-lite-v1:0 can be copied to'} | ${'a Region it cannot be copied to'}
    ${{ regions: ['eu-west-1'] }}                                                                                                      | ${'deployed on demand in us-east-1, us-west-2'}                 | ${'a Region without deployments'}
    ${{ regions: ['us-west-2'], serving: 'provisioned' }}                                                                              | ${'given provisioned throughput in us-east-1'}                  | ${'a Region without throughput'}
    ${{ source: { ...promotionRequest().source, foundationModel: 'cohere.command-r-v1:0' }, serving: 'none', regions: ['us-east-1'] }} | ${'nowhere'}                                                    | ${'a model that cannot be copied'}
    ${{ keys: { 'us-east-1': key('111122223333', 'us-east-1') } }}                                                                     | ${'--model-key: expected'}                                      | ${'a key of another account'}
    ${{ keys: { 'eu-west-1': key('444455556666', 'eu-west-1') } }}                                                                     | ${'--model-key: expected'}                                      | ${'a key of another Region'}
  `('names $why', ({ overrides, problem }: { overrides: Partial<PromotionRequest>; problem: string }) => {
    expect(promotionProblems(promotionRequest(overrides), copySupport)).toContainEqual(
      expect.stringContaining(problem),
    );
  });

  it('finds nothing wrong with a good one', () => {
    const keys = { 'us-east-1': key('444455556666', 'us-east-1') };

    expect(promotionProblems(promotionRequest({ keys }), copySupport)).toEqual([]);
  });
});

describe('sharingStep', () => {
  const nothing: SeenSharing = { share: null, visible: false, invitation: null, rejected: false };
  const share = { arn: 'share', association: 'ASSOCIATED' };

  it.each`
    seen                                                          | step                                                                                                       | why
    ${nothing}                                                    | ${{ kind: 'share' }}                                                                                       | ${'nothing is there'}
    ${{ ...nothing, visible: true }}                              | ${{ kind: 'done' }}                                                                                        | ${'the target account sees the model'}
    ${{ ...nothing, share }}                                      | ${{ kind: 'wait' }}                                                                                        | ${'it will see it soon'}
    ${{ ...nothing, share, invitation: 'invitation' }}            | ${{ kind: 'accept', invitation: 'invitation' }}                                                            | ${'an invitation waits'}
    ${{ ...nothing, share, rejected: true }}                      | ${{ kind: 'failed', why: 'account 444455556666 has rejected the share share: delete it, then try again' }} | ${'somebody said no'}
    ${{ ...nothing, share: { ...share, association: 'FAILED' } }} | ${{ kind: 'failed', why: 'AWS RAM could not share with 444455556666: share' }}                             | ${'RAM could not'}
  `('$step.kind: $why', ({ seen, step }: { seen: SeenSharing; step: object }) => {
    expect(sharingStep(promotionRequest(), seen)).toEqual(step);
  });

  it('within one account nothing is shared', () => {
    expect(sharingStep(promotionRequest({ targetAccount: '111122223333' }), nothing)).toEqual({ kind: 'done' });
  });
});

it.each`
  share                                          | by                                           | why
  ${{ arn: 'share', association: 'ASSOCIATED' }} | ${'the resource share share is ASSOCIATED.'} | ${'it is shared, and not seen'}
  ${null}                                        | ${'there is no resource share.'}             | ${'somebody has deleted it'}
`('names account, share and where to look once nobody waits any more: $why', ({ share, by }) => {
  const words = notListedWords(promotionRequest(), { share: share as SeenSharing['share'] }, '20 minutes');

  expect(words).toContain(
    `Account 444455556666 does not list ${promotionRequest().source.arn} after 20 minutes: ${String(by)}`,
  );
  expect(words).toContain('Look in AWS RAM in us-east-1: in 111122223333 whether the share names the model');
});

describe('regionStep', () => {
  const job = (status: string, failure: string | null = null) => ({ arn: 'job', status, failure, model: 'model' });
  const seen = (change: Partial<SeenRegion> = {}): SeenRegion => ({
    jobs: [],
    model: null,
    taken: null,
    serving: null,
    ...change,
  });
  const made = { jobs: [job('Completed')], model: 'model' };
  const work = (status: string, failure: string | null = null) => ({ arn: 'deployment', status, failure });

  it.each`
    change                                           | serving          | followed | step                                                                                    | why
    ${{}}                                            | ${'deployment'}  | ${null}  | ${{ kind: 'copy', attempt: 1 }}                                                         | ${'nothing is there'}
    ${{ jobs: [job('InProgress')] }}                 | ${'deployment'}  | ${null}  | ${{ kind: 'wait', what: 'job is in progress' }}                                         | ${'an earlier try started it'}
    ${{ jobs: [job('Failed', 'no')] }}               | ${'deployment'}  | ${'job'} | ${{ kind: 'failed', why: 'no' }}                                                        | ${'it failed while it was followed'}
    ${{ jobs: [job('Failed')] }}                     | ${'deployment'}  | ${'job'} | ${{ kind: 'failed', why: 'the copy failed' }}                                           | ${'without a reason'}
    ${{ jobs: [job('Failed')] }}                     | ${'deployment'}  | ${null}  | ${{ kind: 'copy', attempt: 2 }}                                                         | ${'it failed before'}
    ${{ jobs: [job('Completed')] }}                  | ${'deployment'}  | ${'job'} | ${{ kind: 'wait', what: 'job is done' }}                                                | ${'the copy is not seen yet'}
    ${{ jobs: [job('Completed')] }}                  | ${'deployment'}  | ${null}  | ${{ kind: 'copy', attempt: 2 }}                                                         | ${'the copy was deleted since'}
    ${{ taken: 'other' }}                            | ${'deployment'}  | ${null}  | ${{ kind: 'failed', why: 'the name belongs to other, which is no copy of this model' }} | ${'the name is another’s'}
    ${made}                                          | ${'none'}        | ${null}  | ${{ kind: 'done', model: 'model', serving: null }}                                      | ${'nothing shall serve it'}
    ${made}                                          | ${'deployment'}  | ${null}  | ${{ kind: 'serve', model: 'model' }}                                                    | ${'it is to be served'}
    ${{ ...made, serving: work('Creating') }}        | ${'deployment'}  | ${null}  | ${{ kind: 'wait', what: 'deployment is Creating' }}                                     | ${'that is on its way'}
    ${{ ...made, serving: work('Active') }}          | ${'deployment'}  | ${null}  | ${{ kind: 'done', model: 'model', serving: 'deployment' }}                              | ${'it is served'}
    ${{ ...made, serving: work('InService') }}       | ${'provisioned'} | ${null}  | ${{ kind: 'done', model: 'model', serving: 'deployment' }}                              | ${'by throughput too'}
    ${{ ...made, serving: work('Failed', 'quota') }} | ${'deployment'}  | ${null}  | ${{ kind: 'failed', why: 'deployment: quota' }}                                         | ${'it could not be'}
    ${{ ...made, serving: work('Failed') }}          | ${'deployment'}  | ${null}  | ${{ kind: 'failed', why: 'deployment: failed' }}                                        | ${'for no reason given'}
  `(
    '$step.kind: $why',
    ({
      change,
      serving,
      followed,
      step,
    }: {
      change: Partial<SeenRegion>;
      serving: PromotionRequest['serving'];
      followed: string | null;
      step: object;
    }) => {
      expect(regionStep({ serving }, seen(change), followed)).toEqual(step);
    },
  );
});

describe('the promotions ahead of a training', () => {
  const target = { account: '444455556666', region: 'us-east-1', serving: 'deployment', key: null } as const;
  const here = { ...target, account: '111122223333' } as const;

  it('are one for each account and way of serving, of the model as it will be', () => {
    const key = 'arn:aws:kms:us-west-2:444455556666:key/abc';
    const ahead = promotionsAhead(
      aCustomModelMigration({
        newName: 'support-lite-renewed-1',
        targets: [
          target,
          { ...target, region: 'us-west-2', key },
          { ...target, region: 'eu-west-1', serving: 'none' },
          here,
          { ...here, region: 'us-west-2' },
        ],
      }),
    );

    expect(ahead).toMatchObject([
      {
        source: { account: '111122223333', region: 'us-east-1', foundationModel: 'amazon.nova-pro-v1:0' },
        targetAccount: '444455556666',
        regions: ['us-east-1', 'us-west-2'],
        name: 'support-lite-renewed-1',
        serving: 'deployment',
        keys: { 'us-west-2': key },
      },
      { targetAccount: '444455556666', regions: ['eu-west-1'], serving: 'none', keys: {} },
      { targetAccount: '111122223333', regions: ['us-west-2'] },
    ]);
  });

  it('are none where the model stays where it is', () => {
    expect(promotionsAhead(aCustomModelMigration({ targets: [here] }))).toEqual([]);
  });

  it('are of no model where nobody named one', () => {
    const customModel = { arn: '', name: '', account: '111122223333', region: 'us-east-1' };
    const ahead = promotionsAhead({ customModel, replacement: null, newName: null, targets: [target] });

    expect(ahead).toMatchObject([{ source: { foundationModel: '', partition: '' }, name: '' }]);
  });
});
