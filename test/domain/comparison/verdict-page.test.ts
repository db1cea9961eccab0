import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { casesNeeded } from '../../../domain/comparison/cases-needed.ts';
import { defaultComparisonPolicy as policy } from '../../../domain/comparison/comparison-policy.ts';
import { conclusion } from '../../../domain/comparison/conclusion.ts';
import { chances } from '../../../domain/comparison/power.ts';
import { aPair, failing, outcomes, passing } from '../../builders/paired-outcome.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/verdict.md'), 'utf8');
const percent = (part: number) => `${(100 * part).toFixed(1)} %`;
const signed = (part: number) => `${part < 0 ? '−' : '+'}${Math.abs(100 * part).toFixed(1)}`;
const row = (...cells: readonly (string | number)[]) =>
  `| ${cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en-GB') : cell)).join(' | ')} |`;
const truth = (discordance: number, difference = 0) => ({ kind: 'counted', discordance, difference }) as const;

describe('docs/verdict.md says what the code computes', () => {
  it.each([
    [20, 1, 2],
    [60, 3, 17],
    [72, 0, 0],
    [73, 0, 0],
    [200, 6, 17],
    [400, 10, 10],
    [2000, 10, 40],
    [21, 1, 7],
  ])('of %i cases with %i gained and %i lost', (cases, gains, losses) => {
    const found = conclusion(
      outcomes([cases - gains - losses, aPair()], [gains, aPair(failing, passing)], [losses, aPair(passing, failing)]),
      policy,
      1,
    );
    const [primary] = found.metrics;
    if (!primary) throw new Error('no metric');
    const { difference, interval, pValue } = primary;
    const shown = pValue < 0.001 ? '< 0.001' : pValue.toFixed(3);
    expect(page).toContain(
      row(
        cases,
        gains,
        losses,
        signed(difference),
        `${signed(interval[0])} to ${signed(interval[1])}`,
        shown,
        `\`${found.verdict.kind}\``,
      ),
    );
  });

  it.each([20, 50, 200, 1000])('of the errors of %i cases', (cases) => {
    const errors = [0.05, 0.1, 0.2, 0.4, 0.6].map((discordance) => {
      const ready = chances(cases, truth(discordance, -0.05), policy).ready;
      return `${percent(ready)} / ${percent(chances(cases, truth(discordance), policy).regressed)}`;
    });
    expect(page).toContain(row(cases, ...errors));
  });

  it('of the worst error', () => {
    expect(page).toContain(`The worst found is ${percent(chances(20, truth(1, -0.05), policy).ready)}`);
  });

  it.each([20, 50, 100, 200, 400, 1000])('of the power of %i cases', (cases) => {
    const of = (difference: number) => chances(cases, truth(policy.assumedDiscordance, difference), policy);
    expect(page).toContain(row(cases, percent(of(0).ready), percent(of(-0.05).regressed), percent(of(-0.1).regressed)));
  });

  it.each([0.02, 0.05, 0.1, 0.2, 0.3])('of the cases it takes where a share of %d differs', (discordance) => {
    const needed = [0.02, 0.03, 0.05, 0.1].map(
      (margin) => casesNeeded(truth(discordance), { ...policy, margin }, ({ ready }) => ready) ?? 0,
    );
    expect(page).toContain(row(`${100 * discordance} %`, ...needed));
  });

  it('of the defaults, and of what few cases hide', () => {
    expect(page).toContain(`a margin of ${policy.margin} (5 points), alpha ${policy.alpha}, and no new hard break`);
    expect(page).toContain(`${100 * policy.assumedDiscordance} % unless you say`);
    expect(page).toContain(`in 20 cases ${Math.round(100 * 0.95 ** 20)} % of the time`);
    expect(policy.allowedNewBreaks).toBe(0);
  });
});
