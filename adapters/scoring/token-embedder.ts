import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Tokenizer } from '@huggingface/tokenizers';
import type { InferenceSession } from 'onnxruntime-web';
import type { TokenEmbeddings } from '../../domain/scoring/bert-score.ts';
import type { BertScoreSettings } from './bert-score-settings.ts';
import { BertScoreModelError, jsonIn, readBertScoreSettings, settingsFile } from './bert-score-settings.ts';

/** What BERT and its kin take, where neither the tokenizer nor the operator says. */
const usualTokens = 512;
const [models, usualOutput] = [['model.onnx', join('onnx', 'model.onnx')], 'last_hidden_state'];

/** A model that turns a text into an embedding for each of its tokens. */
export interface TokenEmbedder {
  readonly settings: BertScoreSettings;
  /** Of everything that a score depends on: model, tokenizer and settings. */
  readonly sha256: string;
  /** What is longer than the model takes is cut off. */
  readonly idsOf: (text: string) => readonly number[];
  readonly embed: (text: string) => Promise<TokenEmbeddings>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a directory as Hugging Face exports a model to ONNX: `model.onnx` (or `onnx/model.onnx`), `tokenizer.json` and
 * `tokenizer_config.json`. It runs in this process, and nothing leaves it. Throws `BertScoreModelError`.
 */
export async function openTokenEmbedder(directory: string): Promise<TokenEmbedder> {
  const settings = readBertScoreSettings(directory);
  const model = models.map((name) => join(directory, name)).find((file) => existsSync(file));
  if (model === undefined) throw new BertScoreModelError(`${directory}: expected a file ${models.join(' or ')}`);
  const files = { tokenizer: join(directory, 'tokenizer.json'), config: join(directory, 'tokenizer_config.json') };
  const config = jsonIn(files.config) as { readonly model_max_length?: unknown };
  const tokenizer = new Tokenizer(jsonIn(files.tokenizer) as object, config);
  const encoded = (text: string): readonly number[] => tokenizer.encode(text).ids;
  const special: ReadonlySet<number> = new Set(encoded(''));

  const { InferenceSession: Session, Tensor } = await import('onnxruntime-web');
  const session = await Session.create(readFileSync(model)).catch((cause: unknown) => {
    throw new BertScoreModelError(`${model}: is no ONNX model that can be run here (${String(cause)})`, { cause });
  });
  const output = outputOf(session, settings, model);
  const most = settings.maxTokens ?? tokensIn(config);
  const idsOf = (text: string) => {
    const ids = encoded(text);
    // What ends every text ends a text that was cut as well.
    const end = ids.slice(-1).filter((id) => special.has(id));
    return ids.length <= most ? ids : [...ids.slice(0, most - end.length), ...end];
  };

  return {
    settings,
    sha256: await hashOf([model, files.tokenizer, files.config, join(directory, settingsFile)]),
    idsOf,
    async embed(text) {
      const ids = idsOf(text);
      const filled = (value: (id: number) => bigint) =>
        new Tensor('int64', BigInt64Array.from(ids.map(value)), [1, ids.length]);
      const inputs = {
        input_ids: filled(BigInt),
        attention_mask: filled(() => 1n),
        token_type_ids: filled(() => 0n),
      };
      const named = Object.entries(inputs).filter(([name]) => session.inputNames.includes(name));
      const results = await session.run(Object.fromEntries(named), [output]);
      const { data, dims } = results[output] ?? { data: null, dims: [] };
      if (!(data instanceof Float32Array) || dims.length !== 3 || dims[1] !== ids.length)
        throw new BertScoreModelError(
          `${model}: expected the output ${output} to be 32-bit floats of shape [1, tokens, dimensions], got [${dims.join(', ')}]`,
        );
      return { ids, vectors: data, special };
    },
    close: () => session.release(),
  };
}

function outputOf({ outputNames }: InferenceSession, { output }: BertScoreSettings, model: string): string {
  const wanted = output ?? usualOutput;
  if (outputNames.includes(wanted)) return wanted;
  throw new BertScoreModelError(
    `${model}: has no output ${wanted}; ${settingsFile} may name one of ${outputNames.join(', ')}`,
  );
}

/** Some tokenizers say a number beyond all reason where they know no limit. */
function tokensIn({ model_max_length: most }: { readonly model_max_length?: unknown }): number {
  return typeof most === 'number' && most <= 1_000_000 ? most : usualTokens;
}

async function hashOf(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) if (existsSync(file)) await pipeline(createReadStream(file), hash, { end: false });
  return hash.digest('hex');
}
