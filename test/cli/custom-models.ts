import { onTestFinished } from 'vitest';
import type { ImportPolicyKind } from '../../domain/custom-models/import-policies.ts';
import { customModelOrganization } from '../../local/aws/custom-models/custom-model-organization.ts';
import { startFakeAws } from '../../local/aws/server.ts';
import { aCustomModelWorld } from '../builders/custom-model-world.ts';
import { developmentAccount, hostingAccount, importTerms } from '../builders/import-terms.ts';

const { bucket, prefix, region, bucketKey, modelKey } = importTerms();

/** The options that say who imports what from whom. */
export const importOptions = [
  ['--development-account', developmentAccount],
  ['--hosting-account', hostingAccount],
  ['--bucket', bucket],
  ['--prefix', prefix],
  ['--region', region],
  ['--bucket-key', bucketKey ?? ''],
  ['--model-key', modelKey ?? ''],
].flat();

/** The environment of an administrator of the hosting account, in a simulated AWS in which policies count. */
export async function asHostingAdministrator(leftOut: readonly ImportPolicyKind[] = []) {
  const made = aCustomModelWorld(leftOut, importTerms(), 3);
  const aws = await startFakeAws({
    organization: customModelOrganization(
      made.world,
      [hostingAccount, developmentAccount],
      ['us-east-1', 'us-west-2'],
      made.promotion,
    ),
  });
  onTestFinished(aws.close);
  const { accessKeyId, secretAccessKey } = aws.credentials;
  return {
    ...made,
    env: {
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_ACCOUNT_ID: hostingAccount,
      AWS_REGION: 'us-east-1',
      AWS_ENDPOINT_URL: aws.endpoint,
    },
  };
}
