import type { Conditions } from './policy-document.ts';
import type { RequestContext } from './request-context.ts';
import { contextValues, withVariables } from './request-context.ts';
import { fitsArn, fitsWildcard } from './wildcard.ts';

type Fits = (wanted: string, given: string) => boolean;

const operators: Readonly<Record<string, Fits>> = {
  StringEquals: (wanted, given) => wanted === given,
  StringEqualsIgnoreCase: (wanted, given) => wanted.toLowerCase() === given.toLowerCase(),
  StringLike: fitsWildcard,
  ArnEquals: fitsArn,
  ArnLike: fitsArn,
  Bool: (wanted, given) => wanted.toLowerCase() === given.toLowerCase(),
};

const negations: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
};

export interface ConditionOutcome {
  /** `unknown` where it depends on an operator that is not understood. */
  readonly holds: boolean | 'unknown';
  /** The operators that are not understood. */
  readonly unread: readonly string[];
}

/**
 * Whether every condition of a statement holds for a request: all operators and keys, and of a key's values one. Numbers, dates, addresses
 * and binaries are not understood, and never guessed.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function conditionsHold(conditions: Conditions, context: RequestContext): ConditionOutcome {
  const unread = Object.keys(conditions).filter((operator) => operatorOf(operator) === null);
  const known = Object.entries(conditions).flatMap(([name, keys]) => {
    const operator = operatorOf(name);
    return operator ? Object.entries(keys).map(([key, values]) => keyHolds(operator, key, values, context)) : [];
  });
  if (known.includes(false)) return { holds: false, unread };
  return { holds: unread.length > 0 ? 'unknown' : true, unread };
}

interface Operator {
  readonly quantifier: string | undefined;
  /** `null` for `Null`, which asks whether the key is there. */
  readonly fits: Fits | null;
  readonly negated: boolean;
  readonly ifExists: boolean;
}

function operatorOf(text: string): Operator | null {
  const { quantifier, name = '' } =
    /^(?:(?<quantifier>ForAnyValue|ForAllValues):)?(?<name>\w+?)(?:IfExists)?$/.exec(text)?.groups ?? {};
  const ifExists = text.endsWith('IfExists');
  if (name === 'Null') return { quantifier, fits: null, negated: false, ifExists };
  const fits = operators[negations[name] ?? name];
  return fits ? { quantifier, fits, negated: name in negations, ifExists } : null;
}

/** Without its key a condition fails, a negated one holds, and one with `IfExists` holds. */
function keyHolds(
  { quantifier, fits, negated, ifExists }: Operator,
  key: string,
  values: readonly string[],
  context: RequestContext,
): boolean {
  const given = contextValues(context, key);
  if (!fits) return values.some((value) => (value.toLowerCase() === 'true') === (given === null));
  if (given === null) return ifExists || quantifier === 'ForAllValues' || (negated && quantifier === undefined);

  const one = (value: string) =>
    values.some((wanted) => {
      const filled = withVariables(wanted, context);
      return filled !== null && fits(filled, value);
    }) !== negated;
  const every = quantifier === 'ForAllValues' || (negated && quantifier === undefined);
  return every ? given.every(one) : given.some(one);
}
