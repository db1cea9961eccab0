import type { ImportCall } from './import-calls.ts';
import { keyCall } from './import-calls.ts';
import type { ImportProbe } from './import-probes.ts';
import { asOther, stranger } from './import-strangers.ts';
import type { ImportTerms } from './import-terms.ts';

/** What the policies that are about keys must not allow. */
export function keyProbes(terms: ImportTerms): readonly ImportProbe[] {
  const { bucketKey, modelKey, developmentAccount, hostingAccount } = terms;
  return [
    ...(bucketKey ? probesOf(terms, bucketKey, developmentAccount, 'developmentKeyPolicy', bucketKeyBeyond) : []),
    ...(modelKey ? probesOf(terms, modelKey, hostingAccount, 'hostingKeyPolicy', modelKeyBeyond) : []),
    ...(bucketKey || modelKey ? otherKeyProbes(terms) : []),
  ];
}

const bucketKeyBeyond = [
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:CreateGrant',
  'kms:PutKeyPolicy',
  'kms:ScheduleKeyDeletion',
];
const modelKeyBeyond = ['kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion', 'kms:DisableKey'];

function probesOf(
  terms: ImportTerms,
  key: string,
  account: string,
  policy: 'developmentKeyPolicy' | 'hostingKeyPolicy',
  beyond: readonly string[],
): readonly ImportProbe[] {
  const forAws = { 'kms:GrantIsForAWSResource': 'true' };
  const decrypt = keyCall(terms, 'kms:Decrypt', key, account, policy);
  const probe = (call: ImportCall, would: string): ImportProbe => ({ policy, call, would });
  return [
    ...(policy === 'developmentKeyPolicy'
      ? [probe(asOther(decrypt, terms.hostingAccount), 'lets other roles of the hosting account decrypt with the key')]
      : [grantToAnybody(keyCall(terms, 'kms:CreateGrant', key, account, policy))]),
    probe(asOther(decrypt, stranger), 'lets another account decrypt with the key'),
    ...beyond.flatMap((action) => {
      const call = keyCall(terms, action, key, account, policy, forAws);
      return [
        probe(call, `lets the role do ${action}`),
        { policy: 'roleKeyPermissions' as const, call, would: `lets the role do ${action}` },
      ];
    }),
  ];
}

function grantToAnybody(call: ImportCall): ImportProbe {
  return { policy: 'roleKeyPermissions', call, would: 'lets the role grant the key to anybody' };
}

function otherKeyProbes(terms: ImportTerms): readonly ImportProbe[] {
  const { partition, region } = terms;
  return [terms.developmentAccount, terms.hostingAccount].map((account): ImportProbe => ({
    policy: 'roleKeyPermissions',
    call: keyCall(
      terms,
      'kms:Decrypt',
      `arn:${partition}:kms:${region}:${account}:key/another`,
      account,
      'developmentKeyPolicy',
    ),
    would: 'lets the role decrypt with other keys',
  }));
}
