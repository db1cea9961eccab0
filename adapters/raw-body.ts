import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

interface RawResponse {
  readonly response: { body?: unknown };
}

/**
 * Keeps the JSON that AWS sends in answer to a command, as it came: the SDK passes on only what its own version knows. The answer
 * is `undefined` until the command was sent.
 */
export function keepRawBody(command: {
  readonly middlewareStack: { add: (middleware: never, options: never) => void };
}): () => unknown {
  let raw: unknown;
  const keep = (next: (given: object) => Promise<RawResponse>) => async (given: object) => {
    const result = await next(given);
    if (result.response.body instanceof Readable) {
      const bytes = await buffer(result.response.body);
      raw = json(bytes.toString('utf8'));
      result.response.body = Readable.from([bytes]);
    }
    return result;
  };
  // The last step before the wire: what comes back has not been read by anybody yet.
  command.middlewareStack.add(keep as never, { step: 'deserialize', priority: 'low', name: 'sundialRawBody' } as never);
  return () => raw;
}

/** What is no JSON is left to the SDK to complain about. */
function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
