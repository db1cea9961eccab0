import { BedrockClient } from '@aws-sdk/client-bedrock';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ObjectStore } from '../../../adapters/object-store.ts';
import { bertEvaluation, checkF1Only, evaluationName } from '../../../adapters/scoring/bert-evaluation.ts';
import { pairKey } from '../../../adapters/scoring/evaluation-lines.ts';
import { aCase } from '../../builders/case.ts';
import { fakeCredentials } from '../../fakes/aws-json-server.ts';
import { scriptedServer } from '../../fakes/scripted-server.ts';

const roleArn = 'arn:aws:iam::111122223333:role/evaluation';
const name = evaluationName('run-1');
const pairs = [
  { answer: 'The cat sat.', reference: 'A cat was sitting.' },
  { answer: 'No idea.', reference: 'A dog ran.' },
  { answer: '', reference: 'A dog ran.' },
];

interface Job {
  readonly jobArn: string;
  readonly jobName: string;
  status: string;
}

/** Bedrock as far as evaluation jobs go, for the SDK's own client, over objects in memory. */
async function anEvaluator(status = 'InProgress') {
  const jobs = new Map<string, Job>();
  const created: unknown[] = [];
  const server = await scriptedServer(({ method, path, query, body }) => {
    if (path === '/evaluation-jobs' && method === 'POST') {
      created.push(body);
      const jobName = String(body['jobName']);
      const jobArn = `arn:aws:bedrock:us-east-1:111122223333:evaluation-job/${String(jobs.size).padStart(12, 'a')}`;
      jobs.set(jobArn, { jobArn, jobName, status });
      return { status: 202, body: { jobArn } };
    }
    const named = [...jobs.values()].filter(({ jobName }) => jobName.includes(query.get('nameContains') ?? ''));
    // One job a page: `nextToken` is where the next one begins.
    const [from, to] = [Number(query.get('nextToken') ?? 0), Number(query.get('nextToken') ?? 0) + 1];
    const more = to < named.length && { nextToken: String(to) };
    if (path === '/evaluation-jobs') return { body: { jobSummaries: named.slice(from, to), ...more } };
    const job = jobs.get(decodeURIComponent(path.replace('/evaluation-jobs/', '')));
    return { body: { ...job, failureMessages: job?.status === 'Failed' ? ['no access to the bucket'] : [] } };
  });
  onTestFinished(() => server.close());
  const settings = { region: 'us-east-1', endpoint: server.url, credentials: fakeCredentials, maxAttempts: 1 };
  const objects = new Map<string, string>();
  const store: ObjectStore = {
    read: (bucket, key) => Promise.resolve(objects.get(`${bucket}/${key}`) ?? null),
    write: (bucket, key, body) => Promise.resolve(void objects.set(`${bucket}/${key}`, String(body))),
    upload: () => Promise.reject(new Error('is not asked')),
    download: () => Promise.reject(new Error('is not asked')),
    keys: (bucket, prefix) =>
      Promise.resolve(
        [...objects.keys()]
          .filter((key) => key.startsWith(`${bucket}/${prefix}`))
          .map((key) => key.slice(bucket.length + 1)),
      ),
  };
  const evaluate = bertEvaluation(
    store,
    { bucket: 'runs', prefix: 'evaluations/', roleArn },
    new BedrockClient(settings),
  );
  /** As Bedrock writes results: a line for each prompt, in an order of its own. */
  const end = (scoreOf: (answer: string) => number | null) => {
    for (const job of jobs.values()) {
      job.status = 'Completed';
      const lines = (objects.get(`runs/evaluations/${job.jobName}.jsonl`) ?? '').trim().split('\n').toReversed();
      const results = lines.map((line) => {
        const record = JSON.parse(line) as { modelResponses: { response: string }[] };
        const result = scoreOf(record.modelResponses[0]?.response ?? '');
        return JSON.stringify({
          automatedEvaluationResult: { scores: [{ metricName: 'BERTScore', result }] },
          inputRecord: record,
          modelResponses: record.modelResponses,
        });
      });
      const folder = `runs/evaluations/${job.jobName}/0f8f/models/sundial/taskTypes/Summarization/datasets/${job.jobName}`;
      objects.set(`${folder}/4c5d_output.jsonl`, results.join('\n'));
    }
  };
  return { evaluate, end, created, jobs, objects };
}

