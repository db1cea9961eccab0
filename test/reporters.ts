/** What a run prints; on CI its results are kept too, to be counted by .ci/run. */
export function reporters(run: 'unit' | 'browser' | 'package') {
  const kept: ['json', { outputFile: string }] = ['json', { outputFile: `.build/results/${run}.json` }];
  return process.env['CI'] ? ['default' as const, kept] : ['default' as const];
}
