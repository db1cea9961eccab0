import type { ImportCheck } from './import-check.ts';
import { blockingFindings } from './import-check.ts';
import type { ImportPolicyKind } from './import-policies.ts';
import type { ImportPolicyFinding } from './import-policy-findings.ts';
import { lacksAccess } from './import-step.ts';

/** Whose fault it is that an import failed, as far as policies can be. */
export interface ImportBlame {
  /** Policies that are known to be wrong. */
  readonly findings: readonly ImportPolicyFinding[];
  /** Where none is: those that could not be read, of which one must be it. */
  readonly suspects: readonly ImportPolicyKind[];
}

/** Which policies explain the message that an import failed with. Without access to the weights it is none of the model's own key. */
export function importBlame(message: string, { findings, unread }: ImportCheck): ImportBlame {
  const concerns = (policy: ImportPolicyKind) => !lacksAccess(message) || policy !== 'hostingKeyPolicy';
  const wrong = blockingFindings(findings).filter(({ policy }) => concerns(policy));
  return { findings: wrong, suspects: wrong.length > 0 ? [] : unread.filter(concerns) };
}
