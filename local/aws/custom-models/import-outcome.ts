import { asRole, mayRead, mayUseKey } from './authorize.ts';
import { evaluate } from '../../../domain/iam/evaluate.ts';
import type { CustomModelWorld, SimulatedImport } from './custom-model-world.ts';

const modelKeyActions = ['kms:DescribeKey', 'kms:CreateGrant', 'kms:GenerateDataKey', 'kms:Decrypt'];

/** Why an import fails, `null` where it does not: Bedrock assumes the role, lists and reads the weights, and encrypts the model. */
export function importFailure(world: CustomModelWorld, job: SimulatedImport): string | null {
  const role = world.roles.get(job.role);
  const trusted =
    role &&
    evaluate(
      {
        principal: { kind: 'service', name: 'bedrock.amazonaws.com' },
        action: 'sts:AssumeRole',
        resource: { arn: role.arn, account: role.account, ownPolicyDecides: true },
        context: { 'aws:SourceAccount': job.account, 'aws:SourceArn': job.arn },
      },
      { identity: [], resource: role.trust },
    ).kind === 'allowed';
  if (!trusted) return `Amazon Bedrock could not assume the role ${job.role}.`;

  const [, bucket = '', prefix = ''] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(job.uri) ?? [];
  const caller = asRole(role);
  const objects = [...(world.buckets.get(bucket)?.objects.keys() ?? [])].filter((key) => key.startsWith(prefix));
  if (!mayRead(world, caller, bucket, { prefix }) || !objects.every((key) => mayRead(world, caller, bucket, key)))
    return `Amazon Bedrock does not have access to the S3 location ${job.uri}. Check the permissions of the role, the bucket and its key.`;
  if (!objects.some((key) => key.endsWith('.safetensors'))) return `No model weights were found in ${job.uri}.`;

  const { modelKey } = job;
  if (modelKey !== null && !modelKeyActions.every((action) => mayUseKey(world, caller, modelKey, action)))
    return `Amazon Bedrock could not use the KMS key ${modelKey}.`;
  return null;
}
