import { logGamma } from './log-gamma.ts';

const tiny = 1e-300;

/**
 * The regularised incomplete beta function I_x(a, b) for a, b > 0: the continued fraction https://dlmf.nist.gov/8.17.E22, evaluated
 * by Lentz’s method (I. Thompson and A. Barnett, Journal of Computational Physics 64, 1986), on the side where it converges.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b;
}

/** 1 / (1 + d1 / (1 + d2 / (1 + …))); the number of steps grows as the root of a + b. */
function fraction(x: number, a: number, b: number): number {
  const apart = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let above = 1;
  let below = 1 / apart(1 - ((a + b) * x) / (a + 1));
  let value = below;
  for (let m = 1, step = 0; Math.abs(step - 1) > 1e-15 && m < 100_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    below = 1 / apart(1 + even * below);
    above = apart(1 + even / above);
    value *= below * above;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    below = 1 / apart(1 + odd * below);
    above = apart(1 + odd / above);
    step = below * above;
    value *= step;
  }
  return value;
}
