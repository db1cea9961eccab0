import { describe, expect, it } from 'vitest';
import { importBlame } from '../../../domain/custom-models/import-blame.ts';
import type { ImportCheck } from '../../../domain/custom-models/import-check.ts';
import { mayBegin } from '../../../domain/custom-models/import-check.ts';
import type { ImportJob, ImportSeen } from '../../../domain/custom-models/import-step.ts';
import { importStep, isImportedModelName } from '../../../domain/custom-models/import-step.ts';

const request = {
  modelName: 'support-7b',
  roleArn: 'arn:aws:iam::444455556666:role/BedrockModelImport',
  s3Uri: 's3://example-weights/support-7b/',
  modelKey: null,
};
const job = (attempt: number, status: string, more: Partial<ImportJob> = {}): ImportJob => ({
  arn: `job-${attempt}`,
  name: `support-7b-import-${attempt}`,
  status,
  s3Uri: request.s3Uri,
  modelArn: null,
  failure: null,
  ...more,
});
const own = { arn: 'model', job: 'job-1', architecture: 'LlamaForCausalLM' };

describe('importStep', () => {
  it.each`
    jobs                                                          | model                       | followed   | step                                                  | why
    ${[]}                                                         | ${null}                     | ${null}    | ${{ kind: 'start', jobName: 'support-7b-import-1' }}  | ${'nothing is there'}
    ${[job(1, 'InProgress')]}                                     | ${null}                     | ${null}    | ${{ kind: 'follow', job: job(1, 'InProgress') }}      | ${'an earlier try started it'}
    ${[job(1, 'Completed', { modelArn: 'model' })]}               | ${own}                      | ${'job-1'} | ${{ kind: 'try', model: own }}                        | ${'it is there'}
    ${[job(1, 'Failed')]}                                         | ${null}                     | ${'job-1'} | ${{ kind: 'failed', job: job(1, 'Failed') }}          | ${'it failed while it was followed'}
    ${[job(1, 'Failed')]}                                         | ${null}                     | ${null}    | ${{ kind: 'start', jobName: 'support-7b-import-2' }}  | ${'it failed before, and somebody tries again'}
    ${[job(10, 'Failed'), job(9, 'Failed')]}                      | ${null}                     | ${null}    | ${{ kind: 'start', jobName: 'support-7b-import-11' }} | ${'the highest number counts'}
    ${[job(1, 'Completed', { modelArn: 'model' })]}               | ${null}                     | ${null}    | ${{ kind: 'start', jobName: 'support-7b-import-2' }}  | ${'the model was deleted since'}
    ${[]}                                                         | ${{ ...own, job: 'other' }} | ${null}    | ${{ kind: 'taken', by: 'model' }}                     | ${'the name is another model’s'}
    ${[job(1, 'InProgress', { s3Uri: 's3://elsewhere/' })]}       | ${null}                     | ${null}    | ${{ kind: 'taken', by: 'job-1' }}                     | ${'a job of that name imports something else'}
    ${[job(1, 'InProgress', { name: 'support-7b-import-x' })]}    | ${null}                     | ${null}    | ${{ kind: 'start', jobName: 'support-7b-import-1' }}  | ${'that is no name of ours'}
    ${[job(1, 'InProgress', { name: 'my-support-7b-import-1' })]} | ${null}                     | ${null}    | ${{ kind: 'start', jobName: 'support-7b-import-1' }}  | ${'nor is one that only ends like it'}
  `('$step.kind: $why', ({ jobs, model, followed, step }: ImportSeen & { followed: string | null; step: object }) => {
    expect(importStep(request, { jobs, model }, followed)).toEqual(step);
  });
});

describe('isImportedModelName', () => {
  it.each`
    name              | will     | why
    ${'support-7b'}   | ${true}  | ${'letters, digits, a hyphen'}
    ${'support--7b'}  | ${false} | ${'two hyphens'}
    ${'support_7b'}   | ${false} | ${'jobs take no underscore'}
    ${'a'.repeat(51)} | ${false} | ${'no room for the names of jobs'}
    ${''}             | ${false} | ${'nothing'}
  `('$name: $why', ({ name, will }: { name: string; will: boolean }) => {
    expect(isImportedModelName(name)).toBe(will);
  });
});

const check = (change: Partial<ImportCheck> = {}): ImportCheck => ({
  problems: [],
  warnings: [],
  findings: [],
  unread: [],
  access: { kind: 'simulated' },
  architecture: null,
  bytes: 0,
  ...change,
});
const missing = (policy: 'hostingKeyPolicy' | 'bucketPolicy') => ({ kind: 'missing' as const, policy, actions: [] });

describe('mayBegin', () => {
  it.each`
    change                                                                 | may      | why
    ${{}}                                                                  | ${true}  | ${'nothing speaks against it'}
    ${{ problems: ['no weights'] }}                                        | ${false} | ${'of the weights'}
    ${{ findings: [missing('bucketPolicy')] }}                             | ${false} | ${'of a policy'}
    ${{ findings: [{ kind: 'tooWide', policy: 'roleTrust', would: '' }] }} | ${true}  | ${'too wide is wide enough'}
    ${{ access: { kind: 'refused', call: 's3:GetObject', error: '' } }}    | ${false} | ${'the role was refused'}
  `('$may: $why', ({ change, may }: { change: Partial<ImportCheck>; may: boolean }) => {
    expect(mayBegin(check(change))).toBe(may);
  });
});

describe('importBlame', () => {
  const noAccess = 'Amazon Bedrock does not have access to the S3 location s3://x/.';

  it.each`
    message     | change                                                                       | findings                         | suspects            | why
    ${noAccess} | ${{ findings: [missing('bucketPolicy'), missing('hostingKeyPolicy')] }}      | ${[missing('bucketPolicy')]}     | ${[]}               | ${'the model’s own key has nothing to do with the weights'}
    ${'other'}  | ${{ findings: [missing('hostingKeyPolicy')] }}                               | ${[missing('hostingKeyPolicy')]} | ${[]}               | ${'of another failure it may be'}
    ${noAccess} | ${{ unread: ['bucketPolicy', 'hostingKeyPolicy'] }}                          | ${[]}                            | ${['bucketPolicy']} | ${'what could not be read is suspected'}
    ${noAccess} | ${{ findings: [missing('bucketPolicy')], unread: ['developmentKeyPolicy'] }} | ${[missing('bucketPolicy')]}     | ${[]}               | ${'unless something is known'}
  `(
    '$why',
    ({
      message,
      change,
      findings,
      suspects,
    }: {
      message: string;
      change: Partial<ImportCheck>;
      findings: object[];
      suspects: string[];
    }) => {
      expect(importBlame(message, check(change))).toEqual({ findings, suspects });
    },
  );
});
