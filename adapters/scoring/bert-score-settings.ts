import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const part = z
  .number('expected a number below 1')
  .check(z.gte(-1, 'expected a number from -1 to 1'), z.lt(1, 'expected a number below 1'));

const Settings = z.strictObject({
  output: z.optional(z.string('expected the name of an output of the model')),
  maxTokens: z.optional(z.int('expected a whole number').check(z.gte(3, 'expected at least 3'))),
  idf: z.optional(z.boolean('expected true or false')),
  baseline: z.optional(z.strictObject({ precision: part, recall: part, f1: part })),
});

/** How an operator wants BERTScore measured: `bert-score.json` beside the model. */
export type BertScoreSettings = z.infer<typeof Settings>;

/** A directory that holds no model, or one that gives no token embeddings; the message names the file and what was expected. */
export class BertScoreModelError extends Error {
  override readonly name = 'BertScoreModelError';
}

export const settingsFile = 'bert-score.json';

/** Nothing where there is no such file. Throws `BertScoreModelError`. */
export function readBertScoreSettings(directory: string): BertScoreSettings {
  const file = join(directory, settingsFile);
  if (!existsSync(file)) return {};
  const read = Settings.safeParse(jsonIn(file));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new BertScoreModelError(`${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

/** Throws `BertScoreModelError`. */
export function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (cause) {
    throw new BertScoreModelError(`${file}: expected a JSON file`, { cause });
  }
}
