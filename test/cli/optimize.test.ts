import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSimulatedBedrock } from '../../local/aws/bedrock-runtime/simulated-bedrock.ts';
import { closeServer, listen } from '../../local/loopback.ts';
import { aFolder, documentOf } from './run.ts';

const jobArn = 'arn:aws:bedrock:us-east-1:111122223333:advanced-prompt-optimization-job/abcdefghijkl';

/** S3 and Bedrock, as far as a job needs them. */
async function anAws() {
  const asked: { readonly call: string; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push({ call: `${request.method ?? ''} ${request.url ?? ''}`, body: Buffer.concat(chunks).toString() });
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ jobArn }));
    });
  });
  const endpoint = await listen(server);
  onTestFinished(() => closeServer(server));
  return { asked, endpoint };
}

async function aRun() {
  const bedrock = await startSimulatedBedrock({
    answer: ({ modelId, prompt }) => ({ kind: 'text', text: modelId === 'new' && prompt.includes('2') ? 'no' : 'yes' }),
  });
  onTestFinished(bedrock.close);
  const lines = [
    { id: 'one', system: 'Be brief.', prompt: 'question 1', expected: 'yes' },
    { id: 'two', system: 'Be brief.', prompt: 'question 2', expected: 'yes' },
    { id: 'turns', messages: ['user', 'assistant', 'user'].map((role) => ({ role, content: 'so' })), expected: 'yes' },
  ];
  const folder = aFolder({ 'cases.jsonl': lines.map((line) => JSON.stringify(line)).join('\n') });
  const aws = await anAws();
  const env = {
    AWS_ACCESS_KEY_ID: 'AKIASIMULATED',
    AWS_SECRET_ACCESS_KEY: 'simulated',
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint,
  };
  await folder.sundial(['compare', 'old', 'new', '--dataset', 'cases.jsonl', '--out', 'run'], '', env);
  const report = (...args: string[]) =>
    folder.sundial(['report', 'run', ...args, '--json'], '', { ...env, AWS_ENDPOINT_URL: aws.endpoint });
  return { folder, report, aws };
}

describe('the hand-over to prompt optimisation', () => {
  it('says the request, with cases and metric filled in, and sends nothing', async () => {
    const { report, folder, aws } = await aRun();
    const document = documentOf(await report('--optimize', 's3://example-bucket/prompts/'));
    const runId = String(document['runId']);

    expect(document['optimize']).toMatchObject({
      request: {
        inputConfig: { s3Uri: `s3://example-bucket/prompts/sundial-${runId}.jsonl` },
        outputConfig: { s3Uri: `s3://example-bucket/prompts/sundial-${runId}/` },
        modelConfigurations: [{ modelId: 'old' }, { modelId: 'new' }],
      },
      templates: 1,
      samples: 2,
      leftOut: 1,
      jobArn: null,
    });
    expect(JSON.parse(readFileSync(join(folder.path, 'run', 'optimize.jsonl'), 'utf8'))).toEqual({
      version: 'bedrock-2026-05-14',
      templateId: 'template-1',
      promptTemplate: 'Be brief.\n\n{{input}}',
      steeringCriteria: ['The answer is the reference response and nothing else.'],
      // What failed comes first.
      evaluationSamples: [
        { inputVariables: [{ input: 'question 2' }], referenceResponse: 'yes' },
        { inputVariables: [{ input: 'question 1' }], referenceResponse: 'yes' },
      ],
    });
    expect(aws.asked).toEqual([]);
  });

  it('uploads the samples and creates the job where it is submitted', async () => {
    const { report, aws } = await aRun();
    const document = documentOf(await report('--optimize', 's3://example-bucket/prompts', '--submit'));
    const { request } = document['optimize'] as { request: object };

    expect(document['optimize']).toMatchObject({ jobArn });
    expect(aws.asked.map(({ call }) => call.replace(/\?.*/, ''))).toEqual([
      expect.stringMatching(/^PUT .*prompts\/sundial-.*\.jsonl$/),
      'POST /advanced-prompt-optimization-jobs',
    ]);
    expect(JSON.parse(aws.asked[1]?.body ?? '')).toEqual(request);
  });

  it.each`
    args                                | message
    ${['--optimize', 'bucket/prompts']} | ${'expected s3://bucket/folder'}
    ${['--submit']}                     | ${'--submit: expected --optimize'}
  `('$args is bad input', async ({ args, message }: { args: string[]; message: string }) => {
    const { report } = await aRun();

    expect(await report(...args)).toMatchObject({ code: 2, stderr: expect.stringContaining(message) as string });
  });
});
