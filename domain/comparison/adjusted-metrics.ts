import { holm } from './holm.ts';
import type { Measured, Metric } from './metric.ts';

/**
 * All metrics, the first of them primary, adjusted together by Holm. One without any differing case is left out of the count and keeps
 * 1: given that no case differs, its test could not have rejected (R. Tarone, “A modified Bonferroni method for discrete data”,
 * Biometrics 46, 1990).
 */
export function adjustedMetrics(all: readonly Measured[]): readonly Metric[] {
  const testable = all.filter(({ leastPValue }) => leastPValue < 1);
  const pAdjusted = holm(testable.map(({ metric }) => metric.pValue));
  return all.map((one, index) => ({
    ...one.metric,
    primary: index === 0,
    pAdjusted: pAdjusted[testable.indexOf(one)] ?? 1,
  }));
}
