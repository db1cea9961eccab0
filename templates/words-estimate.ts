import type { RunEstimate } from '../domain/comparison-run.ts';
import type { Markup } from './markup.ts';
import { dollars, whole } from './report/words-figures.ts';
import { counted } from './text.ts';
import { percent } from './words-burn-down.ts';

/** What a run would take, before anything is asked: one sentence a line. */
export function estimateWords({ cases, calls, cost, seconds, power, warnings }: RunEstimate, markup: Markup): string[] {
  return [
    `${markup.bold(counted(cases, 'case'))}, ${counted(calls, 'call')} to both models.`,
    cost === null ? 'What it costs cannot be said: no price is known.' : `Costs about ${markup.bold(dollars(cost))}.`,
    seconds === null ? 'How long it takes cannot be said.' : `Takes about ${markup.bold(took(seconds))}.`,
    power === null
      ? 'How sure the verdict would be cannot be said.'
      : `If the candidate is just as good, ${percent(power)} of such runs say that it is ready.`,
    ...warnings.map((warning) => `Beware: ${markup.text(warning)}`),
  ];
}

/** `40 seconds`, `6 minutes`, `2.5 hours`. */
function took(seconds: number): string {
  if (seconds < 60) return counted(Math.max(1, Math.round(seconds)), 'second');
  if (seconds < 90 * 60) return counted(Math.round(seconds / 60), 'minute');
  return `${whole(seconds / 3600)} hours`;
}
