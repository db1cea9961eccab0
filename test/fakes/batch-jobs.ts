import type { BatchDeps } from '../../handlers/batch-ports.ts';

interface Job {
  readonly name: string;
  readonly modelId: string;
  readonly input: string;
  readonly output: string;
  status: string;
  message: string | null;
}

interface Records {
  readonly recordId: string;
  readonly modelInput: { readonly messages: readonly { readonly content: readonly { readonly text?: string }[] }[] };
}

/** What a model says to a record, or an error in its place; `null` leaves the record out. */
export type SaysInBatch = (modelId: string, prompt: string) => string | { readonly errorCode: number } | null;

/** Bedrock's batch inference in memory: a job is known by its token, and waits until somebody ends it. */
export function batchJobs(objects: Map<string, string | Uint8Array>) {
  const jobs = new Map<string, Job>();
  const log: string[] = [];
  const jobAt = (jobArn: string): Job => {
    const job = jobs.get(jobArn);
    if (!job) throw new Error(`there is no job ${jobArn}`);
    return job;
  };
  const arnOf = (name: string) => [...jobs].find(([, job]) => job.name === name)?.[0] ?? null;
  const batch: BatchDeps['batch'] = {
    create: (asked) => {
      const known = arnOf(asked.name);
      if (known !== null) return Promise.resolve(known);
      const jobArn = `arn:aws:bedrock:us-east-1:111122223333:model-invocation-job/job${String(jobs.size).padStart(9, '0')}`;
      jobs.set(jobArn, { ...asked, status: 'Submitted', message: null });
      log.push(`create ${asked.modelId}`);
      return Promise.resolve(jobArn);
    },
    find: (name) => Promise.resolve(arnOf(name)),
    state: (jobArn) => {
      const { status, message } = jobAt(jobArn);
      return Promise.resolve({ status, message });
    },
    stop: (jobArn) => {
      const job = jobAt(jobArn);
      if (job.status === 'Submitted') {
        job.status = 'Stopped';
        log.push(`stop ${job.modelId}`);
      }
      return Promise.resolve();
    },
  };
  return {
    batch,
    jobs,
    log,
    /** Writes what a job answers, and how it ended. */
    end(jobArn: string, status: string, says: SaysInBatch, message: string | null = null): void {
      const job = Object.assign(jobAt(jobArn), { status, message });
      const text = Buffer.from(objects.get(job.input.replace('s3://', '')) ?? '').toString();
      const records = text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Records);
      // In another order than they were asked in.
      const lines = records.toReversed().flatMap(({ recordId, modelInput }) => {
        const said = says(job.modelId, modelInput.messages.at(-1)?.content[0]?.text ?? '');
        if (said === null) return [];
        return JSON.stringify({
          recordId,
          modelInput,
          ...(typeof said === 'string' ? answered(said) : { error: said }),
        });
      });
      const folder = `${job.output.replace('s3://', '')}${jobArn.split('/').at(-1) ?? ''}/`;
      objects.set(`${folder}cases.jsonl.out`, lines.join('\n'));
      objects.set(`${folder}manifest.json.out`, '{}');
    },
  };
}

function answered(text: string) {
  return {
    modelOutput: {
      output: { message: { role: 'assistant', content: [{ text }] } },
      stopReason: 'end_turn',
      usage: { inputTokens: 1000, outputTokens: 1000, totalTokens: 2000 },
      metrics: { latencyMs: 5 },
    },
  };
}
