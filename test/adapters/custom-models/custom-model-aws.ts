import { onTestFinished } from 'vitest';
import { accessTo } from '../../../adapters/custom-models/accounts.ts';
import { awsAccess } from '../../../adapters/aws-access.ts';
import type { ImportPolicyKind } from '../../../domain/custom-models/import-policies.ts';
import type { ImportTerms } from '../../../domain/custom-models/import-terms.ts';
import { customModelOrganization } from '../../../local/aws/custom-models/custom-model-organization.ts';
import { startFakeAws } from '../../../local/aws/server.ts';
import { aCustomModelWorld } from '../../builders/custom-model-world.ts';
import { developmentAccount, hostingAccount } from '../../builders/import-terms.ts';

/** A simulated AWS in which policies count, asked as an administrator of the hosting account. */
export async function customModelAws(leftOut: readonly ImportPolicyKind[] = [], terms?: ImportTerms) {
  const made = aCustomModelWorld(leftOut, terms);
  const organization = customModelOrganization(
    made.world,
    [hostingAccount, developmentAccount],
    ['us-east-1', 'us-west-2'],
    made.promotion,
  );
  const aws = await startFakeAws({ organization });
  onTestFinished(aws.close);
  const access = { ...awsAccess({ endpoint: aws.endpoint, credentials: aws.credentials }), maxAttempts: 1 };
  const caller = { account: hostingAccount, partition: 'aws', access };
  const role = { role: { name: 'SundialSpoke' }, region: 'us-east-1', now: () => made.now().toMillis() };
  return {
    ...made,
    aws,
    access,
    enter: (account: string) => accessTo(account, caller, role),
  };
}
