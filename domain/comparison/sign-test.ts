import { binomialCdf } from './binomial-distribution.ts';

/**
 * The exact two-sided p-value of the sign test, for cases of which some were won, some lost and the rest tied: twice the smaller tail
 * of a fair coin thrown `wins` + `losses` times, at most 1. Ties say nothing about who is better, so they do not enter the test (W.
 * Dixon and A. Mood, Journal of the American Statistical Association 41, 1946); they do enter the interval. For pass and fail it is
 * McNemar’s exact test: the pairs that differ are the throws (Q. McNemar, Psychometrika 12, 1947).
 *
 * Not the mid-p variant: that one is less wary, but does not guarantee its error (M. Fagerland, S. Lydersen and P. Laake, BMC Medical
 * Research Methodology 13:91, 2013).
 */
export function signTest(wins: number, losses: number): number {
  return Math.min(1, 2 * binomialCdf(Math.min(wins, losses), wins + losses, 0.5));
}

/** The least p-value that so many wins and losses could have given. */
export function leastPValue(winsAndLosses: number): number {
  return Math.min(1, 2 ** (1 - winsAndLosses));
}
