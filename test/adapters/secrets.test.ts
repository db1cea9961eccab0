import { SSMClient } from '@aws-sdk/client-ssm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { secrets } from '../../adapters/secrets.ts';
import { awsJsonServer, fakeCredentials } from '../fakes/aws-json-server.ts';

describe('secrets', () => {
  const values = new Map([
    ['/sundial/dev/slack-token', 'fake-slack-value'],
    ['/aws/reference/secretsmanager/sundial/github', 'fake-github-value'],
    ['/sundial/dev/empty', ''],
  ]);
  let aws: Awaited<ReturnType<typeof awsJsonServer>>;
  let read: ReturnType<typeof secrets>;

  beforeEach(async () => {
    aws = await awsJsonServer(({ input }) => {
      const value = values.get(String(input['Name']));
      return value === undefined
        ? { status: 400, body: { __type: 'ParameterNotFound' } }
        : { body: { Parameter: { Name: input['Name'], Value: value } } };
    });
    read = secrets(new SSMClient({ region: 'us-east-1', endpoint: aws.endpoint, credentials: fakeCredentials }));
  });
  afterEach(() => aws.close());

  it('reads a parameter, decrypted', async () => {
    expect(await read('/sundial/dev/slack-token')).toBe('fake-slack-value');
    expect(aws.calls).toEqual([
      { target: 'AmazonSSM.GetParameter', input: { Name: '/sundial/dev/slack-token', WithDecryption: true } },
    ]);
  });

  it('reads a secret of Secrets Manager by its reference name', async () => {
    expect(await read('/aws/reference/secretsmanager/sundial/github')).toBe('fake-github-value');
  });

  it('names the parameter that is missing', async () => {
    await expect(read('/sundial/dev/none')).rejects.toThrow('Could not read the parameter /sundial/dev/none');
  });

  it('takes no empty value for a secret', async () => {
    await expect(read('/sundial/dev/empty')).rejects.toThrow('The parameter /sundial/dev/empty is empty');
  });
});
