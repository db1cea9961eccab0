import type { Call } from '../call.ts';

/** The file in an upload: the body itself, or the one part of a form, for Slack takes it either way and its own client sends a form. */
export function uploadedBytes({ bytes = new Uint8Array(), contentType }: Call): Uint8Array {
  if (!contentType?.startsWith('multipart/form-data')) return bytes;
  const boundary = Buffer.from(`\r\n--${/boundary="?(?<mark>[^";]+)/.exec(contentType)?.groups?.['mark'] ?? ''}`);
  const body = Buffer.from(bytes);
  const begins = body.indexOf('\r\n\r\n') + 4;
  return body.subarray(begins, body.indexOf(boundary, begins));
}
