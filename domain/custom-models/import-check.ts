import type { ImportPolicyKind } from './import-policies.ts';
import type { ImportPolicyFinding } from './import-policy-findings.ts';

/** How it was found out whether the execution role reaches the weights. */
export type AccessTrial =
  /** As the role: one object was read. */
  | { readonly kind: 'read'; readonly object: string }
  /** As the role, and AWS refused. */
  | { readonly kind: 'refused'; readonly call: string; readonly error: string }
  /** The role trusts Bedrock alone; its policies were evaluated instead. */
  | { readonly kind: 'simulated' };

/** What is known before an import begins, or after it failed. */
export interface ImportCheck {
  /** What keeps the model from being imported, beside policies. */
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
  readonly findings: readonly ImportPolicyFinding[];
  /** Policies that could not be read. */
  readonly unread: readonly ImportPolicyKind[];
  readonly access: AccessTrial;
  readonly architecture: string | null;
  readonly bytes: number;
}

/** Findings that keep an import from succeeding. */
export function blockingFindings(findings: readonly ImportPolicyFinding[]): readonly ImportPolicyFinding[] {
  return findings.filter(({ kind }) => kind === 'missing' || kind === 'denied');
}

/** Whether an import may begin. */
export function mayBegin({ problems, findings, access }: ImportCheck): boolean {
  return problems.length === 0 && blockingFindings(findings).length === 0 && access.kind !== 'refused';
}
