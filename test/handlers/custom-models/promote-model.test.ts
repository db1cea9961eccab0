import { describe, expect, it } from 'vitest';
import { policyDocument } from '../../../domain/iam/policy-document.ts';
import { promoteModel } from '../../../handlers/custom-models/promote-model.ts';
import { developmentAccount, hostingAccount } from '../../builders/import-terms.ts';
import { aPromotion, targetRole } from './promotion-story.ts';

describe('a promotion to two Regions of another account', () => {
  it('shares, copies and deploys, each once', async () => {
    const { request, ports, promotion } = await aPromotion();

    const outcome = await promoteModel(request, ports);

    expect(outcome).toMatchObject({
      kind: 'promoted',
      regions: [
        { kind: 'done', region: 'us-east-1', serving: expect.stringContaining('custom-model-deployment') as string },
        { kind: 'done', region: 'us-west-2' },
      ],
    });
    expect(promotion.shares).toMatchObject([{ owner: developmentAccount, principal: hostingAccount }]);
    expect(promotion.copies.map(({ account, region, status }) => `${account} ${region} ${status}`)).toEqual([
      `${hostingAccount} us-east-1 Completed`,
      `${hostingAccount} us-west-2 Completed`,
    ]);
    expect(promotion.servings).toHaveLength(2);
    expect(await promoteModel(request, ports)).toEqual(outcome);
    expect([promotion.shares, promotion.copies, promotion.servings].map(({ length }) => length)).toEqual([1, 2, 2]);
  });

  it('accepts the invitation where the organisation does not share by itself', async () => {
    const { request, ports, promotion, told } = await aPromotion();
    promotion.sharesWithOrganization = false;

    expect(await promoteModel(request, ports)).toMatchObject({ kind: 'promoted' });
    expect(told).toContain(`${hostingAccount} has accepted the share`);
  });

  it('says so where the share is rejected, and copies nothing', async () => {
    const { request, ports, promotion } = await aPromotion();
    promotion.sharesWithOrganization = false;
    await ports.share(request);
    for (const share of promotion.shares) share.state = 'rejected';

    expect(await promoteModel(request, ports)).toEqual({
      kind: 'notShared',
      why: `account ${hostingAccount} has rejected the share ${promotion.shares[0]?.arn ?? ''}: delete it, then try again`,
    });
    expect(promotion.copies).toEqual([]);
  });

  it('accepts the invitation of a new share beside the rejected one of a deleted share of the same name', async () => {
    const { request, ports, promotion } = await aPromotion();
    promotion.sharesWithOrganization = false;
    await ports.share({ ...request, round: '1' });
    for (const share of promotion.shares) share.state = 'rejected';
    promotion.deletedShares.push(...promotion.shares.splice(0));
    const [old] = promotion.deletedShares;

    // Within one round, a share that was made is not made again.
    await ports.share({ ...request, round: '1' });
    expect(promotion.shares).toEqual([]);
    await ports.share({ ...request, round: '2' });

    expect(promotion.shares).toMatchObject([{ name: old?.name, state: 'pending' }]);
    expect(await ports.lookAtSharing(request)).toMatchObject({
      share: { arn: promotion.shares[0]?.arn },
      invitation: promotion.shares[0]?.arn.replace(':resource-share/', ':resource-share-invitation/'),
      rejected: false,
    });
    expect(await promoteModel({ ...request, round: '2' }, ports)).toMatchObject({ kind: 'promoted' });
  });

  it('gives up on a share that never arrives', async () => {
    const { request, ports } = await aPromotion();
    const lookAtSharing = () =>
      Promise.resolve({
        share: { arn: 'share', association: 'ASSOCIATING' },
        visible: false,
        invitation: null,
        rejected: false,
      });

    expect(await promoteModel(request, { ...ports, lookAtSharing })).toMatchObject({
      kind: 'notShared',
      why: expect.stringContaining(
        'after 30 looks: the resource share share is ASSOCIATING. Look in AWS RAM in us-east-1',
      ) as string,
    });
  });

  it('carries on in the other Region where one refuses the copy, and tries that one anew when asked again', async () => {
    const { request, ports, promotion } = await aPromotion();
    promotion.refusing.set('us-west-2', 'The model cannot be copied to this Region.');

    expect(await promoteModel(request, ports)).toMatchObject({
      kind: 'failed',
      regions: [
        { kind: 'done', region: 'us-east-1' },
        { kind: 'failed', region: 'us-west-2', why: 'The model cannot be copied to this Region.' },
      ],
    });

    promotion.refusing.clear();
    expect(await promoteModel(request, ports)).toMatchObject({ kind: 'promoted' });
    expect(promotion.copies.map(({ region, status }) => `${region} ${status}`)).toEqual([
      'us-east-1 Completed',
      'us-west-2 Failed',
      'us-west-2 Completed',
    ]);
  });

  it('tells the failure of a job that an earlier try began, and does not begin another', async () => {
    const { request, ports, promotion } = await aPromotion({ regions: ['us-west-2'] });
    promotion.refusing.set('us-west-2', 'Not here.');
    await ports.share(request);
    await ports.region('us-west-2').copy(request, 1);

    expect(await promoteModel(request, ports)).toMatchObject({ kind: 'failed', regions: [{ why: 'Not here.' }] });
    expect(promotion.copies).toHaveLength(1);
  });

  it('carries on in the other Region where one is out of reach', async () => {
    const { request, ports, aws } = await aPromotion();
    aws.faults.add({ kind: 'denied', region: 'us-west-2', call: 'bedrock:CreateModelCopyJob' });

    expect(await promoteModel(request, ports)).toMatchObject({
      kind: 'failed',
      regions: [{ kind: 'done' }, { kind: 'failed', why: expect.stringContaining('AccessDenied') as string }],
    });
  });

  it('buys throughput without a commitment where that is asked for', async () => {
    const { request, ports, promotion } = await aPromotion({ serving: 'provisioned', regions: ['us-east-1'] });

    expect(await promoteModel(request, ports)).toMatchObject({ kind: 'promoted' });
    expect(promotion.servings).toMatchObject([{ kind: 'provisioned-model', name: 'support-lite' }]);
  });

  it('leaves a model alone that has the name already', async () => {
    const { request, ports, promotion } = await aPromotion({ regions: ['us-east-1'], serving: 'none' });
    const arn = `arn:aws:bedrock:us-east-1:${hostingAccount}:custom-model/amazon.nova-lite-v1:0/bybyhandhand`;
    const [any] = promotion.models.values();
    if (any) promotion.models.set(arn, { ...any, arn, account: hostingAccount });

    expect(await promoteModel(request, ports)).toMatchObject({
      kind: 'failed',
      regions: [{ why: expect.stringContaining(arn) as string }],
    });
  });
});

