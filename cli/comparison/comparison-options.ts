import { existsSync } from 'node:fs';
import { meansAddress } from '../../adapters/cases/case-address.ts';
import {
  defaultEmbeddingModel,
  embeddingFamily,
  UnknownEmbeddingModelError,
} from '../../adapters/scoring/embedding-family.ts';
import { defaultComparisonPolicy } from '../../domain/comparison/comparison-policy.ts';
import type { ComparisonPolicy } from '../../domain/comparison/comparison-policy.ts';
import type { WeeklyVolume } from '../../domain/cases/weekly-cost.ts';
import { BadInputError } from '../exit.ts';
import { weeklyVolume } from './weekly-volume.ts';

/** As the command line gives them. */
export interface CompareOptions {
  readonly dataset: string;
  readonly out?: string;
  readonly region?: string;
  readonly concurrency?: string;
  readonly repeat?: string;
  readonly seed?: string;
  readonly margin?: string;
  readonly allowBreaks?: string;
  readonly judge?: string;
  readonly embedding?: string;
  readonly bertscore?: string;
  readonly bertscoreRole?: string;
  readonly forceJudge?: boolean;
  readonly frozen?: string;
  readonly budget?: string;
  readonly weeklyTokens?: string;
  readonly extendedPrice?: string;
  readonly sample?: string;
  readonly skipBad?: boolean;
  readonly resume?: boolean;
  readonly against?: string;
  readonly onlyFailed?: string;
  readonly guard?: string;
  readonly engine?: string;
  readonly batchOutput?: string;
  readonly batchRole?: string;
  readonly batchPoll?: string;
  readonly batchStop?: boolean;
  readonly dryRun?: boolean;
  readonly skipPreflight?: boolean;
  readonly now?: string;
  readonly config?: string;
  readonly json?: boolean;
}

export interface CompareChoice {
  readonly concurrency: number;
  readonly repeats: number;
  /** Cases beside those that failed. */
  readonly guard: number;
  /** Cases that are drawn where the dataset lies in AWS. */
  readonly sample: number;
  readonly seed: number;
  readonly policy: ComparisonPolicy;
  /** The model that similarity is measured by. */
  readonly embedding: string;
  /** US dollars; `null` without a limit. */
  readonly budget: number | null;
  /** What the team uses each week; `null` where nobody said. */
  readonly volume: WeeklyVolume | null;
}

/** Checks what was typed; throws `BadInputError` that names the option. */
export function compareChoice(options: CompareOptions): CompareChoice {
  const { dataset, concurrency = '32', repeat = '1', seed = '1', allowBreaks = '0', budget } = options;
  if (!meansAddress(dataset) && !existsSync(dataset)) throw new BadInputError(`--dataset ${dataset}: no such file`);
  if (options.frozen !== undefined && !existsSync(options.frozen))
    throw new BadInputError(`--frozen ${options.frozen}: no such file`);
  return {
    concurrency: whole('--concurrency', concurrency, 1, 512),
    repeats: whole('--repeat', repeat, 1, 100),
    guard: whole('--guard', options.guard ?? '20', 0, 1_000_000),
    sample: whole('--sample', options.sample ?? '500', 1, 1_000_000),
    seed: whole('--seed', seed, 0, 2 ** 31),
    policy: {
      ...defaultComparisonPolicy,
      margin: options.margin === undefined ? defaultComparisonPolicy.margin : points(options.margin),
      allowedNewBreaks: whole('--allow-breaks', allowBreaks, 0, 1_000_000),
    },
    embedding: embeddingModel(options.embedding ?? defaultEmbeddingModel),
    budget: budget === undefined ? null : dollars(budget),
    volume: weeklyVolume(options),
  };
}

function embeddingModel(modelId: string): string {
  try {
    embeddingFamily(modelId);
    return modelId;
  } catch (error) {
    if (error instanceof UnknownEmbeddingModelError)
      throw new BadInputError(`--embedding ${error.message}`, { cause: error });
    throw error;
  }
}

function whole(option: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most)
    throw new BadInputError(`${option}: expected a whole number from ${least} to ${most}, got ${text}`);
  return number;
}

function points(text: string): number {
  const number = Number(text);
  if (!(number > 0 && number < 1))
    throw new BadInputError(`--margin: expected a part of 1, such as 0.05 for five points, got ${text}`);
  return number;
}

function dollars(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !(number >= 0))
    throw new BadInputError(`--budget: expected US dollars, such as 12.50, got ${text}`);
  return number;
}
