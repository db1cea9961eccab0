// Sweeps generated organisations on the simulated AWS. --full: 34 Regions for 200 accounts too. --strict: exit 1 over an aim.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';

const aims = { wall: 1.2, calls: 1.05, memory: 1.1 };
const [full, strict] = ['--full', '--strict'].map((flag) => process.argv.includes(flag));
const latencyMs = 30;
const limit = 16;
const missed = [];

/**
 * What a generated place takes at least: 12 lists, the profiles' in two types; an agent, its aliases and its pinned version; tags; the
 * metrics of two endpoints and the data of one; four kinds of calls in CloudTrail, one of them on two pages; quotas.
 */
const callsOfAPlace = 13 + 3 + 1 + 3 + 5 + 1;
/** Agents → aliases → version, or metrics → data → the trail's pages → quotas, behind the role, the account's Regions and the profiles. */
const longestChain = 3 + 1 + 2 + 5 + 1;

for (const entry of ['bench/fake-aws.ts', 'bench/sweep-accounts.ts'])
  await build({
    entryPoints: [entry],
    outfile: join('.build', entry.replace(/\.ts$/, '.mjs')),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });

const ten = measure(10, 34, latencyMs);
const floor = Math.max((ten.calls.total * latencyMs) / limit, longestChain * latencyMs);
console.log(`\nA sweep of ${ten.accounts} accounts in ${ten.regions} Regions, every answer ${latencyMs} ms away`);
console.log(
  `  floor: ${ten.calls.total.toLocaleString('en')} calls, ${limit} at a time; the longest chain of dependent calls is shorter`,
);
row('floor', `${Math.round(floor)} ms`);
row('sweep', `${Math.round(ten.ms)} ms`, `${(ten.ms / floor).toFixed(2)} x`, `aim ${aims.wall} x`);
row(
  'of which this process computes',
  `${Math.round(ten.cpuMs)} ms`,
  `${(ten.cpuMs / ten.calls.total).toFixed(2)} ms a call`,
);
hold('the wall time', ten.ms / floor, aims.wall);

const least = ten.places * callsOfAPlace;
row(
  'calls',
  ten.calls.total.toLocaleString('en'),
  `${(ten.calls.total / least).toFixed(3)} x`,
  `of the least possible, ${least.toLocaleString('en')}`,
);
hold('the calls', ten.calls.total / least, aims.calls);

const many = measure(200, full ? 34 : 8, 1);
console.log(
  `\n${many.accounts} accounts in ${many.regions} Regions: ${many.places.toLocaleString('en')} places, ${many.calls.total.toLocaleString('en')} calls, ${many.failures} failed`,
);
row('peak in the first quarter', megabytes(many.firstQuarterKb));
row(
  'peak in the last quarter',
  megabytes(many.lastQuarterKb),
  `${(many.lastQuarterKb / many.firstQuarterKb).toFixed(2)} x`,
  `aim ${aims.memory} x`,
);
hold('memory', many.lastQuarterKb / many.firstQuarterKb, aims.memory);

console.log(missed.length === 0 ? '\nEvery aim is met.' : `\nMissed: ${missed.join('; ')}`);
if (strict && missed.length > 0) process.exitCode = 1;

function measure(accounts, regions, latency) {
  const args = [accounts, regions, latency, limit].map(String);
  const env = { ...process.env, NODE_NO_WARNINGS: '1' };
  const { stdout, stderr, status } = spawnSync(process.execPath, ['.build/bench/sweep-accounts.mjs', ...args], {
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

function row(name, ...cells) {
  console.log(`  ${name.padEnd(32)} ${cells.map((cell) => cell.padEnd(16)).join(' ')}`.trimEnd());
}

function hold(name, value, aim) {
  if (value > aim) missed.push(`${name} is ${value.toFixed(2)}, the aim is ${aim}`);
}

function megabytes(kilobytes) {
  return `${Math.round(kilobytes / 1024)} MB`;
}
