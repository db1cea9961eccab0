// Compares two simulated models as a person would, by the command, start-up and every report included: 4,000 calls of 50 ms, 32 at once.
// --long: 40,000 calls too. --strict: exit 1 over an aim.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';
import { build } from 'esbuild';

const aims = { wall: 1.1, calls: 1, megabytes: 150, reportSeconds: 5 };
const [latencyMs, concurrency] = [50, 32];
const strict = process.argv.includes('--strict');
const missed = [];
const folder = mkdtempSync(join(tmpdir(), 'bench-compare-'));

await build({
  entryPoints: ['bench/fake-bedrock.ts'],
  outfile: '.build/bench/fake-bedrock.mjs',
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
});

// Node 22 and later keep compiled code from one start to the next.
await measure(32);
await measure(2_000);
if (process.argv.includes('--long')) await measure(20_000);
await measureReport(10_000);
rmSync(folder, { recursive: true });

console.log(missed.length === 0 ? '\nEvery aim is met.' : `\nMissed: ${missed.join('; ')}`);
if (strict && missed.length > 0) process.exitCode = 1;

/** The whole command over so many cases, beside the time that the answers alone take; of a few cases there is nothing to tell. */
async function measure(cases) {
  const dataset = datasetOf(cases);
  const bedrock = fork('.build/bench/fake-bedrock.mjs', [String(latencyMs)]);
  const [{ endpoint }] = await once(bedrock, 'message');
  const out = join(folder, `run-${cases}`);
  const ran = await command(['compare', 'old', 'new', '--dataset', dataset, '--out', out], endpoint);
  bedrock.send('calls');
  const [{ calls, latency }] = await once(bedrock, 'message');
  bedrock.send('end');
  if (cases < 1_000) return;

  const floor = (2 * cases * latencyMs) / concurrency;
  const title = `sundial compare: ${calls.toLocaleString('en')} calls, every answer ${latencyMs} ms away, ${concurrency} at once`;
  console.log(`\n${title}\n  floor: calls x ${latencyMs} ms / ${concurrency}`);
  row('floor', `${Math.round(floor)} ms`, '', `answers took ${latency.toFixed(1)} ms`);
  row('the whole command', `${Math.round(ran.ms)} ms`, `${(ran.ms / floor).toFixed(2)} x`, `aim ${aims.wall} x`);
  row('of which the processor works', `${Math.round(ran.cpuMs)} ms`, `${(ran.cpuMs / calls).toFixed(2)} ms a call`);
  row('calls', calls, `${(calls / (2 * cases)).toFixed(3)} x`, 'of the least possible');
  row('peak memory', `${ran.megabytes} MB`, '', `aim ${aims.megabytes} MB`);
  row('of what makes the reports', `${ran.besideMegabytes} MB`, '', 'a process beside it');
  hold(`${calls} calls: the whole command`, ran.ms / floor, aims.wall);
  hold(`${calls} calls: calls`, calls / (2 * cases), aims.calls);
  hold(`${calls} calls: memory`, ran.megabytes, aims.megabytes);
  if (ran.code !== 0) missed.push(`exit ${ran.code}`);
}

/** The report of a run whose answers are all there: nothing is asked. */
async function measureReport(cases) {
  const [dataset, out] = [datasetOf(cases), join(folder, `report-${cases}`)];
  const args = ['compare', 'old', 'new', '--dataset', dataset, '--out', out];
  // What is out of reach ends at once, and leaves a run to go on with.
  await command(args, 'http://127.0.0.1:9', 1_500);
  writeFileSync(join(out, 'calls.jsonl'), Array.from({ length: cases }, (_, n) => answers(n)).join(''));
  const ran = await command([...args, '--resume'], 'http://127.0.0.1:9');
  console.log(`\nVerdict and every report of ${cases.toLocaleString('en')} cases\n  floor: none; start-up is in it`);
  row('the whole command', `${Math.round(ran.ms)} ms`, '', `aim ${1000 * aims.reportSeconds} ms`);
  row('peak memory', `${ran.besideMegabytes} MB`);
  hold('seconds of the report', ran.ms / 1000, aims.reportSeconds);
  if (ran.code !== 0) missed.push(`the report: exit ${ran.code}`);
}

function answers(n) {
  const answer = { text: `answer ${n}`, toolCalls: [], stopReason: 'end_turn', inputTokens: 80, outputTokens: 3 };
  const took = { latencyMs: 50 + (n % 7), ttftMs: 49 };
  const attempt = { kind: 'answered', breaks: [], checks: [{ passed: n % 20 !== 0, score: null }], ...took };
  return ['current', 'candidate']
    .map((side) => ({
      kind: 'call',
      caseId: `case-${n}`,
      repeat: 0,
      side,
      frozen: false,
      attempt: { ...attempt, inputTokens: 80, outputTokens: 3 },
      answer: { ...answer, ...took },
      failure: null,
    }))
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('');
}

function datasetOf(cases) {
  const file = join(folder, `cases-${cases}.jsonl`);
  const line = (n) => ({
    id: `case-${n}`,
    prompt: `question ${n} ${'about a payment '.repeat(20)}`,
    expected: `answer ${n}`,
  });
  writeFileSync(file, Array.from({ length: cases }, (_, n) => JSON.stringify(line(n))).join('\n'));
  return file;
}

/** Runs the built command; its own peak memory and processor time, as Linux counts them. */
async function command(args, endpoint, killAfterMs = Infinity) {
  const env = {
    ...process.env,
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: endpoint,
  };
  const begun = performance.now();
  const child = spawn(process.execPath, ['dist/sundial.js', ...args, '--json', '--now', '2026-11-20'], {
    env,
    stdio: 'ignore',
  });
  let [megabytes, besideMegabytes, cpuMs] = [0, 0, 0];
  const watching = setInterval(() => {
    try {
      // Of a process that has just ended there is no memory to read.
      megabytes = Math.max(megabytes, peakMegabytes(child.pid));
      const beside = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim();
      if (beside !== '') besideMegabytes = Math.max(besideMegabytes, peakMegabytes(beside.split(' ')[0]));
      const ticks = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(' ');
      cpuMs = Math.max(cpuMs, 10 * (Number(ticks[13]) + Number(ticks[14])));
    } catch {
      // It has just ended.
    }
    if (performance.now() - begun > killAfterMs) child.kill('SIGKILL');
  }, 20);
  const [code] = await once(child, 'exit');
  clearInterval(watching);
  return { code, ms: performance.now() - begun, megabytes, besideMegabytes, cpuMs };
}

function peakMegabytes(pid) {
  const [, kilobytes = 0] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(kilobytes / 1024);
}

function row(name, ...cells) {
  console.log(`  ${name.padEnd(32)} ${cells.map((cell) => String(cell).padEnd(16)).join(' ')}`.trimEnd());
}

function hold(name, value, aim) {
  if (value > aim) missed.push(`${name} is ${value.toFixed(2)}, the aim is ${aim}`);
}
