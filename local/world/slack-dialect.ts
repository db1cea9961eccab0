import type { Call, Json } from './call.ts';
import { isRecord, jsonOf } from './call.ts';
import type { Dialect } from './dialect.ts';
import type { SlackIds } from './slack-ids.ts';
import { channelId, timestamp } from './slack-ids.ts';

/** Methods that only tell; every other one is taken to change something. */
const reading = /\.(list|info|history|replies|members|get|getPermalink|getPresence|test|lookupByEmail)$/;

/** What people wrote: passed through as it is. */
const written = new Set(['text', 'blocks', 'attachments', 'metadata', 'name', 'topic', 'purpose', 'profile', 'title']);

export function slackDialect(ids: SlackIds): Dialect {
  return {
    service: 'slack',
    changes: ({ path }) => !reading.test(path.split('?')[0] ?? ''),
    succeeded: (answer) => isRecord(jsonOf(answer.body)) && answer.body.startsWith('{"ok":true'),
    inward: (call) => inCurrentIds(call, ids),
    outward: (answer) => {
      const body = jsonOf(answer.body);
      learn(body, ids);
      return body === null ? answer : { ...answer, body: JSON.stringify(mapIds(body, ids.told)) };
    },
    witness: ({ body }) => witness(jsonOf(body)),
    recall: (told, current) => recall(told, current, ids),
    unauthorised: {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ok: false, error: 'invalid_auth' }),
    },
  };
}

function inCurrentIds(call: Call, ids: SlackIds): Call {
  const path = ids.current(call.path);
  if (call.contentType?.includes('json')) {
    const body = mapIds(jsonOf(call.body), ids.current);
    return {
      ...call,
      path,
      body: JSON.stringify(isRecord(body) ? { ...body, ...plainChannel(body['channel']) } : body),
    };
  }
  const form = new URLSearchParams(call.body);
  for (const [name, value] of [...form]) if (!written.has(name)) form.set(name, ids.current(value));
  const { channel } = plainChannel(form.get('channel') ?? undefined);
  if (channel) form.set('channel', channel);
  return { ...call, path, body: form.toString() };
}

/** Slack takes `#payments` where the emulator knows only `payments`. */
function plainChannel(channel: Json | undefined): { channel?: string } {
  return typeof channel === 'string' ? { channel: channel.replace(/^#/, '') } : {};
}

/** Gives lasting ids to what an answer shows for the first time. */
function learn(body: Json, ids: SlackIds, field = ''): void {
  if (typeof body === 'string') {
    if (/ts$/.test(field) && timestamp.test(body) && !ids.isKnown(body)) ids.newTimestamp(body);
  } else if (Array.isArray(body)) {
    for (const item of body as readonly Json[]) learn(item, ids, field);
  } else if (isRecord(body)) {
    const { id, name } = body;
    if (typeof id === 'string' && typeof name === 'string' && body['is_channel'] !== undefined && !ids.isKnown(id))
      ids.pair(channelId(name), id);
    for (const [key, value] of Object.entries(body))
      if (value !== undefined && !written.has(key)) learn(value, ids, key);
  }
}

function mapIds(body: Json, replaced: (text: string) => string): Json {
  if (typeof body === 'string') return replaced(body);
  if (Array.isArray(body)) return (body as readonly Json[]).map((item) => mapIds(item, replaced));
  if (!isRecord(body)) return body;
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [
      key,
      value === undefined || written.has(key) ? value : mapIds(value, replaced),
    ]),
  );
}

function witness(body: Json): Json {
  if (!isRecord(body)) return null;
  const message = isRecord(body['message']) ? body['message'] : {};
  const edited = isRecord(message['edited']) ? message['edited']['ts'] : null;
  return { channel: body['channel'] ?? null, ts: body['ts'] ?? null, edited: edited ?? null };
}

function recall(told: Json, current: Json, ids: SlackIds): void {
  if (!isRecord(told) || !isRecord(current)) return;
  for (const field of ['ts', 'edited']) {
    const [first, second] = [told[field], current[field]];
    if (typeof first === 'string' && typeof second === 'string' && !ids.isKnown(second)) ids.pair(first, second);
  }
}
