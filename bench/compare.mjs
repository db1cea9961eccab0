// Compares two simulated models over 2,000 cases: 4,000 calls of 50 ms, 32 at once. --strict: exit 1 over an aim.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';

const aims = { wall: 1.1, calls: 1, megabytes: 256 };
const [cases, latencyMs, concurrency] = [2_000, 50, 32];
const strict = process.argv.includes('--strict');
const missed = [];

for (const entry of ['bench/fake-bedrock.ts', 'bench/compare-cases.ts'])
  await build({
    entryPoints: [entry],
    outfile: join('.build', entry.replace(/\.ts$/, '.mjs')),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });

const args = [cases, latencyMs, concurrency].map(String);
const env = { ...process.env, NODE_NO_WARNINGS: '1' };
const { stdout, stderr, status } = spawnSync(process.execPath, ['.build/bench/compare-cases.mjs', ...args], {
  env,
  encoding: 'utf8',
});
if (status !== 0) throw new Error(stderr);
const { calls, answered, askedMs, concludedMs, cpuMs, peakKb } = JSON.parse(stdout.trim().split('\n').at(-1));

const floor = (2 * cases * latencyMs) / concurrency;
console.log(`\nA comparison over ${cases} cases, every answer ${latencyMs} ms away, ${concurrency} calls at once`);
row('floor', `${Math.round(floor)} ms`);
row('asking', `${Math.round(askedMs)} ms`, `${(askedMs / floor).toFixed(2)} x`, `aim ${aims.wall} x`);
row('of which this process computes', `${Math.round(cpuMs)} ms`, `${(cpuMs / calls).toFixed(2)} ms a call`);
row('calls', calls, `${(calls / (2 * cases)).toFixed(3)} x`, 'of the least possible');
row('verdict and every report', `${Math.round(concludedMs)} ms`);
row('peak memory', `${Math.round(peakKb / 1024)} MB`, '', `aim ${aims.megabytes} MB`);
hold('the wall time', askedMs / floor, aims.wall);
hold('the calls', calls / (2 * cases), aims.calls);
hold('memory', peakKb / 1024, aims.megabytes);
if (answered !== cases) missed.push(`${cases - answered} cases were not answered`);

console.log(missed.length === 0 ? '\nEvery aim is met.' : `\nMissed: ${missed.join('; ')}`);
if (strict && missed.length > 0) process.exitCode = 1;

function row(name, ...cells) {
  console.log(`  ${name.padEnd(32)} ${cells.map((cell) => String(cell).padEnd(16)).join(' ')}`.trimEnd());
}

function hold(name, value, aim) {
  if (value > aim) missed.push(`${name} is ${value.toFixed(2)}, the aim is ${aim}`);
}
