import { importBlame } from '../../domain/custom-models/import-blame.ts';
import type { ImportCheck } from '../../domain/custom-models/import-check.ts';
import { blockingFindings } from '../../domain/custom-models/import-check.ts';
import type { ImportTerms } from '../../domain/custom-models/import-terms.ts';
import type { ImportOutcome } from '../../handlers/custom-models/import-model.ts';
import { importPolicyWords } from '../../templates/policies/words-import-policies.ts';
import { colours, say } from '../output.ts';
import { sayFindings, toldFindings } from './told-findings.ts';

/** How an import ended, for a person. */
export function importOutcomeText(terms: ImportTerms, outcome: ImportOutcome): void {
  switch (outcome.kind) {
    case 'imported':
      say(`${colours.green('imported')}: ${outcome.modelArn}`);
      say(`  It answers: ${outcome.answer}`);
      return;
    case 'notReady':
      say(`${colours.yellow('imported')}: ${outcome.modelArn}`);
      say('  It did not become ready in twenty tries. Run the command again: it goes on with the trial call.');
      return;
    case 'taken':
      say(`${colours.red('nothing was started')}: the name belongs to ${outcome.by}, which is not from this import.`);
      return;
    case 'refused':
      say(colours.red('nothing was started:'));
      checkText(terms, outcome.check);
      return;
    case 'failed':
      say(`${colours.red('failed')}: ${outcome.job}: ${outcome.message}`);
      blameText(terms, outcome);
  }
}

/** What was looked at before an import, and what speaks against it. */
export function checkText(terms: ImportTerms, check: ImportCheck): void {
  const { problems, warnings, findings, access } = check;
  for (const problem of problems) say(`${colours.red('weights')}: ${problem}`);
  sayFindings(toldFindings(terms, blockingFindings(findings)));
  say(accessWords(access));
  for (const warning of warnings) say(colours.dim(warning));
}

function accessWords(access: ImportCheck['access']): string {
  switch (access.kind) {
    case 'read':
      return `The execution role read ${access.object}.`;
    case 'refused':
      return `${colours.red('access')}: as the execution role ${access.call} failed: ${access.error}`;
    case 'simulated':
      return 'The execution role trusts Bedrock alone; whether it reaches the weights was worked out from the policies.';
  }
}

function blameText(terms: ImportTerms, { message, check }: Extract<ImportOutcome, { kind: 'failed' }>): void {
  const { findings, suspects } = importBlame(message, check);
  sayFindings(toldFindings(terms, findings));
  if (suspects.length > 0) {
    say('Not read, and so one of these must be it (sundial policies import prints them as they should be):');
    for (const kind of suspects) say(`  ${importPolicyWords[kind]}`);
  } else if (findings.length === 0) say('No policy that is seen here explains it.');
}
