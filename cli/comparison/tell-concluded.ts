import { reportJson } from '../../templates/report/report-json.ts';
import type { ExitCode } from '../exit.ts';
import { exitCode } from '../exit.ts';
import { printJson } from '../output.ts';
import { changesText } from './changes-text.ts';
import { comparisonText } from './comparison-text.ts';
import type { ConcludedHere } from './conclude-here.ts';

/** Tells the verdict on stdout; `more` stands beside it in the JSON document. */
export function tellConcluded({ report, page, changes }: ConcludedHere, json: boolean, more: object = {}): ExitCode {
  if (json) printJson({ ...reportJson(report, page), ...(changes && { against: changes }), ...more });
  else {
    comparisonText(report, page);
    if (changes) changesText(changes);
  }
  return report.conclusion.verdict.kind === 'ready' ? exitCode.fine : exitCode.needsAttention;
}
