import { createServer } from 'node:http';
import { closeServer, listen } from '../../../local/loopback.ts';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Buffer;
  /** JSON, or an empty object. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** What a vendor answers instead of what was asked for. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    super(`refused with ${status}`);
    this.status = status;
    this.body = body;
  }
}

type Answer = (
  asked: Asked,
  ...parts: string[]
) => { status: number; body?: unknown } | Promise<{ status: number; body?: unknown }>;

/** `GET /issues/:id` to what answers it. A path that the vendor does not have is a 404, and a fault of the fake is a 500 with its words. */
export async function fakeServer(routes: Readonly<Record<string, Answer>>, before: (asked: Asked) => void) {
  const table = Object.entries(routes).map(([route, answer]) => {
    const [method = '', path = ''] = route.split(' ');
    return { method, pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '([^/]+)')}$`), answer };
  });

  async function answered(asked: Asked): Promise<{ status: number; body?: unknown }> {
    try {
      before(asked);
      for (const { method, pattern, answer } of table) {
        const parts = method === asked.method ? pattern.exec(asked.path) : null;
        if (parts) return await answer(asked, ...parts.slice(1).map(decodeURIComponent));
      }
      return { status: 404, body: { message: `no such route: ${asked.method} ${asked.path}` } };
    } catch (fault) {
      if (fault instanceof Refusal) return { status: fault.status, body: fault.body };
      return { status: 500, body: { fake: String(fault) } };
    }
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://localhost');
      const bytes = Buffer.concat(chunks);
      const headers = request.headers as Asked['headers'];
      const isJson = headers['content-type']?.includes('json') && bytes.length > 0;
      const body = isJson ? (JSON.parse(bytes.toString()) as Asked['body']) : {};
      void answered({ method: request.method ?? '', path, query, headers, bytes, body }).then(
        ({ status, body: given }) =>
          response
            .writeHead(status, { 'content-type': 'application/json' })
            .end(given === undefined ? '' : JSON.stringify(given)),
      );
    });
  });
  return { url: await listen(server), close: () => closeServer(server) };
}

/** The files of a `multipart/form-data` body. @see https://www.rfc-editor.org/rfc/rfc7578 */
export function formFiles({
  bytes,
  headers,
}: Asked): readonly { field: string; name: string; type: string; text: string }[] {
  const boundary = /boundary=(?<boundary>[^;]+)/.exec(headers['content-type'] ?? '')?.groups?.['boundary'];
  if (!boundary) throw new Refusal(415, { message: 'Unsupported Media Type' });
  return bytes
    .toString()
    .split(`--${boundary}`)
    .flatMap((part) => {
      const [head = '', ...content] = part.split('\r\n\r\n');
      const { field, name } = /name="(?<field>[^"]*)"; filename="(?<name>[^"]*)"/.exec(head)?.groups ?? {};
      const type = /content-type: (?<type>\S+)/i.exec(head)?.groups?.['type'] ?? '';
      return field && name ? [{ field, name, type, text: content.join('\r\n\r\n').replace(/\r\n$/, '') }] : [];
    });
}

/** Names in an object that are not among the known ones. */
export function unknownNames(given: object, known: readonly string[]): readonly string[] {
  return Object.keys(given).filter((name) => !known.includes(name));
}
