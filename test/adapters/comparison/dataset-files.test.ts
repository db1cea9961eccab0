import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { datasetFiles } from '../../../adapters/comparison/dataset-files.ts';
import type { ObjectStore } from '../../../adapters/object-store.ts';
import { engineDeps } from '../../fakes/engine-deps.ts';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dataset-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

function someObjects(...keys: readonly string[]): ObjectStore {
  const { deps, objects } = engineDeps(() => '');
  for (const key of keys) objects.set(key, key);
  return deps.objects;
}

function named(name: string): Error {
  return Object.assign(new Error('said so'), { name });
}

describe('a dataset in S3', () => {
  it('is the one object that is named', async () => {
    const files = await datasetFiles('s3://cases/a/b.jsonl', aFolder(), someObjects('cases/a/b.jsonl', 'cases/a/c'));

    expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(['cases/a/b.jsonl']);
  });

  it('is every batch of the invocation log below a prefix, without the bodies that lie beside it', async () => {
    const objects = someObjects('logs/p/1.json.gz', 'logs/p/2.json.gz', 'logs/p/data/3.json.gz', 'logs/p/x.txt');

    const files = await datasetFiles('s3://logs/p/', aFolder(), objects);

    expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(['logs/p/1.json.gz', 'logs/p/2.json.gz']);
  });

  it.each`
    address                 | fault                    | says
    ${'cases.jsonl'}        | ${null}                  | ${'cases.jsonl: expected s3://bucket/key'}
    ${'s3://cases/none'}    | ${null}                  | ${'s3://cases/none: there is no such object'}
    ${'s3://cases/p/'}      | ${null}                  | ${'nothing of the model invocation log lies there'}
    ${'s3://cases/a.jsonl'} | ${named('NoSuchBucket')} | ${'there is no such bucket'}
    ${'s3://cases/a.jsonl'} | ${named('AccessDenied')} | ${'Sundial may not read it: name its bucket in the parameter datasetBucket'}
    ${'s3://cases/a.jsonl'} | ${named('SlowDown')}     | ${'cannot be read: said so'}
  `(
    'says of $address what a person can act on: $says',
    async ({ address, fault, says }: { address: string; fault: Error | null; says: string }) => {
      const objects = someObjects();
      const failing = fault ? { ...objects, download: () => Promise.reject(fault) } : objects;

      await expect(datasetFiles(address, aFolder(), failing)).rejects.toThrow(says);
    },
  );
});
