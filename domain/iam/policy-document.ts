type PrincipalKind = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';

/** `*` is everybody. */
export type Principals = '*' | Readonly<Partial<Record<PrincipalKind, readonly string[]>>>;

/** By operator, then by condition key: the values of which one must fit. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/**
 * One statement, with lists wherever IAM's grammar also takes a single value; so it is valid IAM as it stands.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: Principals;
  readonly NotPrincipal?: Principals;
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: readonly string[];
  readonly NotResource?: readonly string[];
  readonly Condition?: Conditions;
}

export interface PolicyDocument {
  readonly Version: string;
  readonly Statement: readonly Statement[];
}

/** A document of the only version of the language that is in use. */
export function policyDocument(statements: readonly Statement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements };
}
