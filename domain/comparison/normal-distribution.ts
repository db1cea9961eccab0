/**
 * The chance that a standard normal number is at most `x`, within 1e-15: the series of G. Marsaglia, “Evaluating the normal
 * distribution”, Journal of Statistical Software 11(4), 2004.
 */
export function normalCdf(x: number): number {
  if (Math.abs(x) > 8.5) return x < 0 ? 0 : 1;
  const square = x * x;
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= square / odd;
    sum += term;
  }
  return 0.5 + (sum * Math.exp(-square / 2)) / Math.sqrt(2 * Math.PI);
}

/** The `x` with `normalCdf(x) = p`, found by halving; within 1e-12 for `p` from 1e-4 to 1 − 1e-4. */
export function normalQuantile(p: number): number {
  let [low, high] = [-8.5, 8.5];
  while (high - low > 1e-14 * Math.max(1, Math.abs(low))) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
