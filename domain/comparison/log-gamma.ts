/** Coefficients of Stirling’s series, https://dlmf.nist.gov/5.11.E1. */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188];

/** ln Γ(x) for x > 0, within 1e-13 or, above a thousand, within 15 digits: Stirling’s series, once Γ(x + 1) = x Γ(x) has made x large. */
export function logGamma(x: number): number {
  let product = 1;
  let large = x;
  for (; large < 12; large += 1) product *= large;
  const series = stirling.reduce((sum, coefficient, index) => sum + coefficient / large ** (2 * index + 1), 0);
  return (large - 0.5) * Math.log(large) - large + Math.log(2 * Math.PI) / 2 + series - Math.log(product);
}
