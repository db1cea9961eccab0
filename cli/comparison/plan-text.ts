import { say } from '../output.ts';
import type { Preflight } from './preflight.ts';

/** What a run would do, for a person at a terminal. */
export function planText(plan: Preflight): void {
  const { current, candidate, region, cases, calls, tokens, cost, seconds, power } = plan;
  say(`${current} against ${candidate} in ${region}: ${cases} cases, ${calls} calls.`);
  say(
    `About ${tokens.input.toLocaleString('en-GB')} tokens in and ${tokens.output.toLocaleString('en-GB')} out; ${
      cost.total === null ? 'no price is known' : `about $${cost.total.toFixed(2)}`
    }, ${timeWords(seconds)}.`,
  );
  const chance = (part: number) => `${(100 * part).toFixed(1)} %`;
  say(
    `If both are equally good it finds so with a chance of ${chance(power.readyIfEqual)}; if the candidate is worse by twice the margin, with ${chance(power.regressedIfWorse)}.`,
  );
  say('Nothing was asked.');
}

function timeWords(seconds: number | null): string {
  if (seconds === null) return 'in batch at half the price, within hours or days';
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
