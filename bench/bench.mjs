import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundles } from './bundles.mjs';

const strict = process.argv.includes('--strict');
const aims = { readShare: 0.25, writesPerEvent: 20 };
const missed = [];

const decided = await measure('bench/read-and-decide.ts');
heading('Read and decide alone', 'floor: JSON.parse of the same 200 events');
row('floor', `${round(decided.parsedPerSecond)} events/s`);
row(
  'read and decide',
  `${round(decided.decidedPerSecond)} events/s`,
  `${round(decided.parsedPerSecond / decided.decidedPerSecond)} x`,
);
row('peak memory', megabytes(decided.peakKb));

const path = await measure('bench/local-path.ts');
const writesPerEvent = path.writesPerSecond / path.eventsPerSecond;
heading('The whole local path', "floor: the store's own writes, one after the other, on the same disk");
row('floor', `${round(path.writesPerSecond)} writes/s`);
row(
  'events to tickets and threads',
  `${round(path.eventsPerSecond)} events/s`,
  `an event costs ${writesPerEvent.toFixed(1)} writes`,
);
row('', `${path.count} events, ${path.actions} actions, ${path.notHandled} not handled`);
row('share of reading and deciding', `${Math.round((100 * path.eventsPerSecond) / decided.decidedPerSecond)} %`);
row('peak memory', megabytes(path.peakKb));
hold('the share of reading and deciding', path.eventsPerSecond / decided.decidedPerSecond, aims.readShare);
hold('the local path', writesPerEvent, aims.writesPerEvent);

const [floor, byDefault, ...functions] = await bundles();
heading(
  'A cold start',
  'floor: a bare DynamoDB document client, bundled with the same settings; median of 15 processes',
);
const cells = ({ kb, ms, peakKb }) => [
  `${round(kb)} KB`,
  `${ms.toFixed(1)} ms`,
  `${(ms / floor.ms).toFixed(2)} x`,
  megabytes(peakKb),
];
for (const one of [floor, byDefault, ...functions]) row(one.name, ...cells(one));
for (const { name, ms, kb, aim } of functions) {
  hold(`${name}: load`, ms / floor.ms, aim.loadRatio);
  hold(`${name}: bundle in KB`, kb, aim.kb);
}

console.log(missed.length === 0 ? '\nEvery aim is met.' : `\nMissed: ${missed.join('; ')}`);
if (strict && missed.length > 0) process.exitCode = 1;

/** Runs a measurement in a process of its own, so that peak memory is its own. */
async function measure(entry) {
  const outfile = join(process.cwd(), '.build', entry.replace(/\.ts$/, '.mjs'));
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' });
  const env = { ...process.env, NODE_NO_WARNINGS: '1' };
  const { stdout, stderr, status } = spawnSync(process.execPath, [outfile], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${entry} failed: ${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

function heading(title, floorOf) {
  console.log(`\n${title}\n  ${floorOf}`);
}

function row(name, ...values) {
  console.log(`  ${name.padEnd(30)} ${values.map((value) => value.padEnd(16)).join(' ')}`.trimEnd());
}

function hold(name, value, aim) {
  if (value > aim) missed.push(`${name} is ${value.toFixed(2)}, the aim is ${aim}`);
}

function round(value) {
  return Math.round(value).toLocaleString('en');
}

function megabytes(kilobytes) {
  return `${Math.round(kilobytes / 1024)} MB`;
}
