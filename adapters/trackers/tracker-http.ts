import { HttpFailure, waitAsked } from './http-failure.ts';

export interface TrackerCall {
  readonly method: 'HEAD' | 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the tracker's address, encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly json?: unknown;
  /** Sent as it is, where `json` is not given. */
  readonly body?: FormData | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks a tracker, and answers with the JSON that came; `null` where the answer is empty. Throws an `HttpFailure`. */
export type TrackerHttp = (call: TrackerCall) => Promise<unknown>;

/** A client of a tracker's HTTP API that answers or fails soon; what may be repeated, those who call it know. */
export function trackerHttp(options: {
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs?: number | undefined;
}): TrackerHttp {
  const { baseUrl, headers, timeoutMs = 10_000 } = options;
  return async ({ method, path, query = {}, json, body, headers: more }) => {
    const url = new URL(path === '' ? baseUrl : `${baseUrl.replace(/\/+$/, '')}${path}`);
    for (const [name, value] of Object.entries(query))
      for (const one of [value].flat()) url.searchParams.append(name, one);
    const sent = json === undefined ? body : JSON.stringify(json);
    const [status, answered, text] = await asked(url, {
      method,
      // A redirect would carry what is written to a place that nobody configured.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        accept: 'application/json',
        'user-agent': 'sundial',
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
        ...more,
      },
      ...(sent !== undefined && { body: sent }),
    });
    const answer = readJson(text);
    if (status >= 200 && status < 300 && answer !== unreadable) return answer;
    const afterMs = status === 429 || status >= 500 ? waitAsked(answered) : null;
    throw new HttpFailure({ status, afterMs, answer: answer === unreadable ? text : answer });
  };
}

async function asked(url: URL, init: RequestInit): Promise<[status: number, headers: Headers, text: string]> {
  try {
    const response = await fetch(url, init);
    return [response.status, response.headers, await response.text()];
  } catch (cause) {
    throw new HttpFailure({ status: null, afterMs: null, answer: null }, { cause });
  }
}

const unreadable = Symbol('no JSON');

function readJson(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return unreadable;
  }
}
