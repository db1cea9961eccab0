import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { onTestFinished } from 'vitest';
import { closeServer, listen } from '../../local/loopback.ts';
import { batchJobs } from './batch-jobs.ts';
import type { SaysInBatch } from './batch-jobs.ts';

interface Asked {
  readonly jobName: string;
  readonly modelId: string;
  readonly roleArn: string;
  readonly inputDataConfig: { readonly s3InputDataConfig: { readonly s3Uri: string } };
  readonly outputDataConfig: { readonly s3OutputDataConfig: { readonly s3Uri: string } };
}

interface BatchAwsOptions {
  readonly says: SaysInBatch;
  /** How often a job is asked after before it is over; `Infinity` for one that never is. */
  readonly looks?: number;
  /** How it ends. */
  readonly status?: string;
  /** Which write of an object or of a part of one is never answered, counted from 1. */
  readonly holds?: number;
  readonly quotas?: readonly { readonly QuotaName: string; readonly Value: number }[];
}

/** S3, the quotas and Bedrock's batch inference over HTTP, for the SDK's own clients; what it was asked is in `paths`. */
export async function startBatchAws(options: BatchAwsOptions) {
  const objects = new Map<string, string | Uint8Array>();
  const simulated = batchJobs(objects);
  const paths: string[] = [];
  const roles = new Set<string>();
  const looked = new Map<string, number>();
  const parts = new Map<string, Buffer[]>();
  let hold: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (hold = resolve));
  let writes = 0;
  // What a test changes while the command waits.
  const state = { looks: options.looks ?? 2, status: options.status ?? 'Completed' };

  const server = createServer((request, response) => {
    void bodyOf(request)
      .then((body) => (isHeld(request) ? new Promise<never>(hold) : answer(request, body)))
      .then(({ status = 200, type = 'application/json', text }) => {
        response.writeHead(status, {
          'content-type': type,
          'x-amzn-errortype': text.includes('__type') ? 'Denied' : '',
        });
        response.end(text);
      });
  });
  const endpoint = await listen(server);
  onTestFinished(() => closeServer(server));
  return { endpoint, objects, paths, roles, state, held, jobs: simulated.jobs, log: simulated.log };

  async function answer(request: IncomingMessage, body: Buffer): Promise<Told> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(url.pathname);
    if (request.headers['x-amz-target'] !== undefined)
      return { text: JSON.stringify({ Quotas: options.quotas ?? [] }) };
    if (path === '/model-invocation-jobs') return listed(url.searchParams.get('nameContains') ?? '');
    if (path.startsWith('/model-invocation-job')) return aboutJob(path, request.method ?? '', body);
    if (/^\/(?:foundation-model|inference-profile)/.test(path)) return { status: 403, text: '{"__type":"Denied"}' };
    paths.push(`${request.method ?? ''} ${path}`);
    return inS3(request.method ?? '', path.slice(1), url.searchParams, body);
  }

  function isHeld({ method, headers }: IncomingMessage): boolean {
    if (method !== 'PUT' || headers['x-amz-target'] !== undefined) return false;
    writes += 1;
    return writes === options.holds;
  }

  async function aboutJob(path: string, method: string, body: Buffer): Promise<Told> {
    if (path === '/model-invocation-job') {
      const asked = JSON.parse(body.toString()) as Asked;
      roles.add(asked.roleArn);
      const [input, output] = [
        asked.inputDataConfig.s3InputDataConfig.s3Uri,
        asked.outputDataConfig.s3OutputDataConfig.s3Uri,
      ];
      const jobArn = await simulated.batch.create({ name: asked.jobName, modelId: asked.modelId, input, output });
      return { text: JSON.stringify({ jobArn }) };
    }
    const jobArn = path.replace('/model-invocation-job/', '').replace(/\/stop$/, '');
    if (method === 'POST') {
      await simulated.batch.stop(jobArn);
      return { text: '{}' };
    }
    const times = (looked.get(jobArn) ?? 0) + 1;
    looked.set(jobArn, times);
    if (times >= state.looks && simulated.jobs.get(jobArn)?.status === 'Submitted')
      simulated.end(jobArn, state.status, options.says);
    const told = await simulated.batch.state(jobArn);
    return { text: JSON.stringify({ jobArn, ...told, totalRecordCount: 120, processedRecordCount: times * 10 }) };
  }

  function listed(name: string): Told {
    const jobs = [...simulated.jobs].map(([jobArn, job]) => ({ jobArn, jobName: job.name, status: job.status }));
    return { text: JSON.stringify({ invocationJobSummaries: jobs.filter(({ jobName }) => jobName.includes(name)) }) };
  }

  function inS3(method: string, path: string, query: URLSearchParams, body: Buffer): Told {
    const type = 'application/xml';
    const [prefix, uploadId] = [query.get('prefix'), query.get('uploadId')];
    if (query.has('uploads')) {
      const id = `upload-${parts.size + 1}`;
      parts.set(id, []);
      return {
        type,
        text: `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
      };
    }
    if (uploadId !== null && method === 'PUT') {
      parts.get(uploadId)?.push(body);
      return { type, text: '' };
    }
    if (uploadId !== null) {
      objects.set(path, Buffer.concat(parts.get(uploadId) ?? []));
      return { type, text: '<CompleteMultipartUploadResult><ETag>whole</ETag></CompleteMultipartUploadResult>' };
    }
    if (method === 'PUT') {
      if (path.startsWith('elsewhere/'))
        return { status: 301, type, text: '<Error><Code>PermanentRedirect</Code></Error>' };
      objects.set(path, body);
      return { type, text: '' };
    }
    if (prefix !== null) {
      const keys = [...objects.keys()].filter((key) => key.startsWith(`${path.replace(/\/$/, '')}/${prefix}`));
      const contents = keys.map((key) => `<Contents><Key>${key.replace(/^[^/]+\//, '')}</Key></Contents>`);
      return { type, text: `<ListBucketResult>${contents.join('')}</ListBucketResult>` };
    }
    return { type: 'application/octet-stream', text: Buffer.from(objects.get(path) ?? '').toString() };
  }
}

interface Told {
  readonly status?: number;
  readonly type?: string;
  readonly text: string;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
