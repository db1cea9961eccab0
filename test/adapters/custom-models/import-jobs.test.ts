import { BedrockClient } from '@aws-sdk/client-bedrock';
import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { importJobs } from '../../../adapters/custom-models/import-jobs.ts';
import { readModelFiles } from '../../../adapters/custom-models/model-files.ts';
import { developmentAccount, hostingAccount } from '../../builders/import-terms.ts';
import { customModelAws } from './custom-model-aws.ts';

const request = {
  modelName: 'support-7b',
  roleArn: `arn:aws:iam::${hostingAccount}:role/BedrockModelImport`,
  s3Uri: 's3://example-weights/support-7b/',
  modelKey: null,
};

describe('importJobs', () => {
  it('starts the same job however often it is asked, and finds it by its name', async () => {
    const { enter, world } = await customModelAws();
    const jobs = importJobs(new BedrockClient({ ...enter(hostingAccount), region: 'us-east-1' }));

    const started = await jobs.start(request, 'support-7b-import-1');

    expect(await jobs.start(request, 'support-7b-import-1')).toEqual(started);
    expect(world.imports).toHaveLength(1);
    expect(await jobs.look(request)).toMatchObject({
      jobs: [{ name: 'support-7b-import-1', status: 'InProgress', s3Uri: request.s3Uri }],
      model: null,
    });
  });

  it('a job in another Region is another', async () => {
    const { enter } = await customModelAws();
    const inRegion = (region: string) => importJobs(new BedrockClient({ ...enter(hostingAccount), region }));
    await inRegion('us-east-1').start(request, 'support-7b-import-1');

    expect((await inRegion('us-west-2').look(request)).jobs).toEqual([]);
  });

  it('takes a refusal for want of access as an answer, and throws any other', async () => {
    const { enter } = await customModelAws();
    const client = new BedrockClient({ ...enter(hostingAccount), region: 'us-east-1' });
    const refusing = (message: string) =>
      ({ send: () => Promise.reject(new Error(message)) }) as unknown as BedrockClient;
    const refusal = 'Amazon Bedrock does not have access to the S3 location.';

    expect(await importJobs(refusing(refusal)).start(request, 'x')).toEqual({ kind: 'refused', message: refusal });
    await expect(importJobs(refusing('Cross-account pass role')).start(request, 'x')).rejects.toThrow('pass role');
    await expect(
      importJobs(client).start({ ...request, roleArn: `arn:aws:iam::${developmentAccount}:role/x` }, 'x'),
    ).rejects.toThrow('Cross-account pass role is not allowed');
  });
});

describe('readModelFiles', () => {
  it.each`
    config                                                                      | read                                                                                | why
    ${'{"architectures":["LlamaForCausalLM"],"max_position_embeddings":8192}'}  | ${{ architectures: ['LlamaForCausalLM'], contextTokens: 8192, transformers: null }} | ${'as libraries write it'}
    ${'{"architectures":["M"],"text_config":{"max_position_embeddings":4096}}'} | ${{ architectures: ['M'], contextTokens: 4096, transformers: null }}                | ${'the text part of a model with images'}
    ${'not JSON'}                                                               | ${{ architectures: [], contextTokens: null, transformers: null }}                   | ${'what is no JSON says nothing'}
    ${'{"architectures":"Llama"}'}                                              | ${{ architectures: [], contextTokens: null, transformers: null }}                   | ${'nor does another form'}
  `('reads config.json: $why', async ({ config, read }: { config: string; read: object }) => {
    const { enter, terms, world } = await customModelAws();
    world.buckets.get(terms.bucket)?.objects.set('support-7b/config.json', config);
    const s3 = new S3Client({ ...enter(developmentAccount), region: 'us-east-1' });

    expect((await readModelFiles(s3, terms)).config).toEqual(read);
  });

  it('names the call that was refused', async () => {
    const { enter, terms, aws } = await customModelAws();
    const s3 = new S3Client({ ...enter(developmentAccount), region: 'us-east-1' });
    aws.faults.add({ kind: 'denied', call: 's3:GetObject' });

    await expect(readModelFiles(s3, terms)).rejects.toMatchObject({ call: 's3:GetObject' });
  });
});
