import { describe, expect, it } from 'vitest';
import { importPolicies } from '../../domain/custom-models/import-policies.ts';
import { developmentAccount, hostingAccount, importTerms } from '../builders/import-terms.ts';
import { asHostingAdministrator, importOptions } from './custom-models.ts';
import { aFolder, documentOf } from './run.ts';

const policies = (...args: string[]) => aFolder().sundial(['policies', ...args]);

describe('sundial policies import', () => {
  it('prints every policy in order, as one document', async () => {
    const ran = await policies('import', ...importOptions, '--json');
    const document = documentOf(ran);

    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(document).toMatchObject({
      terms: importTerms(),
      warnings: [],
      policies: importPolicies(importTerms()).map((one, index) => ({ step: index + 1, ...one })),
    });
  });

  it('prints a template that one administrator can deploy as it is', async () => {
    const document = documentOf(
      await policies('import', ...importOptions, '--as', 'cloudformation', '--for', 'hosting'),
    );

    expect(document).toMatchObject({ AWSTemplateFormatVersion: '2010-09-09', Resources: { ImportRole: {} } });
    const both = documentOf(await policies('import', ...importOptions, '--as', 'cloudformation'));
    expect(Object.keys(both)).toEqual([developmentAccount, hostingAccount].toSorted());
  });

  it('prints commands, each with whom it is for', async () => {
    const { stdout, code } = await policies('import', ...importOptions, '--as', 'cli');

    expect(code).toBe(0);
    expect(stdout.match(/^# \d\. As an administrator of \d{12}/gm)).toHaveLength(6);
    expect(documentOf(await policies('import', ...importOptions, '--as', 'cli', '--json'))).toHaveProperty(
      'commands.5.commands',
    );
  });

  it.each`
    args                                              | said                                                               | why
    ${['--development-account', '1234']}              | ${'--development-account: expected 12 digits, got 1234'}           | ${'no account'}
    ${['--region', 'eu-west-3']}                      | ${'--region: expected a Region with Custom Model Import'}          | ${'no import there'}
    ${['--bucket', 'My_Bucket']}                      | ${'--bucket: expected the name of a bucket'}                       | ${'no bucket'}
    ${['--model-key', importTerms().bucketKey ?? '']} | ${'--model-key: expected the ARN of a key in the hosting account'} | ${'the other account’s key'}
    ${['--as', 'yaml']}                               | ${'--as: expected json, cloudformation, cli'}                      | ${'no such form'}
    ${['--for', 'me']}                                | ${'--for: expected development or hosting'}                        | ${'no such account'}
  `('names what is wrong: $why', async ({ args, said }: { args: string[]; said: string }) => {
    const { code, stdout, stderr } = await policies('import', ...importOptions, ...args);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
  });

  it('speaks of other partitions with a warning', async () => {
    const terms = [
      '--development-account',
      developmentAccount,
      '--hosting-account',
      hostingAccount,
      '--bucket',
      'weights',
    ];
    const { code, stdout } = await policies('import', ...terms, '--region', 'us-gov-west-1', '--json');

    expect(code).toBe(0);
    expect(stdout).toContain('arn:aws-us-gov:s3:::weights');
    expect(stdout).toContain('No source says whether Custom Model Import is offered in us-gov-west-1');
  });
});

describe('sundial policies check', () => {
  it('exits 0 where nothing is missing, and changes nothing', async () => {
    const { env } = await asHostingAdministrator();
    const ran = await aFolder().sundial(['policies', 'check', ...importOptions, '--json'], '', env);

    expect(documentOf(ran)).toMatchObject({ findings: [], failures: [] });
    expect(ran.code).toBe(0);
  });

  it('exits 1 and says which policy lacks what, and how to mend it', async () => {
    const { env } = await asHostingAdministrator(['developmentKeyPolicy']);
    const { code, stdout } = await aFolder().sundial(['policies', 'check', ...importOptions], '', env);

    expect(code).toBe(1);
    expect(stdout).toContain(
      "missing: the key policy of the bucket's key in the development account does not allow kms:Decrypt",
    );
    expect(stdout).toContain('"Sid": "ModelImportDecryptWeights"');
  });

  it('exits 2 without credentials', async () => {
    const ran = await policies('check', ...importOptions, '--json');

    expect(ran.code).toBe(2);
    expect(documentOf(ran)).toEqual({
      error: { message: expect.stringContaining('no AWS credentials') as string, exitCode: 2 },
    });
  });
});
