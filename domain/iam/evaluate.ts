import { conditionsHold } from './conditions-hold.ts';
import type { PolicyDocument, Statement } from './policy-document.ts';
import type { Principal } from './principal.ts';
import { namedBy } from './principal.ts';
import type { RequestContext } from './request-context.ts';
import { withVariables } from './request-context.ts';
import { fitsWildcard } from './wildcard.ts';

export interface IamRequest {
  readonly principal: Principal;
  readonly action: string;
  readonly resource: {
    readonly arn: string;
    readonly account: string;
    /** Of a role or a KMS key: nobody may without its own policy, not even in its account. */
    readonly ownPolicyDecides: boolean;
  };
  /** Beside what follows from principal and resource: `aws:PrincipalArn`, `aws:PrincipalAccount`, `aws:ResourceAccount`. */
  readonly context: RequestContext;
}

export interface ApplicablePolicies {
  /** Of the principal. */
  readonly identity: readonly PolicyDocument[];
  /** Of the resource: a bucket policy, a key policy, a role's trust policy. */
  readonly resource: PolicyDocument | null;
}

export type PolicySide = keyof ApplicablePolicies;

/** An outcome names the condition operators that were not understood: these count as refusing. */
export type Decision = { readonly unread: readonly string[] } & (
  | { readonly kind: 'allowed' }
  | { readonly kind: 'explicitDeny'; readonly side: PolicySide; readonly sid: string | null }
  | { readonly kind: 'implicitDeny'; readonly lacking: readonly PolicySide[] }
);

/**
 * Whether IAM allows a request, by its documented logic: an explicit deny wins; across accounts both sides must allow; within one account either
 * is enough, but for roles and keys. Not seen here, and so never a reason to refuse: the policies of the organisation, permissions boundaries,
 * session policies, VPC endpoint policies and KMS grants.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/control-access-overview.html
 */
export function evaluate(request: IamRequest, { identity, resource }: ApplicablePolicies): Decision {
  const asked = { ...request, context: { ...impliedContext(request), ...request.context } };
  const ofIdentity = identity.flatMap(({ Statement }) => Statement).map((one) => appliesTo(one, asked, false));
  const ofResource = (resource?.Statement ?? []).map((one) => appliesTo(one, asked, true));
  const unread = [...new Set([...ofIdentity, ...ofResource].flatMap((one) => one.unread))];

  for (const [side, list] of [['identity', ofIdentity] as const, ['resource', ofResource] as const]) {
    const deny = list.find(({ effect, applies }) => effect === 'Deny' && applies !== null);
    if (deny) return { kind: 'explicitDeny', side, sid: deny.sid, unread };
  }

  const identityAllows = ofIdentity.some(({ effect, applies }) => effect === 'Allow' && applies !== null);
  const named = ofResource.flatMap(({ effect, applies }) => (effect === 'Allow' && applies !== null ? [applies] : []));
  const lacking = lackingSides(request, identityAllows, named);
  return lacking.length === 0 ? { kind: 'allowed', unread } : { kind: 'implicitDeny', lacking, unread };
}

/** Of the sides that must allow, those that do not. */
function lackingSides(
  { principal, resource }: IamRequest,
  identityAllows: boolean,
  named: readonly ('itself' | 'account')[],
): readonly PolicySide[] {
  if (principal.kind === 'service') return named.length > 0 ? [] : ['resource'];
  const sides = [
    ...(identityAllows ? [] : (['identity'] as const)),
    ...(named.length > 0 ? [] : (['resource'] as const)),
  ];
  if (principal.account !== resource.account) return sides;
  if (named.includes('itself')) return [];
  if (resource.ownPolicyDecides) return sides;
  return identityAllows ? [] : ['identity'];
}

function impliedContext({ principal, resource }: IamRequest): RequestContext {
  return {
    'aws:ResourceAccount': resource.account,
    ...(principal.kind === 'role' && { 'aws:PrincipalArn': principal.arn, 'aws:PrincipalAccount': principal.account }),
  };
}

interface Applied {
  readonly effect: Statement['Effect'];
  readonly sid: string | null;
  /** How it names the principal, `null` where the statement is about something else. */
  readonly applies: 'itself' | 'account' | null;
  readonly unread: readonly string[];
}

/** Where an operator is not understood, an allow does not apply, and a deny does. */
function appliesTo(statement: Statement, request: IamRequest, hasPrincipal: boolean): Applied {
  const base = { effect: statement.Effect, sid: statement.Sid ?? null };
  const named = hasPrincipal ? principalNamed(statement, request.principal) : 'itself';
  if (named === null || !coversAction(statement, request) || !coversResource(statement, request))
    return { ...base, applies: null, unread: [] };

  const { holds, unread } = conditionsHold(statement.Condition ?? {}, request.context);
  const applies = holds === true || (holds === 'unknown' && statement.Effect === 'Deny');
  return { ...base, applies: applies ? named : null, unread: holds === 'unknown' ? unread : [] };
}

function principalNamed({ Principal, NotPrincipal }: Statement, who: Principal): 'itself' | 'account' | null {
  if (NotPrincipal !== undefined) return namedBy(NotPrincipal, who) === null ? 'itself' : null;
  return Principal === undefined ? null : namedBy(Principal, who);
}

function coversAction({ Action, NotAction }: Statement, { action }: IamRequest): boolean {
  const fits = (pattern: string) => fitsWildcard(pattern.toLowerCase(), action.toLowerCase());
  return NotAction === undefined ? (Action ?? []).some(fits) : !NotAction.some(fits);
}

/** A trust policy names no resource: it is about the role it belongs to. */
function coversResource({ Resource, NotResource }: Statement, { resource, context }: IamRequest): boolean {
  const fits = (pattern: string) => {
    const filled = withVariables(pattern, context);
    return filled !== null && fitsWildcard(filled, resource.arn);
  };
  if (NotResource !== undefined) return !NotResource.some(fits);
  return Resource === undefined || Resource.some(fits);
}
