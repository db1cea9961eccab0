import { closeSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import * as z from 'zod/mini';
import type { Json } from './call.ts';
import type { ChannelChange } from './slack/channel-states.ts';

const Change = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['archived', 'unarchived', 'botRemoved', 'botInvited']) }),
  z.object({ kind: z.literal('renamed'), name: z.string() }),
]);

const Line = z.discriminatedUnion('kind', [
  /** Channels and repositories that exist from here on. */
  z.object({ kind: z.literal('seeded'), channels: z.array(z.string()), repositories: z.array(z.string()) }),
  /** A call that changed a service, with the part of the answer that gave something out: ids, numbers, times. */
  z.object({
    kind: z.literal('call'),
    service: z.enum(['slack', 'github']),
    method: z.string(),
    path: z.string(),
    contentType: z.nullable(z.string()),
    body: z.string(),
    told: z.json(),
  }),
  /** What somebody did to a Slack channel. */
  z.object({ kind: z.literal('channel'), channel: z.string(), change: Change }),
  /** A file in Slack, its bytes in base64. */
  z.object({
    kind: z.literal('file'),
    id: z.string(),
    name: z.string(),
    title: z.string(),
    altText: z.string(),
    bytes: z.string(),
  }),
]);

export type JournalLine =
  | { readonly kind: 'seeded'; readonly channels: readonly string[]; readonly repositories: readonly string[] }
  | { readonly kind: 'channel'; readonly channel: string; readonly change: ChannelChange }
  | JournalFile
  | JournalCall;

interface JournalFile {
  readonly kind: 'file';
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly altText: string;
  readonly bytes: string;
}

export interface JournalCall {
  readonly kind: 'call';
  readonly service: 'slack' | 'github';
  readonly method: string;
  readonly path: string;
  readonly contentType: string | null;
  readonly body: string;
  readonly told: Json;
}

/** Everything that changed the simulated world, in order. */
export interface Journal {
  /** What stood there when it was opened. */
  readonly lines: readonly JournalLine[];
  /** Returns once the line is written whole. After a failed write it refuses all others, so that no line follows half of one. */
  readonly append: (line: JournalLine) => void;
  readonly close: () => void;
}

export const noJournal: Journal = { lines: [], append: () => undefined, close: () => undefined };

/** Drops a last line that was cut short: its call was never answered, so nobody knows of it. */
export function openJournal(file: string): Journal {
  const lines = existsSync(file) ? wholeLines(file) : [];
  const descriptor = openSync(file, 'a', 0o600);
  let broken: unknown = null;

  return {
    lines,
    append: (line) => {
      if (broken) throw new Error(`${file} can no longer be written`, { cause: broken });
      try {
        const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
        for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
      } catch (error) {
        broken = error;
        throw error;
      }
    },
    close: () => closeSync(descriptor),
  };
}

function wholeLines(file: string): JournalLine[] {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf('\n') + 1;
  if (end < bytes.length) truncateSync(file, end);
  const lines = bytes.subarray(0, end).toString().split('\n').slice(0, -1);
  return lines.map((line, index) => parsed(line, `${file}:${index + 1}`));
}

function parsed(line: string, place: string): JournalLine {
  try {
    return Line.parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`${place} is not a line of the journal; remove the state directory to start afresh`, { cause });
  }
}
