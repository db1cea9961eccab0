import type { ResultWriter } from './definition.ts';
import type { Json, JsonFields } from './json.ts';
import { placeIn } from './object-place.ts';
import { StateError } from './state-error.ts';
import type { Visit } from './visit.ts';

/**
 * Writes results beside a manifest that lists them, and answers with the manifest's place.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html#input-output-resultwriter-exporting-to-S3
 */
export async function writtenResults(
  writer: ResultWriter,
  label: string,
  parts: Readonly<Record<'SUCCEEDED' | 'FAILED', readonly Json[]>>,
  visit: Visit,
): Promise<JsonFields> {
  const { bucket, key: prefix } = await placeIn(visit, writer.Arguments ?? {}, 'ResultWriter.Arguments', 'Prefix');
  const { run } = visit.frame;
  const id = run.newId();
  const folder = prefix === '' ? id : `${prefix}/${id}`;
  const type = writer.WriterConfig?.OutputType ?? 'JSON';

  const written = async (status: 'SUCCEEDED' | 'FAILED') => {
    if (parts[status].length === 0) return [];
    const [Key, text] = [`${folder}/${status}_0.${type.toLowerCase()}`, textOf(parts[status], type)];
    await write(visit, bucket, Key, text);
    return [{ Key, Size: Buffer.byteLength(text) }];
  };
  const ResultFiles = { SUCCEEDED: await written('SUCCEEDED'), FAILED: await written('FAILED'), PENDING: [] };

  const MapRunArn = `${run.machine.Id.replace(':stateMachine:', ':mapRun:')}/${label}:${id}`;
  const Key = `${folder}/manifest.json`;
  await write(visit, bucket, Key, JSON.stringify({ DestinationBucket: bucket, MapRunArn, ResultFiles }));
  return { MapRunArn, ResultWriterDetails: { Bucket: bucket, Key } };
}

function textOf(results: readonly Json[], type: 'JSON' | 'JSONL'): string {
  return type === 'JSON' ? JSON.stringify(results) : results.map((one) => `${JSON.stringify(one)}\n`).join('');
}

async function write(visit: Visit, bucket: string, key: string, text: string): Promise<void> {
  try {
    const { objects } = visit.frame.run;
    if (!objects) throw new Error('there are no objects here to write results to');
    await objects.write(bucket, key, text);
  } catch (cause) {
    const problem = `${visit.name}: s3://${bucket}/${key}: ${(cause as Error).message}`;
    throw new StateError('States.ResultWriterFailed', problem, { cause });
  }
}
