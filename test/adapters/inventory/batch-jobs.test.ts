import { expect, it } from 'vitest';
import { batchJobs } from '../../../adapters/inventory/batch-jobs.ts';
import { simulatedPlace } from './simulated-place.ts';

const profile = (model: string) => `arn:aws:bedrock:us-east-1:444455556666:inference-profile/us.${model}`;

it('takes the runs of a nightly job for one, known by the newest', async () => {
  const { asking, calls } = await simulatedPlace('support', 'us-east-1', '2026-11-20', { pageSize: 10 });
  const { dependents, failures } = await batchJobs(asking());

  expect(failures).toEqual([]);
  expect(dependents).toEqual([
    {
      kind: 'batchJob',
      id: 'arn:aws:bedrock:us-east-1:444455556666:model-invocation-job/nigh20261120',
      name: 'ticket-summaries-2026-11-20',
      uses: [{ reference: profile('anthropic.claude-sonnet-4-5-20250929-v1:0'), purpose: 'inference' }],
    },
  ]);
  expect(calls.byCall.get('bedrock:ListModelInvocationJobs')).toBe(3);
});

it('still shows the last run on the old model for a while after the job has moved on', async () => {
  const { asking, travelTo } = await simulatedPlace('support', 'us-east-1', '2026-12-10', { pageSize: 50 });
  const names = async () => (await batchJobs(asking())).dependents.map(({ name }) => name);

  expect(await names()).toEqual(['ticket-summaries-2026-12-04', 'ticket-summaries-2026-12-10']);
  travelTo('2027-01-08');
  expect(await names()).toEqual(['ticket-summaries-2027-01-08']);
});
