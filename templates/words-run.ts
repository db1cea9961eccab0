import { DateTime } from 'luxon';
import type { ComparisonRun, RunProgress } from '../domain/comparison-run.ts';
import type { Markup } from './markup.ts';
import { dollars, whole } from './report/words-figures.ts';
import { counted } from './text.ts';
import { comparedModels } from './words-compared-models.ts';
import { comparisonWords } from './words-comparison.ts';

type Words = readonly [string, ...string[]];

/** What is compared, in one line. */
export function comparedWords(run: ComparisonRun, markup: Markup): string {
  const [current, candidate] = comparedModels(run, markup);
  return `Comparison of ${current} with ${candidate} in ${markup.text(run.region)}`;
}

/** Who wanted to know. */
export function askedForWords({ requestedBy }: Pick<ComparisonRun, 'requestedBy'>, markup: Markup): string {
  return requestedBy === null ? 'asked for by a policy or a program' : `asked for by ${markup.person(requestedBy)}`;
}

/** Which budget holds for a run that somebody joined, who gave one of their own or none. */
export function heldBudgetWords({ budget }: Pick<ComparisonRun, 'budget'>, asked: number | null, who: string): string {
  if (budget === null) return 'It has no budget.';
  if (asked === null || asked > budget) return `The budget that the run has holds: ${dollars(budget)}.`;
  return `The budget that ${who} gave holds, since no other is smaller: ${dollars(budget)}.`;
}

/** How a run stands; the first line says it by itself. */
export function runWords(run: ComparisonRun, now: DateTime, markup: Markup): Words {
  const { status, progress, reason, summary } = run;
  switch (status) {
    case 'requested':
      return ['Preparing: the cases are read and checked, and both models are tried.'];
    case 'running':
      if (run.engine === 'batch' && (progress?.done ?? 0) === 0)
        return ['Amazon Bedrock works on the batch of each model: this takes hours, at most three days.'];
      return progress ? progressWords(progress, run.startedAt, now) : ['The models are being asked.'];
    case 'concluded':
      return [
        summary ? `Done, over ${counted(summary.cases, 'case')}. ${comparisonWords(summary, markup)[0]}` : 'Done.',
      ];
    case 'failed':
      return ['Failed.', markup.text(reason ?? 'It is not known why.')];
    case 'cancelled':
      return [`Cancelled by ${markup.person(reason ?? '')}.`, ...(progress ? [doneWords(progress)] : [])];
  }
}

const barLength = 20;

function progressWords(progress: RunProgress, startedAt: string | undefined, now: DateTime): Words {
  const { done, of } = progress;
  const filled = of === 0 ? barLength : Math.min(barLength, Math.floor((barLength * done) / of));
  const bar = `${'█'.repeat(filled)}${'░'.repeat(barLength - filled)}`;
  const seconds = startedAt === undefined ? 0 : now.diff(DateTime.fromISO(startedAt), 'seconds').seconds;
  const rate = seconds > 0 ? done / seconds : 0;
  const left = rate > 0 && done < of ? `, about ${timeWords((of - done) / rate)} left` : '';
  const speed = rate > 0 ? `, ${whole(rate)} a second` : '';
  return [`${bar} ${doneWords(progress)}${speed}${left}`];
}

/** `412 of 1,200 calls, 3 failed, $0.42 so far`. */
function doneWords({ done, of, failed, cost }: RunProgress): string {
  return [
    `${whole(done)} of ${whole(of)} calls`,
    ...(failed > 0 ? [`${whole(failed)} failed`] : []),
    ...(cost !== null && cost > 0 ? [`${dollars(cost)} so far`] : []),
  ].join(', ');
}

function timeWords(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`;
  return seconds < 3600 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
