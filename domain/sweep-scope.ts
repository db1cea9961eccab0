/** What a sweep looks at, and as whom. */
export interface SweepScope {
  /** `null`: the organisation's accounts, or the caller's own. */
  readonly accounts: readonly string[] | null;
  /** Whether the accounts are all active ones of the organisation. */
  readonly organization: boolean;
  /** `null`: every Region that an account has enabled and that has Bedrock. */
  readonly regions: readonly string[] | null;
  /** Name of the read-only role in other accounts. */
  readonly role: string;
  readonly externalId: string | null;
  /** Whether the model invocation log may be read for who calls. */
  readonly invocationLogs: boolean;
}

/** The caller's own account, and every Region it has. */
export const defaultSweepScope: SweepScope = {
  accounts: null,
  organization: false,
  regions: null,
  role: 'SundialSpoke',
  externalId: null,
  invocationLogs: false,
};
