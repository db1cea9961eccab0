import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
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
  const write = (name: string, body: string | Uint8Array) =>
    objects.write(bucket, keyOf(name), body, types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream');

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
      if (existsSync(file)) await write(name, await readFile(file));
    },
    /** Cuts the cases into parts, each an object, and lists them in a manifest: the same parts for the same cases. */
    async writeParts(cases: string): Promise<{ readonly manifest: string; readonly parts: number }> {
      const lines = cases.split('\n').filter((line) => line !== '');
      const parts = Array.from({ length: Math.ceil(lines.length / casesOfPart) }, (_, index) => ({
        part: partOf(index * casesOfPart),
        lines: lines.slice(index * casesOfPart, (index + 1) * casesOfPart),
      }));
      for (const part of parts) await write(casesPart(part.part), `${part.lines.join('\n')}\n`);
      await write('manifest.json', JSON.stringify(parts.map(({ part }) => ({ part }))));
      return { manifest: keyOf('manifest.json'), parts: parts.length };
    },
    /** Everything that parts wrote down, in their order. */
    async answers(): Promise<string> {
      const listed = JSON.parse((await objects.read(bucket, keyOf('manifest.json'))) ?? '[]') as { part: string }[];
      const texts: string[] = [];
      for (const { part } of listed) texts.push((await objects.read(bucket, keyOf(answersPart(part)))) ?? '');
      return texts.join('');
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