describe('BERTScore by an evaluation job', () => {
  it('is asked over answers that were given, and read back in whatever order', async () => {
    const { evaluate, end, created } = await anEvaluator();

    expect(await evaluate(name, pairs)).toEqual({
      kind: 'running',
      jobs: [expect.stringContaining('evaluation-job/')],
    });
    end((answer) => (answer.startsWith('The') ? 0.91 : 0.62));
    const evaluated = await evaluate(name, pairs);

    expect(created).toEqual([
      {
        jobName: `${name}-1`,
        clientRequestToken: `${name}-1`,
        roleArn,
        applicationType: 'ModelEvaluation',
        evaluationConfig: {
          automated: {
            datasetMetricConfigs: [
              {
                taskType: 'Summarization',
                dataset: {
                  name: `${name}-1`,
                  datasetLocation: { s3Uri: `s3://runs/evaluations/${name}-1.jsonl` },
                },
                metricNames: ['Builtin.Accuracy'],
              },
            ],
          },
        },
        inferenceConfig: { models: [{ precomputedInferenceSource: { inferenceSourceIdentifier: 'sundial' } }] },
        outputDataConfig: { s3Uri: 's3://runs/evaluations/' },
      },
    ]);
    if (evaluated.kind !== 'measured') throw new Error('it is measured');
    expect((await evaluated.measure(pairs, [])).map(({ f1 }) => f1)).toEqual([0.91, 0.62, 0]);
  });

  it('is one job for the same answers, however often it is asked for and in whatever order they came', async () => {
    const { evaluate, created } = await anEvaluator();
    await evaluate(name, pairs);
    await evaluate(name, pairs.toReversed());

    expect(created).toHaveLength(1);
  });

  it('is found on whatever page of the list it stands', async () => {
    const { evaluate, created, jobs } = await anEvaluator();
    jobs.set('arn:older', { jobArn: 'arn:older', jobName: `${name}-1-of-somebody-else`, status: 'Completed' });
    await evaluate(name, pairs);

    expect(await evaluate(name, pairs)).toMatchObject({ kind: 'running' });
    expect(created).toHaveLength(1);
  });

  it('takes several jobs where there are more answers than one takes', async () => {
    const { evaluate, end, jobs } = await anEvaluator();
    const many = Array.from({ length: 1_001 }, (_, index) => ({ answer: `answer ${index}`, reference: 'wanted' }));
    await evaluate(name, many);
    expect([...jobs.values()].map(({ jobName }) => jobName)).toEqual([`${name}-1`, `${name}-2`]);

    end(() => 0.5);
    expect((await evaluate(name, many)).kind).toBe('measured');
  });

  it('shows the job no prompt', async () => {
    const { evaluate, objects } = await anEvaluator();
    await evaluate(name, pairs.slice(0, 1));

    expect(JSON.parse(objects.get(`runs/evaluations/${name}-1.jsonl`) ?? '')).toEqual({
      prompt: pairKey({ answer: 'The cat sat.', reference: 'A cat was sitting.' }),
      referenceResponse: 'A cat was sitting.',
      modelResponses: [{ response: 'The cat sat.', modelIdentifier: 'sundial' }],
    });
  });

  it('ends with what Bedrock says where a job fails', async () => {
    const { evaluate } = await anEvaluator('Failed');

    await expect(evaluate(name, pairs)).rejects.toThrow(/evaluation-job\/\w+ is Failed: no access to the bucket/);
  });

  it('makes up no score that the job left out', async () => {
    const { evaluate, end } = await anEvaluator();
    await evaluate(name, pairs);
    end(() => null);
    const evaluated = await evaluate(name, pairs);

    if (evaluated.kind !== 'measured') throw new Error('it is measured');
    expect(() => evaluated.measure(pairs, [])).toThrow(/left out an answer/);
  });

  it('is refused where a case asks for more than F1', async () => {
    const asks = aCase('x', { expected: 'a', checks: [{ kind: 'bert-score', value: { measure: 'recall' } }] });

    await expect(checkF1Only(asyncOf(asks))).rejects.toThrow(/case x asks for the recall of BERTScore/);
  });
});

async function* asyncOf<Item>(...items: Item[]): AsyncGenerator<Item> {
  for (const item of items) yield await Promise.resolve(item);
}
