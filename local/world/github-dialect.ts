import type { DateTime } from 'luxon';
import type { Json } from './call.ts';
import { isRecord, jsonOf } from './call.ts';
import type { Dialect } from './dialect.ts';

interface Times {
  readonly created_at: string;
  readonly updated_at: string;
  readonly closed_at: string | null;
}

/** Issue numbers and ids are counted up and so replay the same; times are told by our clock and kept. */
export function githubDialect(now: () => DateTime): Dialect {
  const timesOf = new Map<string, Times>();

  return {
    service: 'github',
    changes: ({ method }) => method !== 'GET' && method !== 'HEAD',
    succeeded: ({ status }) => status >= 200 && status < 300,
    inward: (call) => call,
    outward: (answer, changed) => {
      const body = jsonOf(answer.body);
      if (changed) stamp(body, timesOf, now());
      return body === null ? answer : { ...answer, body: JSON.stringify(withTimes(body, timesOf)) };
    },
    witness: ({ body }) => witness(jsonOf(body)),
    recall: (told, current) => recall(told, current, timesOf),
    unauthorised: {
      status: 401,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message: 'Bad credentials' }),
    },
  };
}

/** An issue or comment just made or changed. */
function stamp(body: Json, timesOf: Map<string, Times>, now: DateTime): void {
  if (!isRecord(body) || typeof body['url'] !== 'string' || typeof body['created_at'] !== 'string') return;
  const known = timesOf.get(body['url']);
  const at = now.toUTC().startOf('second').toISO({ suppressMilliseconds: true }) ?? '';
  timesOf.set(body['url'], {
    created_at: known?.created_at ?? at,
    updated_at: at,
    closed_at: typeof body['closed_at'] === 'string' ? (known?.closed_at ?? at) : null,
  });
}

function withTimes(body: Json, timesOf: ReadonlyMap<string, Times>): Json {
  if (Array.isArray(body)) return (body as readonly Json[]).map((item) => withTimes(item, timesOf));
  if (!isRecord(body) || typeof body['url'] !== 'string') return body;
  const times = timesOf.get(body['url']);
  if (!times) return body;
  return { ...body, ...times, ...('closed_at' in body ? {} : { closed_at: undefined }) };
}

function witness(body: Json): Json {
  if (!isRecord(body)) return null;
  const { url, id, number, created_at, updated_at, closed_at } = body;
  return { url, id, number, created_at, updated_at, closed_at };
}

function recall(told: Json, current: Json, timesOf: Map<string, Times>): void {
  if (!isRecord(told) || !isRecord(current)) return;
  for (const field of ['url', 'id', 'number'])
    if (told[field] !== current[field])
      throw new Error(
        `${field} was ${JSON.stringify(told[field])} when first told, and is now ${JSON.stringify(current[field])}`,
      );

  const { url, created_at, updated_at, closed_at } = told;
  if (typeof url !== 'string' || typeof created_at !== 'string') return;
  timesOf.set(url, {
    created_at,
    updated_at: typeof updated_at === 'string' ? updated_at : created_at,
    closed_at: typeof closed_at === 'string' ? closed_at : null,
  });
}
