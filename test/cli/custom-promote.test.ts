import { describe, expect, it } from 'vitest';
import { promotionStoryTerms } from '../../local/aws/custom-models/promotion-story.ts';
import { asHostingAdministrator } from './custom-models.ts';
import { aFolder, documentOf } from './run.ts';

const { model, targetAccount, regions } = promotionStoryTerms;
const options = ['--to', targetAccount, '--regions', regions.join(','), '--name', 'support-lite', '--poll', '0.01'];
const promote = (args: readonly string[], env: Record<string, string> = {}) =>
  aFolder().sundial(['custom', 'promote', ...args], '', env);

describe('sundial custom promote', () => {
  it('carries a model to two Regions of another account, once however often it is run', async () => {
    const { env, promotion } = await asHostingAdministrator();

    const ran = await promote([model, ...options, '--json'], env);

    expect(ran.code).toBe(0);
    expect(documentOf(ran)).toMatchObject({
      kind: 'promoted',
      regions: [{ region: 'us-east-1' }, { region: 'us-west-2' }],
    });
    expect((await promote([model, ...options], env)).code).toBe(0);
    expect([promotion.shares, promotion.copies, promotion.servings].map(({ length }) => length)).toEqual([1, 2, 2]);
  });

  it('prints every call of a dry run, and makes none', async () => {
    const { env, promotion } = await asHostingAdministrator();
    const document = documentOf(await promote([model, ...options, '--dry-run', '--json'], env));

    expect(
      (document['calls'] as { call: string; region: string }[]).map(({ call, region }) => `${call} ${region}`),
    ).toEqual([
      'ram:CreateResourceShare us-east-1',
      'ram:AcceptResourceShareInvitation us-east-1',
      'bedrock:CreateModelCopyJob us-east-1',
      'bedrock:CreateCustomModelDeployment us-east-1',
      'bedrock:CreateModelCopyJob us-west-2',
      'bedrock:CreateCustomModelDeployment us-west-2',
    ]);
    expect(promotion.shares).toEqual([]);
  });

  it('creates nothing where a check says no, and exits 1', async () => {
    const { env, promotion } = await asHostingAdministrator();
    promotion.quota = 0;
    const { code, stdout } = await promote([model, ...options], env);

    expect(code).toBe(1);
    expect(stdout).toContain('us-west-2: there are 0 custom models, and the quota is 0');
    expect(promotion.shares).toEqual([]);
  });

  it('exits 1 where one Region fails, and says which', async () => {
    const { env, promotion } = await asHostingAdministrator();
    promotion.refusing.set('us-west-2', 'Not here.');
    const { code, stdout } = await promote([model, ...options], env);

    expect(code).toBe(1);
    expect(stdout).toMatch(/done: us-east-1[^]*failed: us-west-2 Not here\./);
  });

  it.each`
    args                                                                                  | said                           | why
    ${['arn:aws:bedrock:us-east-1:111122223333:imported-model/abcdef123456', ...options]} | ${'sundial custom import'}     | ${'an imported model'}
    ${['arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0', ...options]}  | ${'request access to it'}      | ${'a base model'}
    ${[model, ...options, '--serve', 'forever']}                                          | ${'--serve: expected'}         | ${'no such way to serve'}
    ${[model, ...options, '--regions', 'sa-east-1']}                                      | ${'sa-east-1: a custom'}       | ${'a Region without copies'}
    ${[model, ...options, '--name', 'x'.repeat(64)]}                                      | ${'--name: expected up to 63'} | ${'too long a name'}
    ${[model, ...options, '--poll', 'soon']}                                              | ${'--poll: expected seconds'}  | ${'no number'}
    ${options}                                                                            | ${'MODEL: nothing: expected'}  | ${'no model'}
  `('refuses $why with exit 2', async ({ args, said }: { args: string[]; said: string }) => {
    const { code, stderr } = await promote(args);

    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });
});
