import type { BatchLimits } from './batch-limits.ts';
import type { Case } from './case.ts';

/** What a run would put into one batch inference job. */
export interface BatchInput {
  readonly records: number;
  readonly bytes: number;
  /** What a case asks that no batch answers, with the case's id; `null` where every case will do. */
  readonly unfit: { readonly caseId: string; readonly why: string } | null;
}

/** A model of the run with what one job of it may hold. */
export interface BatchModel {
  readonly modelId: string;
  readonly limits: BatchLimits;
}

/** Why no batch inference job can be made of a run, in a sentence for a person; `null` where one can. */
export function batchRefusal(input: BatchInput, models: readonly BatchModel[]): string | null {
  const { records, bytes, unfit } = input;
  if (unfit) return `Batch inference does not take the case ${unfit.caseId}: it ${unfit.why}.`;
  for (const { modelId, limits } of models) {
    if (!hasBatch(modelId))
      return `Batch inference is not there for provisioned, imported or deployed models such as ${modelId}.`;
    if (records < limits.leastRecords)
      return `Batch inference of ${modelId} takes at least ${limits.leastRecords} cases, and there are ${records}.`;
    if (records > limits.mostRecords)
      return `Batch inference of ${modelId} takes at most ${limits.mostRecords} cases by this account's quota, and there are ${records}. Take fewer, or ask AWS for more.`;
    if (bytes > limits.mostBytes)
      return `Batch inference of ${modelId} takes a file of at most ${megabytes(limits.mostBytes)} MB by this account's quota, and the cases are ${megabytes(bytes)} MB. Take fewer cases.`;
  }
  return null;
}

/**
 * What a case asks that batch inference does not do; `null` where it does all of it.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference.html
 */
export function unfitForBatch({ tools, toolChoice, messages }: Case): string | null {
  const blocks = messages.flatMap(({ content }) => content.flatMap((block) => Object.keys(block)));
  if (tools.length > 0 || (toolChoice !== null && toolChoice !== undefined)) return 'gives the model tools';
  if (blocks.includes('toolUse') || blocks.includes('toolResult')) return 'holds a call of a tool';
  return blocks.includes('guardContent') ? 'asks for a guardrail' : null;
}

function hasBatch(modelId: string): boolean {
  return !/:(?:provisioned-model|imported-model|custom-model-deployment)\//.test(modelId);
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1e6);
}