describe('a list that is behind', () => {
  it.each(['deployment', 'provisioned'] as const)(
    'makes nothing twice (%s): the same wish has the same token',
    async (serving) => {
      const { request, ports, promotion } = await aPromotion({ serving, regions: ['us-east-1'] });
      const { copy, look, serve } = ports.region('us-east-1');

      await ports.share(request);
      await ports.share(request);
      expect(await copy(request, 1)).toBe(await copy(request, 1));
      await ports.wait(3_600_000);
      const { model } = await look(request);
      await serve(request, model ?? '');
      await serve(request, model ?? '');

      expect([promotion.shares, promotion.copies, promotion.servings].map(({ length }) => length)).toEqual([1, 1, 1]);
    },
  );
});

describe('before anything is created', () => {
  it('nothing speaks against the story', async () => {
    expect(await (await aPromotion()).check()).toEqual({ problems: [], warnings: [], keyStatements: {} });
  });

  it('both accounts must be of one organisation', async () => {
    const { check, promotion } = await aPromotion();
    promotion.organizations.set(hostingAccount, 'o-another');

    expect((await check()).problems).toEqual([expect.stringContaining('same organisation')]);
    promotion.organizations.delete(hostingAccount);
    expect((await check()).problems).toEqual([expect.stringContaining('same organisation')]);
  });

  it('a copy that an earlier try made needs no room under the quota', async () => {
    const { request, ports, promotion, check } = await aPromotion();
    await promoteModel(request, ports);
    promotion.quota = 1;

    expect((await check()).problems).toEqual([]);
  });

  it('there must be room under the quota', async () => {
    const { check, promotion } = await aPromotion({ regions: ['us-east-1'] });
    promotion.quota = 0;

    expect((await check()).problems).toEqual([
      'us-east-1: there are 0 custom models, and the quota is 0: ask for more, or delete one',
    ]);
  });

  it('the model must be there', async () => {
    const { check, promotion } = await aPromotion();
    promotion.models.clear();

    expect((await check()).problems).toEqual([expect.stringContaining('no such custom model')]);
  });

  it('the model’s own key must let the target role decrypt, and the statement that it lacks is given', async () => {
    const { check, promotion, terms, world } = await aPromotion();
    const key = terms.bucketKey ?? '';
    const [model] = promotion.models.values();
    if (model) promotion.models.set(model.arn, { ...model, key });

    const { problems, keyStatements } = await check();

    expect(problems).toEqual([`the key policy of ${key} does not allow kms:Decrypt to ${targetRole}`]);
    const held = world.keys.get(key);
    if (held) held.policy = policyDocument([...held.policy.Statement, ...(keyStatements[key] ?? [])]);
    expect(await check()).toMatchObject({ problems: [], keyStatements: {} });
  });

  it('so must the key of the copy', async () => {
    const { terms } = await aPromotion();
    const key = terms.modelKey ?? '';
    const { check, world } = await aPromotion({ keys: { 'us-east-1': key } });
    world.keys.set(key, { arn: key, account: hostingAccount, policy: policyDocument([]) });
    const held = world.keys.get(key);
    if (held)
      held.policy = policyDocument([
        {
          Effect: 'Allow',
          Principal: { AWS: [`arn:aws:iam::${hostingAccount}:role/administrator`] },
          Action: ['kms:GetKeyPolicy'],
          Resource: ['*'],
        },
      ]);

    const { problems, keyStatements } = await check();

    expect(problems).toEqual([
      expect.stringContaining('kms:Decrypt, kms:GenerateDataKey, kms:DescribeKey, kms:CreateGrant'),
    ]);
    if (held) held.policy = policyDocument([...held.policy.Statement, ...(keyStatements[key] ?? [])]);
    expect((await check()).problems).toEqual([]);
  });
});
