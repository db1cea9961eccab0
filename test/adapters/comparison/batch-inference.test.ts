import { BedrockClient } from '@aws-sdk/client-bedrock';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { SFNClient } from '@aws-sdk/client-sfn';
import { describe, expect, it, onTestFinished } from 'vitest';
import { batchInference } from '../../../adapters/comparison/batch-inference.ts';
import { batchQuotas } from '../../../adapters/comparison/batch-quotas.ts';
import { taskAnswers } from '../../../adapters/comparison/task-answers.ts';
import { sonnet45 } from '../../builders/situation.ts';
import { fakeCredentials } from '../../fakes/aws-json-server.ts';
import type { Reply, Seen } from '../../fakes/scripted-server.ts';
import { scriptedServer } from '../../fakes/scripted-server.ts';

const jobArn = 'arn:aws:bedrock:us-east-1:111122223333:model-invocation-job/abcdefghijkl';
const role = 'arn:aws:iam::111122223333:role/batch';
const asked = {
  name: 'sundial-run-0a-current',
  modelId: sonnet45,
  input: 's3://runs/runs/run-0a/batch/cases.jsonl',
  output: 's3://runs/runs/run-0a/batch/current/',
};

/** The SDK's own clients against a server that answers so. */
async function anAws(answer: (seen: Seen, nth: number) => Reply) {
  const server = await scriptedServer(answer);
  onTestFinished(() => server.close());
  const settings = { region: 'us-east-1', endpoint: server.url, credentials: fakeCredentials, maxAttempts: 1 };
  return {
    seen: server.seen,
    paths: server.paths,
    ...batchInference(role, new BedrockClient(settings)),
    quotas: () => batchQuotas(new ServiceQuotasClient(settings)),
    tasks: taskAnswers(new SFNClient(settings)),
  };
}

function fault(name: string, status = 400, message = 'as told'): Reply {
  return { status, headers: { 'x-amzn-errortype': name }, body: { __type: name, message } };
}

const summary = (jobName: string) => ({
  jobArn,
  jobName,
  modelId: sonnet45,
  roleArn: role,
  submitTime: '2026-11-21T09:00:00Z',
  inputDataConfig: { s3InputDataConfig: { s3Uri: asked.input } },
  outputDataConfig: { s3OutputDataConfig: { s3Uri: asked.output } },
});

