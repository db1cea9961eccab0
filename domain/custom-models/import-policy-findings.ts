import type { ApplicablePolicies, PolicySide } from '../iam/evaluate.ts';
import { evaluate } from '../iam/evaluate.ts';
import type { PolicyDocument } from '../iam/policy-document.ts';
import type { ImportCall } from './import-calls.ts';
import { importCalls } from './import-calls.ts';
import type { ImportPolicyKind, ResourcePolicyKind } from './import-policies.ts';
import type { ImportProbe } from './import-probes.ts';
import { allowsEverything, importProbes } from './import-probes.ts';
import type { ImportTerms } from './import-terms.ts';

/** The policies that are there; `unread` where one could not be read, which says nothing about it. */
export interface AttachedPolicies {
  readonly bucket: PolicyDocument | null | 'unread';
  readonly trust: PolicyDocument | null | 'unread';
  /** All that the role may do, inline or attached; empty where there is no role. */
  readonly role: readonly PolicyDocument[] | 'unread';
  readonly developmentKey: PolicyDocument | null | 'unread';
  readonly hostingKey: PolicyDocument | null | 'unread';
}

/** What is wrong with one policy. */
export type ImportPolicyFinding =
  /** It does not allow calls that the import makes. */
  | { readonly kind: 'missing'; readonly policy: ImportPolicyKind; readonly actions: readonly string[] }
  /** It forbids them, by the statement named so. */
  | {
      readonly kind: 'denied';
      readonly policy: ImportPolicyKind;
      readonly actions: readonly string[];
      readonly sid: string | null;
    }
  /** It allows more than the import needs. */
  | { readonly kind: 'tooWide'; readonly policy: ImportPolicyKind; readonly would: string }
  /** Whether it allows a call cannot be told: it has condition operators that are not understood. */
  | { readonly kind: 'unclear'; readonly policy: ImportPolicyKind; readonly operators: readonly string[] };

/** What is missing or too wide in the policies of an import, policy by policy; policies that were not read are passed over. */
export function importPolicyFindings(terms: ImportTerms, attached: AttachedPolicies): readonly ImportPolicyFinding[] {
  const found = importCalls(terms).flatMap((call) => callFindings(call, attached));
  const wide = importProbes(terms)
    .filter((probe) => letsThrough(probe, attached))
    .map(({ policy, would }): ImportPolicyFinding => ({ kind: 'tooWide', policy, would }));
  return [...merged(found), ...unique(wide)];
}

function callFindings(call: ImportCall, attached: AttachedPolicies): readonly ImportPolicyFinding[] {
  const [identity, resource] = [identityOf(call, attached), resourceOf(call.resource, attached)];
  // A side that was not read is taken as it should be, so that the other can be judged.
  const policies = {
    identity: identity === 'unread' ? [allowsEverything] : identity,
    resource: resource === 'unread' ? allowsEverything : resource,
  };
  const decision = evaluate(call.request, policies);
  if (decision.kind === 'allowed') return [];
  const actions = [call.request.action];
  if (decision.kind === 'explicitDeny')
    return [{ kind: 'denied', policy: policyOf(call, decision.side), actions, sid: decision.sid }];
  return decision.lacking.map((side) => {
    const policy = policyOf(call, side);
    const { unread } = evaluate(call.request, onlySide(side, policies));
    return unread.length > 0 ? { kind: 'unclear', policy, operators: unread } : { kind: 'missing', policy, actions };
  });
}

function onlySide(side: PolicySide, { identity, resource }: ApplicablePolicies): ApplicablePolicies {
  return side === 'identity' ? { identity, resource: null } : { identity: [], resource };
}

function policyOf({ identity, resource }: ImportCall, side: PolicySide): ImportPolicyKind {
  return side === 'identity' ? (identity ?? resource) : resource;
}

/** Whether a policy lets a call through that it must not: asked by itself, with everything allowed on the other side. */
function letsThrough({ policy, call }: ImportProbe, attached: AttachedPolicies): boolean {
  const identity = identityOf(call, attached);
  if (policy === 'rolePermissions' || policy === 'roleKeyPermissions')
    return identity !== 'unread' && allows(call, { identity, resource: allowsByIdentity(call) });

  const resource = resourceOf(policy, attached);
  // Within its own account a policy may leave the decision to the account's administrators, as KMS's own default does.
  const { principal, resource: asked } = call.request;
  const within = principal.kind === 'role' && principal.account === asked.account;
  return resource !== 'unread' && allows(call, { identity: within ? [] : [allowsEverything], resource });
}

function allows({ request }: ImportCall, policies: ApplicablePolicies): boolean {
  return evaluate(request, policies).kind === 'allowed';
}

/** A resource's policy that leaves the decision to the account of whoever asks. */
function allowsByIdentity({ request: { principal } }: ImportCall): PolicyDocument {
  const account = principal.kind === 'role' ? principal.account : '';
  return {
    ...allowsEverything,
    Statement: allowsEverything.Statement.map((one) => ({ ...one, Principal: { AWS: [account] } })),
  };
}

function identityOf({ identity }: ImportCall, { role }: AttachedPolicies): readonly PolicyDocument[] | 'unread' {
  return identity === null ? [] : role;
}

function resourceOf(policy: ResourcePolicyKind, attached: AttachedPolicies): PolicyDocument | null | 'unread' {
  switch (policy) {
    case 'bucketPolicy':
      return attached.bucket;
    case 'developmentKeyPolicy':
      return attached.developmentKey;
    case 'hostingKeyPolicy':
      return attached.hostingKey;
    case 'roleTrust':
      return attached.trust;
  }
}

/** One finding for each policy and reason, with all its actions. */
function merged(findings: readonly ImportPolicyFinding[]): readonly ImportPolicyFinding[] {
  const groups = new Map<string, ImportPolicyFinding>();
  for (const finding of findings) {
    const key = JSON.stringify({ ...finding, actions: null });
    const known = groups.get(key);
    if (known && 'actions' in known && 'actions' in finding)
      groups.set(key, { ...finding, actions: [...new Set([...known.actions, ...finding.actions])] });
    else groups.set(key, finding);
  }
  return [...groups.values()];
}

function unique(findings: readonly ImportPolicyFinding[]): readonly ImportPolicyFinding[] {
  return [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()];
}
