import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { consolePage } from '../templates/console/page.ts';
import { consoleStyle } from '../templates/console/style.ts';
import type { ConsoleView } from '../templates/console/view.ts';
import { closeServer, listen } from './loopback.ts';

export interface ConsoleOptions {
  /** Asked afresh for every page. */
  readonly view: () => Promise<ConsoleView>;
  /** A free one where none is given. */
  readonly port?: number;
}

/** The page needs its own style sheet and its icon, and nothing else: no script, no frame, nothing from elsewhere. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(consoleStyle).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'content-security-policy': policy,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Serves the console on this machine only, at `/`. */
export async function startConsole({
  view,
  port = 0,
}: ConsoleOptions): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    page(request, view).then(
      ({ status, type, body }) => {
        response.writeHead(status, { ...headers, 'content-type': `${type}; charset=utf-8` });
        response.end(request.method === 'HEAD' ? undefined : body);
      },
      (error: unknown) => {
        response.writeHead(500, { ...headers, 'content-type': 'text/plain; charset=utf-8' });
        response.end(`The console could not be shown: ${error instanceof Error ? error.message : 'unknown reason'}\n`);
      },
    );
  });
  const url = await listen(server, port);
  return { url: `${url}/`, close: () => closeServer(server) };
}

interface Page {
  readonly status: number;
  readonly type: 'text/html' | 'text/plain';
  readonly body: string;
}

async function page(request: IncomingMessage, view: ConsoleOptions['view']): Promise<Page> {
  if (!isLocal(request.headers.host)) return plain(421, 'This console answers to 127.0.0.1 and localhost only.');
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'This console only shows.');
  switch ((request.url ?? '/').split('?')[0]) {
    case '/':
      return { status: 200, type: 'text/html', body: consolePage(await view()) };
    case '/healthz':
      return plain(200, 'ok');
    default:
      return plain(404, 'Nothing is here; the console is at /.');
  }
}

/** A name that somebody else's DNS points at this machine is refused, so that no foreign page can read the console. */
function isLocal(host: string | undefined): boolean {
  return /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/i.test(host ?? '');
}

function plain(status: number, text: string): Page {
  return { status, type: 'text/plain', body: `${text}\n` };
}
