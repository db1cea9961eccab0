import { describe, expect, it } from 'vitest';
import { readAttachedPolicies } from '../../../adapters/custom-models/attached-policies.ts';
import { policyClients } from '../../../adapters/custom-models/policy-clients.ts';
import type { ImportPolicyKind } from '../../../domain/custom-models/import-policies.ts';
import { importPolicyKinds } from '../../../domain/custom-models/import-policies.ts';
import { importPolicyFindings } from '../../../domain/custom-models/import-policy-findings.ts';
import { developmentAccount, hostingAccount } from '../../builders/import-terms.ts';
import { customModelAws } from './custom-model-aws.ts';

async function check(leftOut: readonly ImportPolicyKind[] = [], fault?: { readonly call: string }) {
  const { aws, enter, terms, world } = await customModelAws(leftOut);
  if (fault) aws.faults.add({ kind: 'denied', ...fault });
  aws.calls.record();
  const clients = policyClients(enter(developmentAccount), enter(hostingAccount), terms.region);
  const read = await readAttachedPolicies(clients, terms);
  return { read, findings: importPolicyFindings(terms, read.attached), calls: aws.calls.recorded, world };
}

describe('readAttachedPolicies', () => {
  it('finds nothing wrong where both administrators have attached everything, and only reads', async () => {
    const { read, findings, calls } = await check();

    expect(read.failures).toEqual([]);
    expect(findings).toEqual([]);
    expect(new Set(calls.map(({ call }) => call))).toEqual(
      new Set([
        'sts:AssumeRole',
        's3:GetBucketPolicy',
        'iam:GetRole',
        'iam:ListRolePolicies',
        'iam:GetRolePolicy',
        'iam:ListAttachedRolePolicies',
        'iam:GetPolicy',
        'iam:GetPolicyVersion',
        'kms:GetKeyPolicy',
      ]),
    );
  });

  it.each(importPolicyKinds.filter((kind) => kind !== 'hostingKeyPolicy'))(
    '%s: says that it is missing',
    async (kind) => {
      const { findings } = await check([kind]);

      expect(new Set(findings.map((one) => `${one.kind} ${one.policy}`))).toEqual(new Set([`missing ${kind}`]));
    },
  );

  it('a key that leaves everything to its own account needs no more for a role of that account', async () => {
    expect((await check(['hostingKeyPolicy'])).findings).toEqual([]);
  });

  it('a call that fails is no policy that is missing', async () => {
    const { read, findings } = await check(['developmentKeyPolicy'], { call: 'kms:GetKeyPolicy' });

    expect(read.failures.map(({ call }) => call)).toEqual(['kms:GetKeyPolicy', 'kms:GetKeyPolicy']);
    expect(findings).toEqual([]);
  });

  it('an account that lets nobody in is told as such, and the other is judged all the same', async () => {
    const { read, findings } = await check(['rolePermissions'], { call: 'sts:AssumeRole' });

    expect(read.failures.map(({ call }) => call)).toEqual(['sts:AssumeRole', 'sts:AssumeRole']);
    expect(findings).toMatchObject([{ kind: 'missing', policy: 'rolePermissions' }]);
  });
});
