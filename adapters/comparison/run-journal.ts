import { createReadStream, existsSync, openSync, closeSync, fsyncSync, truncateSync, writeSync } from 'node:fs';
import type { Recorded } from '../../domain/cases/recorded.ts';
import { textLines } from '../cases/text-lines.ts';

/** What came of a run so far, a line for each call, written as it comes. */
export interface RunJournal {
  readonly append: (record: Recorded) => void;
  readonly close: () => void;
}

/** A run's journal holds a line that Sundial does not write, which the message names, or has been closed. */
export class RunJournalError extends Error {
  override readonly name = 'RunJournalError';
}

export function openRunJournal(file: string): RunJournal {
  const descriptor = openSync(file, 'a');
  let closed = false;
  return {
    append(record) {
      // The number of a closed file may stand for another by now.
      if (closed) throw new RunJournalError(`${file}: the run has ended, nothing more is written`);
      const bytes = Buffer.from(`${JSON.stringify(record)}\n`);
      // Until the line is whole: on a full disk a part of it is written, which no other line may follow.
      closed = true;
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
      closed = false;
    },
    close() {
      closed = true;
      fsyncSync(descriptor);
      closeSync(descriptor);
    },
  };
}

/** Everything recorded, in the order in which it came; nothing where there is no file yet. Throws `RunJournalError`. */
export async function* recordedIn(file: string): AsyncGenerator<Recorded> {
  if (!existsSync(file)) return;
  let number = 0;
  for await (const line of textLines(createReadStream(file).setEncoding('utf8'))) {
    number += 1;
    if (line === '') continue;
    try {
      yield JSON.parse(line) as Recorded;
    } catch (cause) {
      throw new RunJournalError(`${file}:${number}: expected a JSON object on one line`, { cause });
    }
  }
}

/** Cuts off a last line that a killed process did not finish. */
export async function mendRunJournal(file: string): Promise<void> {
  if (!existsSync(file)) return;
  let [position, whole] = [0, 0];
  for await (const chunk of createReadStream(file)) {
    const bytes = chunk as Buffer;
    const last = bytes.lastIndexOf(10);
    if (last >= 0) whole = position + last + 1;
    position += bytes.length;
  }
  if (whole < position) truncateSync(file, whole);
}
