import { BedrockClient, CreateModelInvocationJobCommand } from '@aws-sdk/client-bedrock';
import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import { batchInference } from '../../../adapters/comparison/batch-inference.ts';
import { batchJobs } from '../../../adapters/inventory/batch-jobs.ts';
import { sessionKey } from '../../../local/aws/access-keys.ts';
import { accounts } from '../../../local/story/organisation.ts';
import { simulatedPlace } from '../../adapters/inventory/simulated-place.ts';
import { sonnet45 } from '../../builders/situation.ts';

const asked = {
  name: 'sundial-run-0a1b-current',
  modelId: sonnet45,
  input: 's3://runs/runs/run-0a1b/batch/cases.jsonl',
  output: 's3://runs/runs/run-0a1b/batch/current/',
};

/** An account of the simulated AWS in which comparisons run in batch. */
async function aPlace() {
  const aws = await simulatedPlace('support', 'us-east-1', '2026-11-20', { pageSize: 50 });
  const credentials = { accessKeyId: sessionKey(accounts.support), secretAccessKey: 'simulated' };
  const client = new BedrockClient({ region: 'us-east-1', endpoint: aws.endpoint, credentials, maxAttempts: 1 });
  return { ...aws, client, ...batchInference('arn:aws:iam::444455556666:role/batch', client) };
}

it('begins a job once for its token, and ends it by the clock', async () => {
  const { create, find, state, travelTo } = await aPlace();

  const jobArn = await create(asked);

  expect(await create(asked)).toBe(jobArn);
  expect(await find(asked.name)).toBe(jobArn);
  expect(await find('sundial-run-0a1b-candidate')).toBeNull();
  expect(await state(jobArn)).toEqual({ status: 'Scheduled', message: null });
  travelTo('2026-11-21');
  expect(await state(jobArn)).toEqual({ status: 'Completed', message: null });
});

it('stops a job, and bears that one is over', async () => {
  const { create, state, stop, travelTo } = await aPlace();
  const jobArn = await create(asked);
  const other = await create({ ...asked, name: 'sundial-run-0a1b-candidate' });

  await stop(jobArn);
  expect(await state(jobArn)).toMatchObject({ status: 'Stopped' });
  travelTo('2026-11-21');

  await expect(stop(other)).resolves.toBeUndefined();
  expect(await state(other)).toMatchObject({ status: 'Completed' });
  await expect(stop(`${jobArn.slice(0, -1)}z`)).resolves.toBeUndefined();
});

it('refuses a job without its role, as AWS does', async () => {
  const { client } = await aPlace();
  const { name: jobName, modelId } = asked;
  const input = { jobName, modelId } as CreateModelInvocationJobCommand['input'];

  await expect(client.send(new CreateModelInvocationJobCommand(input))).rejects.toThrow('roleArn');
});

it('is nobody’s use of the model to the sweep', async () => {
  const { create, asking } = await aPlace();
  await create(asked);
  const later = { ...asking(), now: DateTime.fromISO('2026-11-20T10:00:00Z', { zone: 'utc' }) };

  const names = (await batchJobs(later)).dependents.map(({ name }) => name);

  expect(names).toEqual(['ticket-summaries-2026-11-20']);
});
