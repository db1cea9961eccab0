import type { S3Client } from '@aws-sdk/client-s3';
import { GetObjectCommand, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import type { ImportTerms } from '../../domain/custom-models/import-terms.ts';
import type { ModelFiles } from '../../domain/custom-models/weights-problems.ts';
import { callError } from '../call-error.ts';

const config = z.object({
  architectures: z._default(z.array(z.string()), []),
  max_position_embeddings: z.optional(z.number()),
  text_config: z.optional(z.object({ max_position_embeddings: z.optional(z.number()) })),
  transformers_version: z.optional(z.string()),
});

/** The files under the prefix, and what config.json says, or why it cannot be read. Throws `CallError`. */
export async function readModelFiles(s3: S3Client, { bucket, prefix }: ImportTerms): Promise<ModelFiles> {
  const folder = prefix === '' ? '' : `${prefix}/`;
  const files = new Map<string, number>();
  try {
    for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: bucket, Prefix: folder }))
      for (const { Key = '', Size = 0 } of Contents) files.set(Key.slice(folder.length), Size);
  } catch (fault) {
    throw callError('s3:ListBucket', fault);
  }
  return { files, config: files.has('config.json') ? await readConfig(s3, bucket, `${folder}config.json`) : null };
}

async function readConfig(s3: S3Client, Bucket: string, Key: string): Promise<ModelFiles['config']> {
  const text = await s3
    .send(new GetObjectCommand({ Bucket, Key }))
    .then(async ({ Body }) => (await Body?.transformToString()) ?? '')
    .catch((fault: unknown) => {
      throw callError('s3:GetObject', fault);
    });
  const read = config.safeParse(jsonOf(text));
  if (!read.success) return { architectures: [], contextTokens: null, transformers: null };
  const { architectures, max_position_embeddings, text_config, transformers_version } = read.data;
  return {
    architectures,
    contextTokens: max_position_embeddings ?? text_config?.max_position_embeddings ?? null,
    transformers: transformers_version ?? null,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
