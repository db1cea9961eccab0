import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { defaultConfiguration } from '../adapters/configuration.ts';
import { startDynamo } from '../local/dynamo.ts';
import { startEngine } from '../local/engine.ts';
import { openLocalTable } from '../local/local-table.ts';
import { eventStream } from './event-stream.ts';

const count = 200;
const directory = mkdtempSync(join(tmpdir(), 'sundial-bench-'));

/** Puts one after the other, as the handlers do, on the same disk: what the store can do by itself. */
async function writesPerSecond(): Promise<number> {
  const dynamo = await startDynamo(join(directory, 'floor'));
  const { table, close } = await openLocalTable(dynamo.endpoint);
  await setTimeout(200); // A table takes a moment to become active.
  const seconds = await timed(async () => {
    for (let n = 0; n < 500; n += 1) await table.put({ pk: `FLOOR#${n}`, sk: 'FLOOR', text: 'x'.repeat(500) });
  });
  close();
  await dynamo.close();
  return 500 / seconds;
}

async function eventsPerSecond() {
  const engine = await startEngine({
    configuration: defaultConfiguration,
    now: () => DateTime.fromISO('2026-11-20T00:00:00Z', { zone: 'utc' }),
    directory: join(directory, 'engine'),
  });
  const stream = eventStream(count).map((text): unknown => JSON.parse(text));
  const outcomes: string[] = [];
  const seconds = await timed(async () => {
    for (const event of stream) outcomes.push((await engine.deliver(event)).outcome);
  });
  const actions = engine.done().length;
  await engine.close();
  return { events: count / seconds, actions, notHandled: outcomes.filter((one) => one !== 'handled').length };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

try {
  const writes = await writesPerSecond();
  const { events, actions, notHandled } = await eventsPerSecond();
  const peakKb = process.resourceUsage().maxRSS;
  console.log(JSON.stringify({ writesPerSecond: writes, eventsPerSecond: events, count, actions, notHandled, peakKb }));
} finally {
  rmSync(directory, { recursive: true });
}
