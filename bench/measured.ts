/** How many a second: the median of five rounds of at least 300 ms, after one to warm up. */
export function measured(round: () => number): number {
  const rates = Array.from({ length: 6 }, () => {
    const start = performance.now();
    let count = 0;
    do count += round();
    while (performance.now() - start < 300);
    return (count / (performance.now() - start)) * 1000;
  });
  return rates.slice(1).toSorted((a, b) => a - b)[2] ?? 0;
}
