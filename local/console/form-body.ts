import type { IncomingMessage } from 'node:http';

/** Slack takes files of 10 MB; the fields around one are small. */
const mostBytes = 11 * 1024 * 1024;

/** What a form sent, files too; `null` where it is too large or no form. */
export async function formBody(request: IncomingMessage): Promise<FormData | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes) return null;
    chunks.push(chunk);
  }
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  // Discouraged for servers of strangers, whose forms are unbounded: these come from our own page, and are bounded.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return new Response(Buffer.concat(chunks), { headers }).formData().catch(() => null);
}

/** The text of a field; empty where there is none, or a file. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
