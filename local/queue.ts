import { randomUUID } from 'node:crypto';
import type { Table } from '../adapters/table.ts';

/** An event on its way to a handler: kept before the handler runs, so that a killed process loses nothing. */
export interface Message {
  readonly id: string;
  readonly rule: string;
  readonly event: unknown;
}

/** A message that could not be handled, and why. */
export interface DeadLetter extends Message {
  readonly error: string;
  readonly reason: string;
  readonly at: string;
}

const waiting = 'QUEUE';
const dead = 'DEAD-LETTERS';

/** The queue between rules and handlers, and its dead letters, as they would be on SQS. Ids of one run sort in the order of arrival. */
export function localQueue(table: Table) {
  // The clock may stand still over several runs, so an id also names its run.
  const run = randomUUID();
  let sent = 0;

  return {
    async send(rule: string, event: unknown, at: number): Promise<Message> {
      sent += 1;
      const message = { id: [at, run, String(sent).padStart(9, '0')].join('-'), rule, event };
      await table.put({ pk: waiting, sk: message.id, message: JSON.stringify(message) });
      return message;
    },
    async received(): Promise<readonly Message[]> {
      return (await table.query(waiting)).map(({ message }) => JSON.parse(String(message)) as Message);
    },
    async done({ id }: Message): Promise<void> {
      await table.remove(waiting, id);
    },
    async bury(letter: DeadLetter): Promise<void> {
      await table.put({ pk: dead, sk: letter.id, letter: JSON.stringify(letter) });
      await table.remove(waiting, letter.id);
    },
    async deadLetters(): Promise<readonly DeadLetter[]> {
      return (await table.query(dead)).map(({ letter }) => JSON.parse(String(letter)) as DeadLetter);
    },
    /** Back from the dead letters into the queue. */
    async revive(letter: DeadLetter): Promise<Message> {
      const message = { id: letter.id, rule: letter.rule, event: letter.event };
      await table.put({ pk: waiting, sk: letter.id, message: JSON.stringify(message) });
      await table.remove(dead, letter.id);
      return message;
    },
  };
}
