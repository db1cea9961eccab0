import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { resourcesOf } from './template.ts';

describe('where runs of comparisons are kept', () => {
  const [[, bucket]] = resourcesOf('AWS::S3::Bucket').filter(([id]) => id === 'RunsBucket') as [[string, object]];

  it('is encrypted, closed to the public, and emptied by age', () => {
    expect(bucket).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 90 }] },
    });
  });

  it('keeps no old versions: what is deleted is gone', () => {
    expect(bucket).not.toHaveProperty('VersioningConfiguration');
  });
});

describe('what the state machine comparison does not try again', () => {
  const { States } = parse(readFileSync('state-machines/comparison.yml', 'utf8')) as {
    States: Record<string, { Retry?: { ErrorEquals: string[]; MaxAttempts: number }[] }>;
  };
  const hopeless = Object.values(States).flatMap(({ Retry = [] }) =>
    Retry.filter(({ MaxAttempts }) => MaxAttempts === 0).flatMap(({ ErrorEquals }) => ErrorEquals),
  );
  const sources = ['adapters', 'handlers'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
  );

  it('is named as the code names it', () => {
    expect(hopeless.length).toBeGreaterThan(3);
    for (const name of hopeless)
      expect(sources.some((text) => text.includes(`override readonly name = '${name}'`))).toBe(true);
  });
});
