import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { partitionOf } from '../domain/partition.ts';
import type { AwsAccess } from './aws-access.ts';
import { CallError } from './call-error.ts';

/** Who is asking, and in which partition. */
export interface CallerIdentity {
  readonly account: string;
  readonly partition: string;
}

/**
 * The account of the credentials, as they themselves say (`AWS_ACCOUNT_ID` and kin), else as STS says. Throws `CallError` where nobody
 * can say who is asking.
 */
export async function callerIdentity(access: AwsAccess, region: string): Promise<CallerIdentity> {
  const sts = new STSClient({ ...access, region });
  try {
    const { accountId } = await sts.config.credentials();
    if (accountId !== undefined) return { account: accountId, partition: partitionOf(region) };
    const { Account = '', Arn = '' } = await sts.send(new GetCallerIdentityCommand({}));
    return { account: Account, partition: Arn.split(':')[1] ?? 'aws' };
  } catch (fault) {
    throw new CallError('sts:GetCallerIdentity', fault);
  }
}

export interface SpokeRole {
  readonly name: string;
  readonly externalId?: string | undefined;
  /** Names the session in the other account's trail. */
  readonly session?: string | undefined;
}

/**
 * Access as a role of another account; assumed once, and again shortly before its hour is over. A failure is
 * remembered for a minute: a sweep asks many times at once, and a role may be mended while somebody waits for it.
 */
export function spokeAccess(
  access: AwsAccess,
  { account, partition }: CallerIdentity,
  { name, externalId, session = 'sundial-sweep' }: SpokeRole,
  region: string,
  now: () => number,
): AwsAccess {
  const sts = new STSClient({ ...access, region });
  const assume = async () => {
    const { Credentials } = await sts
      .send(
        new AssumeRoleCommand({
          RoleArn: `arn:${partition}:iam::${account}:role/${name}`,
          RoleSessionName: session,
          DurationSeconds: 3600,
          ...(externalId !== undefined && { ExternalId: externalId }),
        }),
      )
      .catch((fault: unknown) => {
        throw new CallError('sts:AssumeRole', fault);
      });
    if (!Credentials?.AccessKeyId || !Credentials.SecretAccessKey || !Credentials.Expiration)
      throw new CallError('sts:AssumeRole', new Error('STS answered without credentials'));
    return {
      accessKeyId: Credentials.AccessKeyId,
      secretAccessKey: Credentials.SecretAccessKey,
      ...(Credentials.SessionToken !== undefined && { sessionToken: Credentials.SessionToken }),
      expiration: Credentials.Expiration,
    };
  };

  let assumed: ReturnType<typeof assume> | undefined;
  let until = 0;
  const credentials = async () => {
    if (!assumed || now() > until) {
      until = now() + 3_300_000;
      assumed = assume().catch((fault: unknown) => {
        until = now() + 60_000;
        throw fault;
      });
    }
    return assumed;
  };
  return { ...access, credentials };
}
