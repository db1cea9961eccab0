import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { priceList } from '../../catalogue/price-list.ts';
import type { ComparisonRun } from '../../domain/comparison-run.ts';
import { failedCasesOf } from '../../domain/comparison-run.ts';
import { cancelRun } from '../../handlers/cancel-run.ts';
import { onComparisonRequested } from '../../handlers/on-comparison-requested.ts';
import type { LocalComparisons } from '../../local/comparisons.ts';
import { localComparisons } from '../../local/comparisons.ts';
import { aRequest, aRequestEvent } from '../builders/comparison.ts';
import { aMigration } from '../builders/situation.ts';
import { comparisonDeps } from '../fakes/comparison-deps.ts';

/** A machine on which comparisons run: what it keeps outlives its process. */
function aMachine(latencyMs = 0) {
  const directory = mkdtempSync(join(tmpdir(), 'machine-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const fake = comparisonDeps();
  fake.world.migrations.set(aMigration().id, aMigration());
  let comparisons: LocalComparisons;
  const deps = {
    ...fake.deps,
    prices: priceList,
    comparisons: {
      start: (run: ComparisonRun) => comparisons.start(run),
      cancel: (runId: string) => comparisons.cancel(runId),
    },
  };
  const process = () => {
    const addressOf = (runId: string) => `http://127.0.0.1:3000/runs/${runId}`;
    comparisons = localComparisons({ directory, deps: () => deps, addressOf, latencyMs });
    return comparisons;
  };
  const ask = (dataset: string, more: object = {}) =>
    onComparisonRequested(aRequestEvent({ dataset, key: JSON.stringify([dataset, more]), ...more }), deps);
  const runs = () => [...fake.seen.runs.values()];
  const asked = (runId: string) =>
    readFileSync(join(directory, 'runs', runId, 'calls.jsonl'), 'utf8')
      .trim()
      .split('\n');
  return { ...fake, deps, directory, process, ask, runs, asked };
}

describe('a comparison on this machine', () => {
  it('is not begun in batch, and says so', async () => {
    const { process, ask, runs, directory } = aMachine();
    const comparisons = process();

    await ask('story:payments', { engine: 'batch' });
    await comparisons.idle();

    expect(runs()[0]).toMatchObject({ status: 'failed', reason: expect.stringContaining('on AWS') as string });
    expect(existsSync(join(directory, 'runs', runs()[0]?.runId ?? '', 'calls.jsonl'))).toBe(false);
  });

  it.each`
    dataset             | kind           | why
    ${'story:payments'} | ${'ready'}     | ${'the candidate does well with complaints about payments'}
    ${'story:support'}  | ${'regressed'} | ${'it mixes up where questions to support belong'}
  `('finds the candidate $kind in the story: $why', async ({ dataset, kind }: { dataset: string; kind: string }) => {
    const { process, ask, runs, world, seen } = aMachine();
    const comparisons = process();

    await ask(dataset);
    await comparisons.idle();

    const [run] = runs();
    expect(run?.reason).toBeNull();
    expect(run).toMatchObject({
      status: 'concluded',
      settled: true,
      summary: { verdict: { kind }, cases: 48, failed: 0 },
    });
    expect(run?.summary?.notes).toEqual([expect.stringContaining('simulated')]);
    expect(run?.summary?.report).toBe(`http://127.0.0.1:3000/runs/${run?.runId ?? ''}`);
    expect(world.migrations.get(aMigration().id)?.comparison?.verdict.kind).toBe(kind);
    expect(world.did.filter((what) => what.startsWith('attach'))).toHaveLength(1);
    expect(seen.edits.at(-1)?.toLowerCase()).toMatch(new RegExp(`done, over .*${kind}: `));
    const page = comparisons.reportOf(run?.runId ?? '') ?? '';
    expect(readFileSync(page, 'utf8')).toContain('simulated on this machine');
    await comparisons.close();
  });

  it('is gone on with by the next process, and nothing is asked twice', async () => {
    const { process, ask, runs, asked } = aMachine(2);
    const first = process();
    await ask('story:payments');
    const { runId } = runs()[0] ?? { runId: '' };
    await expect.poll(() => runs()[0]?.status).toBe('running');
    await first.close();
    const before = asked(runId).length;

    const second = process();
    await second.resume();
    await second.idle();

    const calls = asked(runId).map(
      (line) => JSON.parse(line) as { side: string; caseId: string; failure: string | null },
    );
    expect(before).toBeLessThan(96);
    expect(new Set(calls.map(({ side, caseId }) => `${side} ${caseId}`)).size).toBe(96);
    expect(calls).toHaveLength(96);
    expect(calls.filter(({ failure }) => failure !== null)).toEqual([]);
    expect(runs()[0]).toMatchObject({ status: 'concluded', settled: true, progress: { of: 96 } });
    await second.close();
  });

  it('is told of by the next process where this one died before everybody had heard', async () => {
    const { process, ask, runs, world, seen } = aMachine();
    const first = process();
    world.diesAfter = 6;
    await ask('story:payments');
    await first.idle();
    world.diesAfter = Infinity;
    expect(runs()[0]?.settled).toBeUndefined();
    await first.close();

    const second = process();
    await second.resume();
    await second.idle();

    expect(runs()[0]).toMatchObject({ settled: true });
    expect(world.did.filter((what) => what.startsWith('attach')).length).toBeLessThanOrEqual(1);
    expect(new Set(seen.announced.map(({ key }) => key)).size).toBe(1);
    await second.close();
  });

  it('is ended by whoever cancels it, and asks nothing more', async () => {
    const { process, ask, runs, deps, asked, world } = aMachine(2);
    const comparisons = process();
    await ask('story:payments');
    await expect.poll(() => runs()[0]?.status).toBe('running');

    await cancelRun(runs()[0]?.runId ?? '', 'U0000000009', deps);
    const calls = asked(runs()[0]?.runId ?? '').length;
    await comparisons.idle();

    expect(runs()[0]).toMatchObject({ status: 'cancelled', reason: 'U0000000009', settled: true });
    expect(calls).toBeLessThan(96);
    expect(asked(runs()[0]?.runId ?? '')).toHaveLength(calls);
    expect(world.migrations.get(aMigration().id)?.comparison).toBeNull();
    await comparisons.close();
  });

  it.each`
    dataset                  | more             | reason
    ${'nowhere.jsonl'}       | ${{}}            | ${'no such file; the story has story:payments'}
    ${'s3://example-corp/x'} | ${{}}            | ${'everything is simulated here'}
    ${'story:payments'}      | ${{ budget: 0 }} | ${'its budget is $0.00: nothing was asked'}
  `(
    'fails with its reason: $reason',
    async ({ dataset, more, reason }: { dataset: string; more: object; reason: string }) => {
      const { process, ask, runs, world } = aMachine();
      const comparisons = process();

      await ask(dataset, more);
      await comparisons.idle();

      expect(runs()[0]).toMatchObject({ status: 'failed', settled: true });
      expect(runs()[0]?.reason).toContain(reason);
      expect(world.did.filter((what) => what.includes('failed, so there is no verdict'))).toHaveLength(1);
      await comparisons.close();
    },
  );

  it('takes cases that somebody uploads, and says beforehand what a run of them would take', async () => {
    const { process, directory } = aMachine();
    const comparisons = process();
    const cases = Array.from({ length: 200 }, (_, n) =>
      JSON.stringify({ id: `c${n}`, prompt: `${n}?`, expected: 'x' }),
    );

    const dataset = await comparisons.keepDataset('../my cases.jsonl', Buffer.from(cases.join('\n')));
    const estimate = await comparisons.estimate(aRequest({ dataset, sample: 150 }));

    expect(dataset.startsWith(join(directory, 'datasets'))).toBe(true);
    expect(estimate).toMatchObject({ cases: 150, calls: 300 });
    expect(estimate.power).toBeGreaterThan(0);
    await comparisons.close();
  });

  it('reads a file that is named by its path', async () => {
    const { process, ask, runs, directory } = aMachine();
    const file = join(directory, 'own.jsonl');
    writeFileSync(file, '{"id":"only","prompt":"What is 2 and 2?","expected":"4"}\n');
    const comparisons = process();

    await ask(file);
    await comparisons.idle();

    expect(runs()[0]).toMatchObject({ status: 'concluded', summary: { cases: 1, verdict: { kind: 'inconclusive' } } });
    await comparisons.close();
  });
});

describe('what failed in a run', () => {
  it('is asked again alone, with a guard, and gives no verdict for all', async () => {
    const { process, ask, runs, asked } = aMachine();
    const comparisons = process();
    await ask('story:support');
    await comparisons.idle();
    const [whole] = runs();
    await ask(failedCasesOf(whole?.runId ?? ''));
    await comparisons.idle();
    const [, again] = runs();

    expect(again?.reason).toBeNull();
    expect(again).toMatchObject({ status: 'concluded', candidate: whole?.candidate });
    const cases = again?.summary?.cases ?? 0;
    expect(cases).toBeLessThan(whole?.summary?.cases ?? 0);
    expect(asked(again?.runId ?? '')).toHaveLength(2 * cases);
    expect(again?.summary?.verdict.kind).not.toBe('ready');
  });

  it('is nothing where no case failed, and says so', async () => {
    const { process, ask, runs } = aMachine();
    const comparisons = process();
    await ask('story:payments');
    await comparisons.idle();
    await ask(failedCasesOf(runs()[0]?.runId ?? ''));
    await comparisons.idle();

    expect(runs()[1]).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('no case failed there') as string,
    });
  });
});
