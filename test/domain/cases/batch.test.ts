import { describe, expect, it } from 'vitest';
import { batchPrices } from '../../../domain/batch-prices.ts';
import { batchEnd, batchJobName, batchJobNamed } from '../../../domain/cases/batch-job.ts';
import { batchLimits, usualBatchLimits } from '../../../domain/cases/batch-limits.ts';
import type { BatchInput } from '../../../domain/cases/batch-refusal.ts';
import { batchRefusal, unfitForBatch } from '../../../domain/cases/batch-refusal.ts';
import { aCase } from '../../builders/case.ts';
import { sonnet45 } from '../../builders/situation.ts';

const sonnet = { name: 'Claude Sonnet 4', provider: 'Anthropic' };

describe('the limits of batch inference', () => {
  it.each`
    name                                                                             | value   | limit             | is        | why
    ${'Minimum number of records per batch inference job for Claude Sonnet 4'}       | ${200}  | ${'leastRecords'} | ${200}    | ${'the least a job takes'}
    ${'Records per batch inference job for Claude Sonnet 4'}                         | ${1000} | ${'mostRecords'}  | ${1000}   | ${'the most a job takes'}
    ${'Records per input file per batch inference job for Claude Sonnet 4'}          | ${1000} | ${'mostRecords'}  | ${1000}   | ${'all records lie in one file'}
    ${'Records per batch inference job for Anthropic Claude Sonnet 4'}               | ${1000} | ${'mostRecords'}  | ${1000}   | ${'the provider may be named'}
    ${'Records per batch inference job for Claude Sonnet 4.5'}                       | ${1000} | ${'mostRecords'}  | ${50_000} | ${'another model begins the same'}
    ${'Batch inference input file size (in GB) for Claude Sonnet 4'}                 | ${2}    | ${'mostBytes'}    | ${2e9}    | ${'the unit stands before the model'}
    ${'Batch inference job size for Claude Sonnet 4 (in GB)'}                        | ${0.5}  | ${'mostBytes'}    | ${5e8}    | ${'or behind it'}
    ${'On-demand model inference requests per minute for Anthropic Claude Sonnet 4'} | ${1}    | ${'mostRecords'}  | ${50_000} | ${'it is about something else'}
  `(
    'are $is $limit by "$name": $why',
    ({ name, value, limit, is }: { name: string; value: number; limit: keyof typeof usualBatchLimits; is: number }) => {
      expect(batchLimits(sonnet, [{ name, value }])[limit]).toBe(is);
    },
  );

  it('are as they usually are for a model that the catalogue does not know', () => {
    const quotas = [{ name: 'Records per batch inference job for Claude Sonnet 4', value: 1 }];

    expect(batchLimits(undefined, quotas)).toEqual(usualBatchLimits);
  });

  it('are the strictest where several say something', () => {
    const quotas = [
      { name: 'Records per batch inference job for Claude Sonnet 4', value: 900 },
      { name: 'Records per input file per batch inference job for Claude Sonnet 4', value: 800 },
    ];

    expect(batchLimits(sonnet, quotas).mostRecords).toBe(800);
  });
});

describe('a run in batch', () => {
  const input = (overrides: Partial<BatchInput> = {}) => ({ records: 100, bytes: 1000, unfit: null, ...overrides });
  const model = (modelId = sonnet45) => [{ modelId, limits: usualBatchLimits }];

  it.each`
    given                                                         | modelId                                                         | words                             | why
    ${{ records: 99 }}                                            | ${sonnet45}                                                     | ${/at least 100 cases.*are 99/}   | ${'a job has a least number of records'}
    ${{ records: 50_001 }}                                        | ${sonnet45}                                                     | ${/at most 50000 cases/}          | ${'and a most'}
    ${{ bytes: 1e9 + 1 }}                                         | ${sonnet45}                                                     | ${/at most 1000 MB.*are 1001 MB/} | ${'a file has a size'}
    ${{ unfit: { caseId: 'c-7', why: 'gives the model tools' } }} | ${sonnet45}                                                     | ${/case c-7: it gives.*tools/}    | ${'there are no tools in a batch'}
    ${{}}                                                         | ${'arn:aws:bedrock:us-east-1:1:provisioned-model/abcdefghijkl'} | ${/not there for provisioned/}    | ${'provisioned throughput has no batch'}
    ${{}}                                                         | ${'arn:aws:bedrock:us-east-1:1:imported-model/abcdefghijkl'}    | ${/imported/}                     | ${'nor have imported models'}
  `('is refused where $why', ({ given, modelId, words }: { given: object; modelId: string; words: RegExp }) => {
    expect(batchRefusal(input(given), model(modelId))).toMatch(words);
  });

  it('is taken at the least number of records, and by a profile', () => {
    expect(batchRefusal(input(), [...model(), ...model(`us.${sonnet45}`)])).toBeNull();
  });
});

