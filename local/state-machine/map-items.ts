import type { ItemBatcher, ItemReader, MapState } from './definition.ts';
import type { Json } from './json.ts';
import { placeIn } from './object-place.ts';
import { StateError } from './state-error.ts';
import type { Visit } from './visit.ts';
import { amountIn, valueIn } from './visit.ts';

/** The input of one iteration or child, and how many items are in it. */
export interface Portion {
  readonly input: Json;
  readonly size: number;
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-fields-dist-map.html: read, select, then batch. */
export async function portionsOf(map: MapState, visit: Visit): Promise<readonly Portion[]> {
  const items = map.ItemReader ? await readItems(map.ItemReader, visit) : await itemsIn(map, visit);
  const selected: Json[] = [];
  for (const [index, item] of items.entries()) selected.push(await selectedFrom(map, item, index, visit));
  return map.ItemBatcher ? batchesOf(selected, map.ItemBatcher, visit) : selected.map((input) => ({ input, size: 1 }));
}

async function itemsIn({ Items }: MapState, visit: Visit): Promise<readonly Json[]> {
  const items = Items === undefined ? visit.input : await valueIn(visit, Items, 'Items');
  if (Array.isArray(items)) return items as readonly Json[];
  throw new StateError('States.QueryEvaluationError', `${visit.name}.Items: expected an array, got ${typeof items}`);
}

/** `$states.context.Map.Item` is the item, and only here: a child execution has a context of its own. */
async function selectedFrom({ ItemSelector }: MapState, item: Json, Index: number, visit: Visit): Promise<Json> {
  if (ItemSelector === undefined) return item;
  const context = { ...visit.context, Map: { Item: { Index, Value: item } } };
  return valueIn({ ...visit, context }, ItemSelector, 'ItemSelector');
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html */
async function readItems({ Arguments, ReaderConfig }: ItemReader, visit: Visit): Promise<readonly Json[]> {
  const { bucket, key } = await placeIn(visit, Arguments, 'ItemReader.Arguments', 'Key');
  try {
    const { objects } = visit.frame.run;
    if (!objects) throw new Error('no objects are given to read items from');
    const items = parsed(await objects.read(bucket, key), ReaderConfig?.InputType ?? 'JSON');
    const most = ReaderConfig?.MaxItems;
    return most === undefined ? items : items.slice(0, await amountIn(visit, most, 'ItemReader.MaxItems', 1));
  } catch (cause) {
    if (cause instanceof StateError) throw cause;
    const problem = `${visit.name}: s3://${bucket}/${key}: ${(cause as Error).message}`;
    throw new StateError('States.ItemReaderFailed', problem, { cause });
  }
}

function parsed(text: string, type: 'JSON' | 'JSONL'): readonly Json[] {
  if (type === 'JSONL')
    return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as Json]));
  const items = JSON.parse(text) as Json;
  if (!Array.isArray(items)) throw new Error('expected a JSON array');
  return items as readonly Json[];
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html */
async function batchesOf(items: readonly Json[], batcher: ItemBatcher, visit: Visit): Promise<readonly Portion[]> {
  const { MaxItemsPerBatch: count, MaxInputBytesPerBatch: bytes, BatchInput } = batcher;
  const most = count === undefined ? Infinity : await amountIn(visit, count, 'ItemBatcher.MaxItemsPerBatch', 1);
  const limit = bytes === undefined ? 256 * 1024 : await amountIn(visit, bytes, 'ItemBatcher.MaxInputBytesPerBatch', 1);
  const more =
    BatchInput === undefined ? {} : { BatchInput: await valueIn(visit, BatchInput, 'ItemBatcher.BatchInput') };
  const inputOf = (Items: readonly Json[]) => ({ ...more, Items });

  const batches: Json[][] = [];
  let room = 0;
  for (const item of items) {
    const size = Buffer.byteLength(JSON.stringify(item)) + 1;
    const last = batches.at(-1);
    if (last && last.length < most && size <= room) {
      last.push(item);
      room -= size;
    } else {
      batches.push([item]);
      room = limit - Buffer.byteLength(JSON.stringify(inputOf([item])));
    }
  }
  return batches.map((batch) => ({ input: inputOf(batch), size: batch.length }));
}
