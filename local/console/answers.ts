import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { consoleStyle } from '../../templates/console/style.ts';

/** One answer of the console. */
export interface ConsoleAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The page needs its own style sheet, its icon and its own forms: no script, no frame, nothing from elsewhere. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(consoleStyle).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** A report brings its own policy, which lets its own script act. Here it is kept from the console besides: an origin of its own. */
const reportPolicy =
  "sandbox allow-scripts allow-popups allow-downloads; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; connect-src 'none'; object-src 'none'";

const headers = {
  'cache-control': 'no-store',
  // Not `no-referrer`: a browser would then not say that a form comes from this very page.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

export function page(body: string): ConsoleAnswer {
  return answer(200, 'text/html', body, policy);
}

export function report(body: string): ConsoleAnswer {
  return answer(200, 'text/html', body, reportPolicy);
}

export function plain(status: number, text: string): ConsoleAnswer {
  return answer(status, 'text/plain', `${text}\n`, policy);
}

/** To be asked for with GET, so that loading it again does nothing again. */
export function seeOther(location: string): ConsoleAnswer {
  const { status, body, ...rest } = plain(303, 'See there.');
  return { status, body, headers: { ...rest.headers, location } };
}

export function send(response: ServerResponse, { status, headers: own, body }: ConsoleAnswer, withBody: boolean): void {
  response.writeHead(status, own);
  response.end(withBody ? body : undefined);
}

function answer(status: number, type: string, body: string, csp: string): ConsoleAnswer {
  return {
    status,
    headers: { ...headers, 'content-security-policy': csp, 'content-type': `${type}; charset=utf-8` },
    body,
  };
}
