import { describe, expect, it } from 'vitest';
import type { ComparisonRequested, ComparisonRun } from '../../domain/comparison-run.ts';
import { admission, progressOf } from '../../domain/comparison-runs.ts';
import { aRequest, aRun } from '../builders/comparison.ts';

describe('admission', () => {
  it.each`
    request                               | run                                       | kind        | why
    ${{ key: 'other' }}                   | ${{}}                                     | ${'joined'} | ${'two who ask for the same get one run'}
    ${{ key: 'other' }}                   | ${{ status: 'running' }}                  | ${'joined'} | ${'also while it goes on'}
    ${{}}                                 | ${{}}                                     | ${'known'}  | ${'an event that is delivered again starts nothing'}
    ${{}}                                 | ${{ status: 'concluded' }}                | ${'known'}  | ${'not even when its run is over'}
    ${{ key: 'other' }}                   | ${{ status: 'concluded' }}                | ${'new'}    | ${'who asks again after the end wants to know anew'}
    ${{ key: 'other' }}                   | ${{ status: 'cancelled' }}                | ${'new'}    | ${'a run that was cancelled answers nobody'}
    ${{ key: 'other', candidate: 'b' }}   | ${{}}                                     | ${'new'}    | ${'another candidate'}
    ${{ key: 'other', current: 'a' }}     | ${{}}                                     | ${'new'}    | ${'another current model'}
    ${{ key: 'other', region: 'eu-a-1' }} | ${{}}                                     | ${'new'}    | ${'another Region'}
    ${{ key: 'other', dataset: 'x' }}     | ${{}}                                     | ${'new'}    | ${'other cases'}
    ${{ key: 'other', sample: 10 }}       | ${{}}                                     | ${'new'}    | ${'fewer cases'}
    ${{ key: 'other', judge: 'j' }}       | ${{}}                                     | ${'new'}    | ${'a judge'}
    ${{ key: 'other', engine: 'batch' }}  | ${{}}                                     | ${'new'}    | ${'who wants an answer now does not wait for a batch'}
    ${{ key: 'other', budget: 5 }}        | ${{}}                                     | ${'joined'} | ${'what it may cost changes nothing of what is compared'}
    ${{ key: 'b' }}                       | ${{ keys: ['a', 'b'], status: 'failed' }} | ${'known'}  | ${'a request that joined is known too'}
  `('$kind: $why', ({ request, run, kind }: { request: object; run: object; kind: string }) => {
    expect(admission(aRequest(request), [aRun(run)]).kind).toBe(kind);
  });

  it('takes the migrations of who joins into the run, each once', () => {
    const request: Partial<ComparisonRequested> = { key: 'other', migrationIds: ['m1', 'm2'] };

    expect(admission(aRequest(request), [aRun({ migrationIds: ['m1'] })])).toMatchObject({
      kind: 'joined',
      run: { migrationIds: ['m1', 'm2'], keys: ['request-1', 'other'] },
    });
  });

  it.each`
    had     | asked   | holds
    ${null} | ${2}    | ${2}
    ${2}    | ${null} | ${2}
    ${2}    | ${5}    | ${2}
    ${5}    | ${2}    | ${2}
    ${0}    | ${null} | ${0}
    ${null} | ${null} | ${null}
  `('of the budgets $had and $asked lets the smaller one hold', ({ had, asked, holds }: Record<string, number>) => {
    const request = aRequest({ key: 'other', budget: asked ?? null });

    expect(admission(request, [aRun({ budget: had ?? null })])).toMatchObject({ run: { budget: holds } });
  });

  it('counts the runs of the same comparison that are over, so that each begins under its own id', () => {
    const over: Partial<ComparisonRun> = { status: 'concluded', keys: [] };
    const runs = [aRun(over), aRun(over), aRun({ ...over, candidate: 'other' })];

    expect(admission(aRequest(), runs)).toEqual({ kind: 'new', turn: 2 });
  });
});

describe('progressOf', () => {
  it('adds up what each part has done', () => {
    const shares = [
      { part: '1', done: 10, failed: 1, cost: 0.5 },
      { part: '2', done: 4, failed: 0, cost: 0.25 },
    ];

    expect(progressOf(40, shares)).toEqual({ done: 14, of: 40, failed: 1, cost: 0.75 });
  });

  it('names no cost where a part knows no price', () => {
    expect(progressOf(40, [{ part: '1', done: 10, failed: 1, cost: null }]).cost).toBeNull();
  });
});
