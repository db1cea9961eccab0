import type { KMSClient } from '@aws-sdk/client-kms';
import { GetKeyPolicyCommand } from '@aws-sdk/client-kms';
import type { ReadKeyUse } from '../../domain/custom-models/model-key-check.ts';
import type { ModelKeyUse } from '../../domain/custom-models/model-key-uses.ts';
import type { PolicyDocument } from '../../domain/iam/policy-document.ts';
import { readPolicyDocument } from './policy-document.ts';

/** The policy of a key; faults are the client's own. */
export async function keyPolicy(kms: KMSClient, KeyId: string): Promise<PolicyDocument | null> {
  const { Policy } = await kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }));
  return Policy === undefined ? null : readPolicyDocument(Policy, `the key policy of ${KeyId}`);
}

/** The same for somebody who would use it; that it may not be read, or is gone, is an answer. */
export async function keyPolicyFor(use: ModelKeyUse, kms: KMSClient): Promise<ReadKeyUse> {
  const policy = await keyPolicy(kms, use.key).catch((fault: unknown) => {
    if (fault instanceof Error && fault.name === 'AccessDeniedException') return 'unread' as const;
    if (fault instanceof Error && fault.name === 'NotFoundException') return 'gone' as const;
    throw fault;
  });
  return { use, policy };
}
