import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { awsAccess } from '../adapters/aws-access.ts';
import { defaultConfiguration } from '../adapters/configuration.ts';
import type { PlaceReading } from '../adapters/inventory/read-place.ts';
import { awsSurvey } from '../adapters/survey.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import { sweepAccount } from '../handlers/sweep-account.ts';
import type { SweepDeps } from '../handlers/sweep-ports.ts';
import { sweepAccounts } from '../local/state-machine/sweep.ts';

interface Hello {
  readonly endpoint: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly accounts: readonly string[];
  readonly regions: number;
}

interface Calls {
  readonly total: number;
  readonly byCall: Readonly<Record<string, number>>;
  readonly peak: { readonly overall: number };
}

/** Sweeps every account of a simulated AWS once, through the state machine: node sweep-accounts.mjs ACCOUNTS REGIONS LATENCY LIMIT. */
const [accountCount = 10, regionCount = 34, latencyMs = 30, sideBySide = 32] = process.argv.slice(2).map(Number);
const now = () => DateTime.fromISO('2026-11-20T09:00:00Z', { zone: 'utc' });
const aws = fork(join(import.meta.dirname, 'fake-aws.mjs'), [accountCount, regionCount, latencyMs].map(String));
const [hello] = (await once(aws, 'message')) as [Hello];

const survey = awsSurvey(
  { ...defaultConfiguration.sweep, accounts: hello.accounts },
  {
    access: awsAccess({ endpoint: hello.endpoint, credentials: hello.credentials }),
    homeRegion: 'us-east-1',
    now,
    sideBySide,
    // CloudTrail's two requests a second are a limit of AWS, not of the sweep: here they are not waited for.
    wait: () => Promise.resolve(),
  },
);
const counted = { dependents: 0, places: 0, failures: 0 };
const memory: number[] = [];
const store = {
  coverage: () => Promise.resolve([]),
  listings: () => Promise.resolve([]),
  putReading: ({ dependents, coverage }: PlaceReading) => {
    counted.dependents += dependents.length;
    counted.places += 1;
    counted.failures += coverage.failures.length;
    memory.push(process.memoryUsage.rss());
    return Promise.resolve();
  },
};
const deps = {
  survey,
  store,
  catalogue,
  configuration: defaultConfiguration,
  now,
  log: { info: () => undefined, error: () => undefined },
} as unknown as SweepDeps;

const start = performance.now();
await sweepAccounts(
  {
    'list-sweep-accounts': () =>
      Promise.resolve({
        sweepId: '2026-11-20T09:00:00.001Z',
        accounts: hello.accounts.map((account) => ({ account })),
      }),
    'sweep-account': (input) => sweepAccount(input as unknown as { sweepId: string; account: string }, deps),
    'conclude-sweep': () => Promise.resolve({}),
  },
  { now },
);
const ms = performance.now() - start;
aws.send('how many');
const [calls] = (await once(aws, 'message')) as [Calls];
aws.kill();

const quarter = Math.floor(memory.length / 4);
const peakOf = (part: readonly number[]) => Math.max(...part) / 1024;
console.log(
  JSON.stringify({
    ms,
    ...counted,
    calls,
    accounts: hello.accounts.length,
    regions: hello.regions,
    cpuMs: process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000,
    peakKb: process.resourceUsage().maxRSS,
    firstQuarterKb: peakOf(memory.slice(0, quarter)),
    lastQuarterKb: peakOf(memory.slice(-quarter)),
  }),
);
process.exit();
