import { describe, expect, it } from 'vitest';
import { binomialCdf, binomialPmf } from '../../../domain/comparison/binomial-distribution.ts';
import { incompleteBeta } from '../../../domain/comparison/incomplete-beta.ts';
import { logGamma } from '../../../domain/comparison/log-gamma.ts';
import { normalCdf, normalQuantile } from '../../../domain/comparison/normal-distribution.ts';

/** Expected values were computed with mpmath at 30 digits. */
const relative = (found: number, expected: number) => Math.abs(found / expected - 1);

describe('distributions agree with values computed to 30 digits', () => {
  it.each`
    x            | expected
    ${0.5}       | ${0.5723649429247001}
    ${3.7}       | ${1.428072326665388}
    ${12}        | ${17.502307845873887}
    ${100}       | ${359.1342053695754}
    ${1_000_000} | ${12815504.56914761}
  `('ln Γ($x)', ({ x, expected }: Record<string, number>) => {
    expect(relative(logGamma(x ?? 0), expected ?? 0)).toBeLessThan(1e-13);
  });

  it('ln Γ(1) is 0', () => {
    expect(Math.abs(logGamma(1))).toBeLessThan(1e-13);
  });

  it.each`
    x        | a      | b      | expected
    ${0.3}   | ${2.5} | ${7}   | ${0.6412224629717213}
    ${0.5}   | ${10}  | ${10}  | ${0.5}
    ${0.9}   | ${50}  | ${3}   | ${0.09663328513725221}
    ${0.2}   | ${200} | ${800} | ${0.5063088533798631}
    ${0.21}  | ${200} | ${800} | ${0.7871542546146503}
    ${0.001} | ${0.5} | ${5}   | ${0.0777180078990332}
  `('I_$x($a, $b)', ({ x, a, b, expected }: Record<string, number>) => {
    expect(relative(incompleteBeta(x ?? 0, a ?? 0, b ?? 0), expected ?? 0)).toBeLessThan(1e-12);
  });

  it('the incomplete beta function is 0 at 0 and below, and 1 at 1 and above', () => {
    expect([-1, 0, 1, 2].map((x) => incompleteBeta(x, 2, 3))).toEqual([0, 0, 1, 1]);
  });

  it.each`
    k       | n        | p       | cdf                     | pmf
    ${3}    | ${10}    | ${0.5}  | ${0.171875}             | ${0.1171875}
    ${0}    | ${20}    | ${0.1}  | ${0.1215766545905693}   | ${0.1215766545905693}
    ${40}   | ${100}   | ${0.5}  | ${0.028443966820490395} | ${0.010843866711637989}
    ${950}  | ${1000}  | ${0.95} | ${0.5202589429126794}   | ${0.05778798371410712}
    ${4900} | ${10000} | ${0.5}  | ${0.023292763852473693} | ${0.0010798643294333556}
    ${7}    | ${7}     | ${0.3}  | ${1}                    | ${0.0002187}
  `('$k of $n with chance $p', ({ k = 0, n = 0, p = 0, cdf = 0, pmf = 0 }: Record<string, number>) => {
    expect(relative(binomialCdf(k, n, p), cdf)).toBeLessThan(1e-10);
    expect(relative(binomialPmf(k, n, p), pmf)).toBeLessThan(1e-10);
  });

  it('knows what cannot happen, and what must', () => {
    expect([binomialPmf(-1, 5, 0.5), binomialPmf(6, 5, 0.5), binomialCdf(-1, 5, 0.5)]).toEqual([0, 0, 0]);
    expect([binomialPmf(0, 5, 0), binomialPmf(1, 5, 0), binomialPmf(5, 5, 1), binomialPmf(4, 5, 1)]).toEqual([
      1, 0, 1, 0,
    ]);
  });

  it.each`
    x       | expected
    ${0}    | ${0.5}
    ${1}    | ${0.841344746068543}
    ${-1}   | ${0.15865525393145705}
    ${1.96} | ${0.9750021048517796}
    ${-3}   | ${0.0013498980316300946}
    ${5}    | ${0.9999997133484281}
  `('Φ($x)', ({ x = 0, expected = 0 }: Record<string, number>) => {
    expect(Math.abs(normalCdf(x) - expected)).toBeLessThan(1e-15);
  });

  it('Φ ends at 0 and 1', () => {
    expect([-9, -Infinity, 9, Infinity].map(normalCdf)).toEqual([0, 0, 1, 1]);
  });

  it.each`
    p         | expected
    ${0.5}    | ${0}
    ${0.8}    | ${0.8416212335729142}
    ${0.95}   | ${1.644853626951473}
    ${0.975}  | ${1.959963984540054}
    ${0.995}  | ${2.575829303548901}
    ${0.0001} | ${-3.719016485455681}
  `('Φ⁻¹($p)', ({ p = 0, expected = 0 }: Record<string, number>) => {
    expect(Math.abs(normalQuantile(p) - expected)).toBeLessThan(1e-12);
  });
});
