import { AccountClient, paginateListRegions } from '@aws-sdk/client-account';
import { BedrockClient, ListInferenceProfilesCommand } from '@aws-sdk/client-bedrock';
import { OrganizationsClient, paginateListAccounts, AccessDeniedException } from '@aws-sdk/client-organizations';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import { simulatedAws } from './simulated-aws.ts';

async function all<Page, Item>(pages: AsyncIterable<Page>, itemsOf: (page: Page) => readonly Item[] | undefined) {
  const [items, sizes]: [Item[], number[]] = [[], []];
  for await (const page of pages) {
    items.push(...(itemsOf(page) ?? []));
    sizes.push(itemsOf(page)?.length ?? 0);
  }
  return { items, sizes };
}

async function assumed(aws: Awaited<ReturnType<typeof simulatedAws>>, account: string) {
  const RoleArn = `arn:aws:iam::${account}:role/sundial-read`;
  const { Credentials } = await new STSClient(aws.access()).send(
    new AssumeRoleCommand({ RoleArn, RoleSessionName: 'sweep' }),
  );
  return { accessKeyId: Credentials?.AccessKeyId ?? '', secretAccessKey: Credentials?.SecretAccessKey ?? '' };
}

describe('whose data is answered', () => {
  it('is the hub’s for the credentials that were handed out', async () => {
    const aws = await simulatedAws();

    expect(await new STSClient(aws.access()).send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: '111122223333',
    });
  });

  it('is another account’s for the credentials of a role in it', async () => {
    const aws = await simulatedAws();
    const access = aws.access('us-east-1', await assumed(aws, '444455556666'));
    const { Account } = await new STSClient(access).send(new GetCallerIdentityCommand({}));
    const own = { typeEquals: 'APPLICATION' } as const;
    const ofHub = await new BedrockClient(aws.access()).send(new ListInferenceProfilesCommand(own));
    const ofSpoke = await new BedrockClient(access).send(new ListInferenceProfilesCommand(own));

    expect(Account).toBe('444455556666');
    expect(ofHub.inferenceProfileSummaries).toHaveLength(1);
    expect(ofSpoke.inferenceProfileSummaries).toEqual([]);
  });

  it.each`
    account           | why
    ${'777788889999'} | ${'its role lets nobody in'}
    ${'123456789012'} | ${'there is no such account'}
  `('is nobody’s where access is denied: $why', async ({ account }: { account: string }) => {
    const aws = await simulatedAws('2026-11-20', { denying: ['777788889999'] });

    await expect(assumed(aws, account)).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('sts:AssumeRole') as string,
      $metadata: { httpStatusCode: 403 },
    });
  });

  it('is nobody’s for a key that was never handed out', async () => {
    const aws = await simulatedAws();
    const stranger = { accessKeyId: 'AKIASTRANGER', secretAccessKey: 'x' };
    const asked = new BedrockClient(aws.access('us-east-1', stranger)).send(new ListInferenceProfilesCommand({}));

    await expect(asked).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
  });
});

describe('accounts and Regions', () => {
  it('come in pages', async () => {
    const aws = await simulatedAws('2026-11-20', { pageSize: 2 });
    const accounts = await all(
      paginateListAccounts({ client: new OrganizationsClient(aws.access()) }, {}),
      (page) => page.Accounts,
    );
    const client = new AccountClient(aws.access());
    const regions = await all(paginateListRegions({ client }, { MaxResults: 3 }), (page) => page.Regions);

    expect(accounts.sizes).toEqual([2, 1]);
    expect(accounts.items.map(({ Id, JoinedTimestamp }) => [Id, JoinedTimestamp])).toEqual(
      ['111122223333', '444455556666', '777788889999'].map((id) => [id, new Date('2024-02-01T09:00:00Z')]),
    );
    expect(regions.sizes).toEqual([2, 2]);
  });

  it('are for the hub to see', async () => {
    const aws = await simulatedAws();
    const access = aws.access('us-east-1', await assumed(aws, '444455556666'));
    const asked = all(paginateListAccounts({ client: new OrganizationsClient(access) }, {}), (page) => page.Accounts);

    await expect(asked).rejects.toBeInstanceOf(AccessDeniedException);
  });
});
