import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { isMissing } from './missing-object.ts';
import { uploadFile } from './upload-file.ts';

/** S3, as far as comparisons read datasets from it and keep runs in it. */
export interface ObjectStore {
  /** `null` where there is no such object. */
  readonly read: (bucket: string, key: string) => Promise<string | null>;
  readonly write: (bucket: string, key: string, body: string | Uint8Array, contentType: string) => Promise<void>;
  /** A file, one part of it in memory. */
  readonly upload: (bucket: string, key: string, file: string, contentType: string) => Promise<void>;
  readonly download: (bucket: string, key: string, file: string) => Promise<void>;
  /** The keys that begin so, in order, at most `most`. */
  readonly keys: (bucket: string, prefix: string, most: number) => Promise<readonly string[]>;
}

export function objectStore(client: Pick<S3Client, 'send'> = new S3Client({})): ObjectStore {
  return {
    async read(bucket, key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        return (await Body?.transformToString()) ?? '';
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async write(bucket, key, body, contentType) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: contentType }));
    },
    upload: (bucket, key, file, contentType) => uploadFile(client, file, { bucket, key, contentType }),
    async download(bucket, key, file) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      await pipeline(Body as Readable, createWriteStream(file));
    },
    async keys(bucket, prefix, most) {
      const found: string[] = [];
      let next: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({
            Bucket: bucket,
            Prefix: prefix,
            ...(next !== undefined && { ContinuationToken: next }),
          }),
        );
        found.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
        next = page.NextContinuationToken;
      } while (next !== undefined && found.length < most);
      return found.slice(0, most);
    },
  };
}
