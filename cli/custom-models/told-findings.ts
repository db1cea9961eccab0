import { importPolicies } from '../../domain/custom-models/import-policies.ts';
import type { ImportPolicyFinding } from '../../domain/custom-models/import-policy-findings.ts';
import type { ImportTerms } from '../../domain/custom-models/import-terms.ts';
import { findingWords, mendWords } from '../../templates/policies/words-import-policies.ts';
import { colours, say } from '../output.ts';

/** A finding with its words, and the policy as it should be. */
export function toldFindings(terms: ImportTerms, findings: readonly ImportPolicyFinding[]) {
  const wanted = importPolicies(terms);
  return findings.map((finding) => {
    const policy = wanted.find(({ kind }) => kind === finding.policy);
    return { ...finding, said: findingWords(finding), mend: mendWords(finding, policy), wanted: policy ?? null };
  });
}

export function sayFindings(told: ReturnType<typeof toldFindings>): void {
  for (const { kind, said, mend, wanted } of told) {
    say(`${kind === 'tooWide' ? colours.yellow('too wide') : colours.red(kind)}: ${said}`);
    say(`  ${mend}`);
    if (wanted && kind !== 'unclear') say(JSON.stringify(wanted.document, null, 2).replaceAll(/^/gm, '    '));
  }
}
