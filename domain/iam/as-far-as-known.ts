import { conditionsHold } from './conditions-hold.ts';
import type { PolicyDocument, Statement } from './policy-document.ts';

/**
 * A policy as kindly as it may turn out to be, where only some condition keys of a call are known: an allow loses its conditions on others, and
 * those by operators that are not understood; a deny that has such a condition is left out. What even this policy refuses is refused.
 */
export function asFarAsKnown(policy: PolicyDocument, knownKeys: readonly string[]): PolicyDocument {
  const known = new Set(knownKeys.map((key) => key.toLowerCase()));
  return { ...policy, Statement: policy.Statement.flatMap((one) => kindly(one, known)) };
}

function kindly(statement: Statement, known: ReadonlySet<string>): readonly Statement[] {
  const { Condition = {}, Effect } = statement;
  const conditions = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values })),
  );
  const isKnown = ({ operator, key, values }: (typeof conditions)[number]) =>
    known.has(key.toLowerCase()) && conditionsHold({ [operator]: { [key]: values } }, {}).unread.length === 0;
  if (conditions.every(isKnown)) return [statement];
  if (Effect === 'Deny') return [];
  const left: Record<string, Record<string, readonly string[]>> = {};
  for (const { operator, key, values } of conditions.filter(isKnown))
    left[operator] = { ...left[operator], [key]: values };
  return [{ ...statement, Condition: left }];
}
