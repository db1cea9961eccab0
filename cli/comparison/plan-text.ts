import { say } from '../output.ts';
import type { Preflight } from './preflight.ts';
import { grouped } from '../grouped.ts';

/** What a run would do, for a person at a terminal. */
export function planText(plan: Preflight): void {
  const { current, candidate, region, cases, calls, tokens, cost, seconds } = plan;
  say(`${current} against ${candidate} in ${region}: ${cases} cases, ${calls} calls.`);
  say(
    `About ${grouped(tokens.input)} tokens in and ${grouped(tokens.output)} out; ${
      cost.total === null ? 'no price is known' : `about $${cost.total.toFixed(2)}`
    }, ${timeWords(seconds)}.`,
  );
  say(powerText(plan));
  say('Nothing was asked.');
}

/** What a run of so many cases can show. */
export function powerText({ cases, power }: Pick<Preflight, 'cases' | 'power'>): string {
  const chance = (part: number) => `${(100 * part).toFixed(1)} %`;
  return `${cases === 1 ? '1 case finds' : `${grouped(cases)} cases find`} an equally good candidate ready with a chance of ${chance(power.readyIfEqual)}, and one that is worse by twice the margin regressed with ${chance(power.regressedIfWorse)}.`;
}

function timeWords(seconds: number | null): string {
  if (seconds === null) return 'in batch at half the price, within hours or days';
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
