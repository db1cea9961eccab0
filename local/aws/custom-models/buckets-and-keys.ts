import type { DescribeKeyRequest, GetKeyPolicyRequest, GetKeyPolicyResponse } from '@aws-sdk/client-kms';
import type {
  GetBucketPolicyOutput,
  GetBucketPolicyRequest,
  GetObjectRequest,
  HeadObjectRequest,
  ListObjectsV2Request,
} from '@aws-sdk/client-s3';
import type { AwsCall, Handlers } from '../handlers.ts';
import { AwsError } from '../wire/aws-error.ts';
import { callerOf, isAllowed, mayRead } from './authorize.ts';
import type { CustomModelWorld, SimulatedBucket } from './custom-model-world.ts';

/** Buckets and keys, as far as their policies let whoever asks. */
export function bucketAndKeyHandlers(world: CustomModelWorld): Handlers {
  const bucketNamed = (name = ''): SimulatedBucket => {
    const bucket = world.buckets.get(name);
    if (!bucket) throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404);
    return bucket;
  };
  const refuse = (): never => {
    throw new AwsError('AccessDenied', 'Access Denied', 403);
  };

  return {
    's3:GetBucketPolicy': ({ Bucket = '' }: GetBucketPolicyRequest, call: AwsCall): GetBucketPolicyOutput => {
      const { owner, policy } = bucketNamed(Bucket);
      const resource = { arn: `arn:aws:s3:::${Bucket}`, account: owner, ownPolicyDecides: false };
      if (!isAllowed(callerOf(world, call), 's3:GetBucketPolicy', resource, policy)) refuse();
      if (!policy) throw new AwsError('NoSuchBucketPolicy', 'The bucket policy does not exist', 404);
      return { Policy: JSON.stringify(policy) };
    },
    's3:ListObjectsV2': ({ Bucket = '', Prefix = '' }: ListObjectsV2Request, call: AwsCall) => {
      const { objects } = bucketNamed(Bucket);
      if (!mayRead(world, callerOf(world, call), Bucket, { prefix: Prefix })) refuse();
      const found = [...objects].filter(([key]) => key.startsWith(Prefix));
      return {
        Name: Bucket,
        Prefix,
        IsTruncated: false,
        KeyCount: found.length,
        Contents: found.map(([Key, one]) => ({ Key, Size: typeof one === 'string' ? one.length : one.size })),
      };
    },
    's3:GetObject': ({ Bucket = '', Key = '' }: GetObjectRequest, call: AwsCall) => {
      const object = bucketNamed(Bucket).objects.get(Key);
      if (!mayRead(world, callerOf(world, call), Bucket, Key)) refuse();
      if (object === undefined) throw new AwsError('NoSuchKey', 'The specified key does not exist.', 404);
      return { Body: typeof object === 'string' ? object : '' };
    },
    's3:HeadObject': ({ Bucket = '', Key = '' }: HeadObjectRequest, call: AwsCall) => {
      const object = world.buckets.get(Bucket)?.objects.get(Key);
      if (!mayRead(world, callerOf(world, call), Bucket, Key)) throw new AwsError('Forbidden', 'Forbidden', 403);
      if (object === undefined) throw new AwsError('NotFound', 'Not Found', 404);
      return { ContentLength: typeof object === 'string' ? object.length : object.size };
    },
    'kms:DescribeKey': ({ KeyId = '' }: DescribeKeyRequest) => {
      const key = world.keys.get(KeyId);
      if (!key) throw new AwsError('NotFoundException', `Key '${KeyId}' does not exist`);
      return { KeyMetadata: { KeyId, Arn: key.arn, KeyState: key.state ?? ('Enabled' as const) } };
    },
    'kms:GetKeyPolicy': ({ KeyId = '' }: GetKeyPolicyRequest, call: AwsCall): GetKeyPolicyResponse => {
      const key = world.keys.get(KeyId);
      if (!key) throw new AwsError('NotFoundException', `Key '${KeyId}' does not exist`);
      const resource = { arn: KeyId, account: key.account, ownPolicyDecides: true };
      if (!isAllowed(callerOf(world, call), 'kms:GetKeyPolicy', resource, key.policy))
        throw new AwsError('AccessDeniedException', `not authorized to perform: kms:GetKeyPolicy on ${KeyId}`);
      return { Policy: JSON.stringify(key.policy), PolicyName: 'default' };
    },
  };
}
