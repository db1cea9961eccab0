import { createHash } from 'node:crypto';
import type {
  CreateModelInvocationJobRequest,
  CreateModelInvocationJobResponse,
  GetModelInvocationJobRequest,
  GetModelInvocationJobResponse,
  ModelInvocationJobStatus,
  StopModelInvocationJobRequest,
} from '@aws-sdk/client-bedrock';
import type { DateTime } from 'luxon';
import type { AwsCall, Handlers } from '../handlers.ts';
import { AwsError } from '../wire/aws-error.ts';
import { bedrockArn, modelArn } from './arns.ts';

/** A job that somebody began here. Nothing is read or written: it only waits, runs and ends by the clock. */
interface BegunJob {
  readonly job: Omit<GetModelInvocationJobResponse, 'status'>;
  readonly at: DateTime;
  readonly place: string;
  stopped: boolean;
}

/** Batch inference that is begun here; a token that was seen before begins nothing. */
export function begunJobs(now: () => DateTime) {
  const jobs = new Map<string, BegunJob>();
  const placeOf = ({ account, region }: AwsCall) => `${account} ${region}`;
  const statusOf = ({ at, stopped }: BegunJob): ModelInvocationJobStatus => {
    if (stopped) return 'Stopped';
    const { hours } = now().diff(at, 'hours');
    return hours >= 3 ? 'Completed' : hours >= 1 ? 'InProgress' : 'Scheduled';
  };
  const found = (arn: string | undefined, call: AwsCall): BegunJob => {
    const job = jobs.get(arn ?? '');
    if (job?.place !== placeOf(call))
      throw new AwsError('ResourceNotFoundException', 'The job identifier could not be found.');
    return job;
  };
  const handlers: Handlers = {
    'bedrock:CreateModelInvocationJob': (
      asked: CreateModelInvocationJobRequest,
      call: AwsCall,
    ): CreateModelInvocationJobResponse => {
      const token = `${placeOf(call)} ${asked.clientRequestToken ?? String(jobs.size)}`;
      const id = createHash('sha256').update(token).digest('hex').slice(0, 12);
      const jobArn = bedrockArn(call, 'model-invocation-job', id);
      const job = { ...asked, jobArn, modelId: modelArn(asked.modelId ?? '', call), submitTime: now().toJSDate() };
      if (!jobs.has(jobArn)) jobs.set(jobArn, { job, at: now(), place: placeOf(call), stopped: false });
      return { jobArn };
    },
    'bedrock:GetModelInvocationJob': (
      { jobIdentifier }: GetModelInvocationJobRequest,
      call: AwsCall,
    ): GetModelInvocationJobResponse => {
      const begun = found(jobIdentifier, call);
      return { ...begun.job, status: statusOf(begun) };
    },
    'bedrock:StopModelInvocationJob': ({ jobIdentifier }: StopModelInvocationJobRequest, call: AwsCall): object => {
      const begun = found(jobIdentifier, call);
      if (!['Scheduled', 'InProgress'].includes(statusOf(begun)))
        throw new AwsError('ConflictException', 'The job is not in a state in which it can be stopped.');
      begun.stopped = true;
      return {};
    },
  };
  return {
    handlers,
    /** Those of one place, as they stand. */
    listed: (call: AwsCall): readonly GetModelInvocationJobResponse[] =>
      [...jobs.values()]
        .filter(({ place }) => place === placeOf(call))
        .map((begun) => ({ ...begun.job, status: statusOf(begun) })),
  };
}
