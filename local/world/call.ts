/** One HTTP request to a simulated service, and what it answers. */
export interface Call {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly contentType: string | null;
  readonly body: string;
  /** The body as it came, where it may be no text. */
  readonly bytes?: Uint8Array;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** In place of the body, where that is no text. */
  readonly bytes?: Uint8Array;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined };

/** The body as JSON; `null` where it is none, as in an answer without a body. */
export function jsonOf(body: string): Json {
  try {
    return JSON.parse(body) as Json;
  } catch {
    return null;
  }
}

export function isRecord(value: Json | undefined): value is { readonly [name: string]: Json | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
