/**
 * S. Holm’s step-down adjustment (“A simple sequentially rejective multiple test procedure”, Scandinavian Journal of Statistics 6,
 * 1979): what is at most alpha after it holds, for all of the tests together, with an error of at most alpha.
 */
export function holm(pValues: readonly number[]): readonly number[] {
  const adjusted = [...pValues];
  let largest = 0;
  for (const [rank, [index, pValue]] of [...pValues.entries()].toSorted(([, a], [, b]) => a - b).entries()) {
    largest = Math.max(largest, Math.min(1, (pValues.length - rank) * pValue));
    adjusted[index] = largest;
  }
  return adjusted;
}
