import type { Answer, Call } from './call.ts';
import type { Dialect } from './dialect.ts';
import type { Journal, JournalCall } from './journal.ts';

/** A simulated service that remembers: what it answered before a restart still holds after it. */
export interface Service {
  readonly call: (call: Call) => Promise<Answer>;
  /** Does again what the journal tells, without writing it down again. */
  readonly replay: (lines: readonly JournalCall[]) => Promise<void>;
}

/**
 * One call at a time, so that the journal's order is the order in which things happened. A change is written down before it is
 * answered: killed before that it never happened, killed after it, it did.
 */
export function rememberingService(
  forward: (call: Call) => Promise<Answer>,
  dialect: Dialect,
  journal: Journal,
): Service {
  let previous: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = previous.then(work);
    previous = result.catch(() => undefined);
    return result;
  };

  return {
    call: (call) =>
      inTurn(async () => {
        const answer = await forward(dialect.inward(call));
        const changed = dialect.changes(call) && dialect.succeeded(answer);
        const told = dialect.outward(answer, changed);
        if (changed) {
          const { method, path, contentType, body } = call;
          const { service } = dialect;
          journal.append({ kind: 'call', service, method, path, contentType, body, told: dialect.witness(told) });
        }
        return told;
      }),
    replay: async (lines) => {
      for (const line of lines) await inTurn(() => again(line, forward, dialect));
    },
  };
}

async function again(line: JournalCall, forward: (call: Call) => Promise<Answer>, dialect: Dialect): Promise<void> {
  const { method, path, contentType, body, told } = line;
  const answer = await forward(dialect.inward({ method, path, contentType, body }));
  const context = `the simulated ${line.service} does not do ${method} ${path} again as it did`;
  if (!dialect.succeeded(answer)) throw new Error(`${context}: ${answer.status} ${answer.body.slice(0, 200)}`);
  try {
    dialect.recall(told, dialect.witness(answer));
  } catch (cause) {
    throw new Error(context, { cause });
  }
}
