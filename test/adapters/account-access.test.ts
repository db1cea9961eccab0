import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { expect, it, onTestFinished } from 'vitest';
import { spokeAccess } from '../../adapters/account-access.ts';
import { awsAccess } from '../../adapters/aws-access.ts';
import { accessTo } from '../../adapters/custom-models/accounts.ts';

const refused =
  '<ErrorResponse><Error><Code>AccessDenied</Code><Message>not authorized</Message></Error></ErrorResponse>';
const granted = (expiration: string) =>
  `<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>AKIAEXAMPLE</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken><Expiration>${expiration}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`;
const identity =
  '<GetCallerIdentityResponse><GetCallerIdentityResult><Account>444455556666</Account></GetCallerIdentityResult></GetCallerIdentityResponse>';

it('a role that is mended is entered within a minute, and is not asked for at every call before', async () => {
  const sts = { mended: false, asked: 0 };
  const server = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (body: string) => {
      if (!body.includes('Action=AssumeRole')) return response.end(identity);
      sts.asked += 1;
      response.statusCode = sts.mended ? 200 : 403;
      return response.end(sts.mended ? granted('2126-11-20T10:00:00Z') : refused);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const own = awsAccess({
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
  });
  const clock = { now: Date.parse('2026-11-20T09:00:00Z') };
  const account = { account: '444455556666', partition: 'aws' };
  const access = spokeAccess(own, account, { name: 'SundialCustomModels' }, 'us-east-1', () => clock.now);
  const ask = () => new STSClient({ ...access, region: 'us-east-1' }).send(new GetCallerIdentityCommand({}));

  await expect(ask()).rejects.toThrow('AccessDenied');
  sts.mended = true;
  await expect(ask()).rejects.toThrow('AccessDenied');
  expect(sts.asked).toBe(1);

  clock.now += 61_000;
  expect(await ask()).toMatchObject({ Account: '444455556666' });
  expect(sts.asked).toBe(2);
});

it('a session says what it is for: the sweep reads, and the work on custom models writes', async () => {
  const sessions: (string | null)[] = [];
  const server = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (body: string) => {
      sessions.push(new URLSearchParams(body).get('RoleSessionName'));
      response.end(granted('2126-11-20T10:00:00Z'));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' };
  const access = awsAccess({ endpoint: `http://127.0.0.1:${port}`, credentials });
  const caller = { account: '111122223333', partition: 'aws', access };
  const terms = { role: { name: 'SundialCustomModels' }, region: 'us-east-1', now: () => 0 };
  const there = { account: '444455556666', partition: 'aws' };

  for (const one of [
    spokeAccess(access, there, { name: 'SundialSweep' }, 'us-east-1', () => 0),
    accessTo(there.account, caller, terms),
  ])
    await new STSClient({ ...one, region: 'us-east-1' }).config.credentials();

  expect(sessions).toEqual(['sundial-sweep', 'sundial-custom-models']);
});
