import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { onTestFinished } from 'vitest';
import type { Engine } from '../../local/engine.ts';
import type { EngineOptions } from '../../local/engine-options.ts';
import { startEngine } from '../../local/engine.ts';
import { aConfiguration } from '../builders/configuration.ts';

/** A local Sundial that is closed when the test ends; its clock can be set. */
export async function anEngine(options: Partial<EngineOptions> & { readonly at?: string } = {}) {
  const time = { now: options.at ?? '2026-11-20T09:00:00Z' };
  const engine = await startEngine({
    configuration: aConfiguration(),
    directory: null,
    now: () => DateTime.fromISO(time.now, { zone: 'utc' }),
    ...options,
  });
  onTestFinished(() => engine.close());
  return Object.assign(engine, { travelTo: (instant: string) => (time.now = instant) });
}

export function aDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'sundial-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** What people see: the titles of all tickets, and how many root messages and replies each channel has. */
export async function outside({ world }: Pick<Engine, 'world'>) {
  const channels = await world.messages();
  const messages = channels.flatMap((channel) => channel.messages);
  return {
    tickets: (await world.tickets()).map(({ title }) => title).toSorted(),
    messages: messages.length,
    replies: messages.flatMap(({ replies }) => replies).map(({ text }) => text),
    texts: messages.map(({ text }) => text).toSorted(),
  };
}