describe('a batch inference job', () => {
  it('is asked for in the form of Converse, with a token that is the same for the same job', async () => {
    const { create, seen, paths } = await anAws(() => ({ body: { jobArn } }));

    expect(await create(asked)).toBe(jobArn);
    expect(paths()).toEqual(['POST /model-invocation-job']);
    expect(seen[0]?.body).toEqual({
      jobName: asked.name,
      clientRequestToken: asked.name,
      modelId: sonnet45,
      roleArn: role,
      modelInvocationType: 'Converse',
      inputDataConfig: { s3InputDataConfig: { s3InputFormat: 'JSONL', s3Uri: asked.input } },
      outputDataConfig: { s3OutputDataConfig: { s3Uri: asked.output } },
      timeoutDurationInHours: 72,
    });
  });

  it.each`
    first                         | why
    ${fault('ConflictException')} | ${'Bedrock says that it is there'}
    ${{ body: {} }}               | ${'Bedrock takes the token as known and says no more'}
  `('is found by its whole name where $why', async ({ first }: { first: Reply }) => {
    const others = [summary(`${asked.name}-2`), summary(asked.name)];
    const { create, seen } = await anAws((_, nth) =>
      nth === 0 ? first : { body: { invocationJobSummaries: others } },
    );

    expect(await create(asked)).toBe(jobArn);
    expect(seen[1]?.query.get('nameContains')).toBe(asked.name);
  });

  it.each`
    name                               | status | hopeless | why
    ${'ValidationException'}           | ${400} | ${true}  | ${'the model has no batch'}
    ${'AccessDeniedException'}         | ${403} | ${true}  | ${'a right is missing'}
    ${'ServiceQuotaExceededException'} | ${400} | ${true}  | ${'too many jobs run'}
    ${'ThrottlingException'}           | ${429} | ${false} | ${'a second attempt may be taken'}
    ${'InternalServerException'}       | ${500} | ${false} | ${'Bedrock has trouble'}
  `(
    'refused by $name: $why',
    async ({ name, status, hopeless }: { name: string; status: number; hopeless: boolean }) => {
      const { create } = await anAws(() => fault(name, status, 'so it is'));

      const said = await create(asked).catch((error: unknown) => error as Error);

      expect(said).toMatchObject({
        name: hopeless ? 'BatchInferenceError' : name,
        message: hopeless ? `Amazon Bedrock takes no batch of ${sonnet45}: so it is` : 'so it is',
      });
    },
  );

  it('tells how it stands', async () => {
    const { state, paths } = await anAws(() => ({ body: { ...summary('a'), status: 'Failed', message: 'no bucket' } }));

    expect(await state(jobArn)).toEqual({ status: 'Failed', message: 'no bucket' });
    expect(paths()).toEqual([`GET /model-invocation-job/${encodeURIComponent(jobArn)}`]);
  });

  it('is stopped', async () => {
    const { stop, paths } = await anAws(() => ({ body: {} }));

    await stop(jobArn);

    expect(paths()).toEqual([`POST /model-invocation-job/${encodeURIComponent(jobArn)}/stop`]);
  });

  it.each`
    status         | stops    | why
    ${'Completed'} | ${true}  | ${'what is over needs no stop'}
    ${'Scheduled'} | ${false} | ${'it goes on, and costs'}
  `('that cannot be stopped while $status: $why', async ({ status, stops }: { status: string; stops: boolean }) => {
    const { stop } = await anAws((_, nth) =>
      nth === 0 ? fault('ConflictException') : { body: { ...summary('a'), status } },
    );

    await (stops ? expect(stop(jobArn)).resolves.toBeUndefined() : expect(stop(jobArn)).rejects.toThrow('as told'));
  });

  it('that is gone needs no stop', async () => {
    const { stop } = await anAws(() => fault('ResourceNotFoundException', 404));

    await expect(stop(jobArn)).resolves.toBeUndefined();
  });
});

describe('quotas of batch inference', () => {
  it('are those that speak of it, on every page', async () => {
    const page = (name: string, next?: string) => ({
      body: {
        Quotas: [
          { QuotaName: name, Value: 7 },
          { QuotaName: 'Agents per account', Value: 1 },
        ],
        NextToken: next,
      },
    });
    const { quotas } = await anAws((_, nth) =>
      nth === 0
        ? page('Records per batch inference job for A', 'more')
        : page('Batch inference job size for A (in GB)'),
    );

    expect(await quotas()).toEqual([
      { name: 'Records per batch inference job for A', value: 7 },
      { name: 'Batch inference job size for A (in GB)', value: 7 },
    ]);
  });

  it('are not known to who may not ask', async () => {
    const { quotas } = await anAws(() => fault('AccessDeniedException'));

    expect(await quotas()).toEqual([]);
  });
});

describe('a task that waits by a token', () => {
  it('is answered', async () => {
    const { tasks, seen } = await anAws(() => ({ body: {} }));

    await tasks.succeed('token', { status: 'Completed' });
    await tasks.fail('token', 'BatchInferenceError', 'no room');

    expect(seen.map(({ body }) => body)).toEqual([
      { taskToken: 'token', output: '{"status":"Completed"}' },
      { taskToken: 'token', error: 'BatchInferenceError', cause: 'no room' },
    ]);
  });

  it.each(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])('may be over: %s', async (name) => {
    const { tasks } = await anAws(() => fault(name));

    await expect(tasks.succeed('token', {})).resolves.toBeUndefined();
  });

  it('is told of every other trouble', async () => {
    const { tasks } = await anAws(() => fault('AccessDeniedException'));

    await expect(tasks.succeed('token', {})).rejects.toThrow('as told');
  });
});
