import type { Answer, Call, Json } from '../call.ts';
import { isRecord, jsonOf } from '../call.ts';

/** What a client asks of a method of Slack's, by the names of its arguments. */
export type Asked = Readonly<Record<string, Json | undefined>>;

/** Arguments come as JSON, or as a form with JSON in some of its fields. */
export function askedOf({ contentType, body, path }: Call): Asked {
  const query = Object.fromEntries(new URLSearchParams(path.split('?')[1] ?? ''));
  if (contentType?.includes('json')) {
    const json = jsonOf(body);
    return { ...query, ...(isRecord(json) ? json : {}) };
  }
  const form = [...new URLSearchParams(body)].map(([name, value]) => [
    name,
    /^[[{]/.test(value) ? jsonOf(value) : value,
  ]);
  return { ...query, ...(Object.fromEntries(form) as Asked) };
}

export function textOf(asked: Asked, name: string): string {
  const value = asked[name];
  return typeof value === 'string' ? value : '';
}

export function ok(body: Readonly<Record<string, Json | undefined>> = {}): Answer {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ok: true, ...body }) };
}

/** Slack refuses with status 200, a word, and sometimes more words that say where. */
export function refused(error: string, messages: readonly string[] = []): Answer {
  const more = messages.length > 0 ? { response_metadata: { messages: messages.map((one) => `[ERROR] ${one}`) } } : {};
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ok: false, error, ...more }),
  };
}
