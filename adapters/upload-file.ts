import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import type { CompletedPart, S3Client } from '@aws-sdk/client-s3';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';

interface Place {
  readonly bucket: string;
  readonly key: string;
  readonly contentType: string;
}

/** Held in memory at once, so that a part can be sent again. S3 takes 10,000 parts of at least 5 MB, but for the last. */
const bytesOfPart = 16 * 1024 ** 2;

/**
 * Puts a file into S3, in one piece or in parts, one part in memory. The object is there whole or not at all; of an upload that fails
 * S3 keeps nothing, and of one whose process is killed only what the bucket's lifecycle clears away.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html
 */
export async function uploadFile(
  client: Pick<S3Client, 'send'>,
  path: string,
  { bucket, key, contentType }: Place,
  partSize = bytesOfPart,
): Promise<void> {
  const object = { Bucket: bucket, Key: key };
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size <= partSize) {
      await client.send(new PutObjectCommand({ ...object, Body: await file.readFile(), ContentType: contentType }));
      return;
    }
    const { UploadId } = await client.send(new CreateMultipartUploadCommand({ ...object, ContentType: contentType }));
    const upload = { ...object, UploadId };
    try {
      const Parts: CompletedPart[] = [];
      for (let from = 0; from < size; from += partSize) {
        const PartNumber = Parts.length + 1;
        const Body = await bytesFrom(file, from, Math.min(partSize, size - from));
        const { ETag } = await client.send(new UploadPartCommand({ ...upload, PartNumber, Body }));
        Parts.push({ PartNumber, ETag });
      }
      await client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
    } catch (fault) {
      // Where even that fails, what went wrong first is what a person must hear.
      await client.send(new AbortMultipartUploadCommand(upload)).catch(() => undefined);
      throw fault;
    }
  } finally {
    await file.close();
  }
}

async function bytesFrom(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let got = 0;
  while (got < length) {
    const { bytesRead } = await file.read(buffer, got, length - got, position + got);
    if (bytesRead === 0) throw new Error(`${length - got} bytes of the file went while it was uploaded`);
    got += bytesRead;
  }
  return buffer;
}
