import { importBlame } from '../../domain/custom-models/import-blame.ts';
import type { ImportCheck } from '../../domain/custom-models/import-check.ts';
import type { ImportTerms } from '../../domain/custom-models/import-terms.ts';
import type { ImportOutcome } from '../../handlers/custom-models/import-model.ts';
import { toldFindings } from './told-findings.ts';

/** How an import ended, as its one document; a failure comes with whose fault it is. */
export function importOutcomeJson(terms: ImportTerms, outcome: ImportOutcome) {
  switch (outcome.kind) {
    case 'imported':
    case 'notReady':
    case 'taken':
      return outcome;
    case 'refused':
      return { kind: outcome.kind, ...checkJson(terms, outcome.check) };
    case 'failed': {
      const { findings, suspects } = importBlame(outcome.message, outcome.check);
      return {
        kind: outcome.kind,
        job: outcome.job,
        message: outcome.message,
        atFault: toldFindings(terms, findings),
        suspects,
        ...checkJson(terms, outcome.check),
      };
    }
  }
}

/** What was looked at before an import. */
export function checkJson(terms: ImportTerms, check: ImportCheck) {
  return { ...check, findings: toldFindings(terms, check.findings) };
}
