import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { int, message, text } from './protobuf.ts';

/** Words of the tiny model, each with its embedding; the four special tokens come first. */
export type TinyVocabulary = Readonly<Record<string, readonly number[]>>;

const specials = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'];

interface TinyOptions {
  readonly words: TinyVocabulary;
  /** Of `[CLS]` and `[SEP]`; zeros match nothing. */
  readonly special?: readonly number[];
  readonly settings?: object;
  readonly output?: string;
  readonly maxTokens?: number;
}

/** A directory with a model that only looks up a word's embedding, so that every value can be worked out by hand. */
export function tinyModel({ words, special, settings, output = 'last_hidden_state', maxTokens = 512 }: TinyOptions) {
  const directory = mkdtempSync(join(tmpdir(), 'sundial-tiny-model-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const rows = Object.values(words);
  const around = special ?? (rows[0] ?? []).map(() => 0);
  const table = [around.map(() => 0), around.map(() => 0), around, around, ...rows];
  writeFileSync(join(directory, 'model.onnx'), lookUpModel(table, output));
  const vocab = Object.fromEntries([...specials, ...Object.keys(words)].map((word, id) => [word, id]));
  writeFileSync(join(directory, 'tokenizer.json'), JSON.stringify(tokenizer(vocab)));
  const config = { tokenizer_class: 'BertTokenizer', model_max_length: maxTokens };
  writeFileSync(join(directory, 'tokenizer_config.json'), JSON.stringify(config));
  if (settings) writeFileSync(join(directory, 'bert-score.json'), JSON.stringify(settings));
  return directory;
}

/**
 * One Gather over a table of embeddings, by the field numbers of onnx.proto.
 * @see https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */
function lookUpModel(table: readonly (readonly number[])[], output: string): Uint8Array {
  const floats = Buffer.from(Float32Array.from(table.flat()).buffer);
  const [float32, int64] = [1, 7];
  const value = (name: string, type: number, shape: readonly Buffer[]) =>
    Buffer.concat([text(1, name), message(2, message(1, int(1, type), ...shape))]);
  const initializer = Buffer.concat([
    int(1, table.length),
    int(1, table[0]?.length ?? 0),
    int(2, float32),
    text(8, 'table'),
    message(9, floats),
  ]);
  const node = Buffer.concat([text(1, 'table'), text(1, 'input_ids'), text(2, output), text(4, 'Gather')]);
  const size = (length: number) => message(1, int(1, length));
  const named = (name: string) => message(1, text(2, name));
  const graph = Buffer.concat([
    message(1, node),
    text(2, 'tiny'),
    message(5, initializer),
    message(11, value('input_ids', int64, [message(2, size(1), named('tokens'))])),
    message(12, value(output, float32, [message(2, size(1), named('tokens'), size(table[0]?.length ?? 0))])),
  ]);
  return Buffer.concat([int(1, 8), message(7, graph), message(8, text(1, ''), int(2, 13))]);
}

function tokenizer(vocab: Readonly<Record<string, number>>) {
  const special = (id: string) => ({ SpecialToken: { id, type_id: 0 } });
  const known = (id: string) => ({ id, ids: [vocab[id]], tokens: [id] });
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: specials.map((content, id) => ({
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [special('[CLS]'), { Sequence: { id: 'A', type_id: 0 } }, special('[SEP]')],
      pair: [],
      special_tokens: { '[CLS]': known('[CLS]'), '[SEP]': known('[SEP]') },
    },
    decoder: null,
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab,
    },
  };
}