describe('a case', () => {
  const tool = { name: 'refund', description: null, inputSchema: {} };
  const said = (block: object) => ({ messages: [{ role: 'user', content: [block] }] });

  it.each`
    parts                                               | why
    ${{ tools: [tool] }}                                | ${'gives the model tools'}
    ${{ toolChoice: { any: {} } }}                      | ${'gives the model tools'}
    ${said({ toolResult: { toolUseId: 't' } })}         | ${'holds a call of a tool'}
    ${said({ guardContent: { text: { text: 'hm' } } })} | ${'asks for a guardrail'}
    ${said({ text: 'a toolUse' })}                      | ${null}
  `('in a batch: $why', ({ parts, why }: { parts: object; why: string | null }) => {
    expect(unfitForBatch({ ...aCase('c-1'), ...parts })).toBe(why);
  });
});

describe('a job', () => {
  it.each`
    status                  | end           | why
    ${'Submitted'}          | ${null}       | ${'it waits'}
    ${'Scheduled'}          | ${null}       | ${'it waits'}
    ${'InProgress'}         | ${null}       | ${'it runs'}
    ${'Stopping'}           | ${null}       | ${'it is about to end'}
    ${'Completed'}          | ${'answered'} | ${'every record had its turn'}
    ${'PartiallyCompleted'} | ${'answered'} | ${'there are answers'}
    ${'Failed'}             | ${'failed'}   | ${'there are none'}
    ${'Expired'}            | ${'failed'}   | ${'it never began'}
    ${'Stopped'}            | ${'failed'}   | ${'somebody stopped it'}
  `('that is $status: $why', ({ status, end }: { status: string; end: string | null }) => {
    expect(batchEnd('current', { status, message: 'no room' })?.kind ?? null).toBe(end);
  });

  it('that failed says why in Bedrock’s words', () => {
    expect(batchEnd('candidate', { status: 'Failed', message: 'no access to the bucket' })).toEqual({
      kind: 'failed',
      reason: 'The batch inference job of the candidate failed. Amazon Bedrock says: no access to the bucket',
    });
  });

  it('is known by its name', () => {
    expect(batchJobNamed(batchJobName('run-0a1b', 'candidate'))).toEqual({ runId: 'run-0a1b', side: 'candidate' });
    expect(batchJobNamed('nightly-summaries')).toBeNull();
    expect(batchJobNamed('sundial-nightly-current')).toBeNull();
  });

  it('of the command line is known by its name too', () => {
    const runId = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const name = batchJobName(runId, 'candidate');

    expect(batchJobNamed(name)).toEqual({ runId, side: 'candidate' });
    // Bedrock takes no longer name.
    expect(name.length).toBeLessThanOrEqual(63);
  });
});

describe('the price of a batch', () => {
  const price = { input: 2, output: null, currency: 'USD', source: 'list', asOf: '2026-11-21' } as const;

  it('is half of what is known', () => {
    expect(batchPrices(() => price)('m', 'us-east-1')).toEqual({ ...price, input: 1 });
    expect(batchPrices(() => null)('m', 'us-east-1')).toBeNull();
  });
});
