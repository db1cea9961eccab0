import type { RunChanges } from '../../domain/cases/run-changes.ts';
import { metricLine } from '../../templates/report/words-verdict.ts';
import { counted, firstOf } from '../../templates/text.ts';
import { colours, say } from '../output.ts';

/** What got better and worse since an earlier run, for a person at a terminal. */
export function changesText({ earlier, later, better, worse, metrics, breaks, healed }: RunChanges): void {
  say();
  say(colours.bold(`Beside run ${earlier.runId} (${earlier.candidate}), ${later.candidate} passes`));
  say(
    `  ${colours.green(`${counted(better.length, 'case')} more`)}${better.length > 0 ? `: ${firstOf(better, 5)}` : ''}`,
  );
  say(`  ${colours.red(`${counted(worse.length, 'case')} less`)}${worse.length > 0 ? `: ${firstOf(worse, 5)}` : ''}`);
  say(`  ${counted(breaks.length, 'hard break')} new, ${counted(healed.length, 'hard break')} gone`);
  for (const metric of metrics) say(`  ${metricLine(metric)}`);
}
