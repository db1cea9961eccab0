import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { textLines } from '../cases/text-lines.ts';
import { isMissing } from '../missing-object.ts';
import type { ObjectStore } from '../object-store.ts';

/** Cases of a part: an answer may take two minutes, and a function lives for fifteen. */
const casesOfPart = 25;

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json',
  jsonl: 'application/x-ndjson',
  csv: 'text/csv; charset=utf-8',
  png: 'image/png',
};

export type RunObjects = ReturnType<typeof runObjects>;

/** The objects of a run, below a prefix of its own in Sundial's bucket; files of the same names stand in a folder while they are used. */
export function runObjects(objects: ObjectStore, bucket: string, runId: string) {
  const keyOf = (name: string) => `runs/${runId}/${name}`;
  const typeOf = (name: string) => types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  const write = (name: string, body: string | Uint8Array) => objects.write(bucket, keyOf(name), body, typeOf(name));

  return {
    bucket,
    keyOf,
    write,
    /** Brings an object into a folder; `false` where there is none. */
    async take(name: string, folder: string, as = name): Promise<boolean> {
      try {
        await objects.download(bucket, keyOf(name), join(folder, as));
        return true;
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    },
    async keep(name: string, folder: string, from = name): Promise<void> {
      const file = join(folder, from);
      if (existsSync(file)) await objects.upload(bucket, keyOf(name), file, typeOf(name));
    },
    /** Cuts a file of cases into parts, each an object, and lists them in a manifest: the same parts for the same cases. */
    async writeParts(file: string): Promise<{ readonly manifest: string; readonly parts: number }> {
      const parts: string[] = [];
      let lines: string[] = [];
      const close = async () => {
        if (lines.length === 0) return;
        const part = partOf(parts.length * casesOfPart);
        await write(casesPart(part), `${lines.join('\n')}\n`);
        parts.push(part);
        lines = [];
      };
      for await (const line of textLines(createReadStream(file).setEncoding('utf8'))) {
        if (line !== '') lines.push(line);
        if (lines.length === casesOfPart) await close();
      }
      await close();
      await write('manifest.json', JSON.stringify(parts.map((part) => ({ part }))));
      return { manifest: keyOf('manifest.json'), parts: parts.length };
    },
    /** Everything that parts wrote down, in their order, a part at a time. */
    async *answers(): AsyncGenerator<string> {
      const listed = JSON.parse((await objects.read(bucket, keyOf('manifest.json'))) ?? '[]') as { part: string }[];
      for (const { part } of listed) yield (await objects.read(bucket, keyOf(answersPart(part)))) ?? '';
    },
  };
}

/** The part of a case, by its place among all, from 0. */
export function partOf(place: number): string {
  return String(Math.floor(place / casesOfPart) + 1).padStart(5, '0');
}

export function casesPart(part: string): string {
  return `cases/${part}.jsonl`;
}

/** What a batch inference job answered to the cases of a part. */
export function batchPart(part: string): string {
  return `batch/answers/${part}.jsonl`;
}

export function answersPart(part: string): string {
  return `answers/${part}.jsonl`;
}
