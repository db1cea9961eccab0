import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awsAccess } from '../adapters/aws-access.ts';
import { concludeDirectory } from '../adapters/comparison/conclude-directory.ts';
import { converse } from '../adapters/comparison/converse.ts';
import { usualPatience } from '../adapters/comparison/patient-asking.ts';
import { prepareRun } from '../adapters/comparison/prepare-run.ts';
import { runComparison } from '../adapters/comparison/run-comparison.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import { priceList } from '../catalogue/price-list.ts';
import type { ComparisonRun } from '../domain/comparison-run.ts';
import { requestedRun } from '../domain/comparison-runs.ts';
import { DateTime } from 'luxon';

/** Compares two models over so many cases, from the file to the report: node compare-cases.mjs CASES LATENCY CONCURRENCY. */
const [cases = 2_000, latencyMs = 50, concurrency = 32] = process.argv.slice(2).map(Number);
const now = DateTime.fromISO('2026-11-20T09:00:00Z', { zone: 'utc' });
const folder = mkdtempSync(join(tmpdir(), 'bench-compare-'));
const file = join(folder, 'source.jsonl');
const lines = Array.from({ length: cases }, (_, n) =>
  JSON.stringify({
    id: `case-${n}`,
    prompt: `question ${n} ${'about a payment '.repeat(20)}`,
    expected: `answer ${n}`,
  }),
);
writeFileSync(file, lines.join('\n'));

const bedrock = fork(join(import.meta.dirname, 'fake-bedrock.mjs'), [String(latencyMs)]);
const [{ endpoint }] = (await once(bedrock, 'message')) as [{ endpoint: string }];
const run: ComparisonRun = requestedRun(
  {
    key: 'bench',
    current: 'old',
    candidate: 'new',
    region: 'us-east-1',
    dataset: file,
    sample: null,
    judge: null,
    budget: null,
    migrationIds: [],
    requestedBy: null,
    at: now.toISO() ?? '',
  },
  'run-bench',
);
const { directory, dataset } = await prepareRun(run, () => Promise.resolve([file]), join(folder, 'run'), {
  prices: priceList,
  catalogue,
  now,
});
const access = awsAccess({ endpoint, credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' } });
const ask = converse(access, 'us-east-1', () => performance.now());

let peak = 0;
const watching = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
const [begun, cpu] = [performance.now(), process.cpuUsage()];
await runComparison({
  directory,
  dataset,
  concurrency,
  ask,
  embed: () => Promise.resolve({ vector: [], inputTokens: 0 }),
  patience: usualPatience,
  frozen: () => null,
  found: () => undefined,
  took: () => undefined,
});
const askedMs = performance.now() - begun;
const { user, system } = process.cpuUsage(cpu);
const concluding = performance.now();
const { summary } = await concludeDirectory(directory, dataset, { prices: priceList, now, notes: [], address: null });
const concludedMs = performance.now() - concluding;
clearInterval(watching);

bedrock.send('calls');
const [calls] = (await once(bedrock, 'message')) as [number];
bedrock.send('end');
rmSync(folder, { recursive: true });
const cpuMs = (user + system) / 1000;
console.log(
  JSON.stringify({ calls, answered: summary.answered, askedMs, concludedMs, cpuMs, peakKb: Math.round(peak / 1024) }),
);
