import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { AwsAccess } from '../aws-access.ts';
import { CallError } from '../call-error.ts';

/** The ARN of the role, or user, that an access is of; a role's path is not told to its sessions. Throws `CallError`. */
export async function callerRole(access: AwsAccess, region: string): Promise<string> {
  try {
    const { Arn = '' } = await new STSClient({ ...access, region }).send(new GetCallerIdentityCommand({}));
    return Arn.replace(/:sts:(.*):assumed-role\/([^/]+)\/.*$/, ':iam:$1:role/$2');
  } catch (fault) {
    throw new CallError('sts:GetCallerIdentity', fault);
  }
}
