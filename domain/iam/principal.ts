import type { Principals } from './policy-document.ts';

/** Who asks: a session of a role, or a service of AWS by itself. */
export type Principal =
  | { readonly kind: 'role'; readonly arn: string; readonly account: string }
  | { readonly kind: 'service'; readonly name: string };

/**
 * How a policy's principals name somebody: as such, or only through the account, whose own policies then decide as well.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function namedBy(principals: Principals, who: Principal): 'itself' | 'account' | null {
  if (principals === '*') return 'itself';
  if (who.kind === 'service') return principals.Service?.includes(who.name) === true ? 'itself' : null;

  const named = principals.AWS ?? [];
  if (named.includes('*') || named.includes(who.arn)) return 'itself';
  const root = who.arn.replace(/:role\/.*$/, ':root');
  return named.includes(who.account) || named.includes(root) ? 'account' : null;
}
