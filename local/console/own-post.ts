import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A name that somebody else's DNS points at this machine is refused, so that no foreign page can read the console. */
export function isLocal(host: string | undefined): boolean {
  return /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/i.test(host ?? '');
}

/** A foreign page may send a form here too; a browser then says where it comes from. */
export function isFromHere({ headers }: IncomingMessage): boolean {
  return headers.origin === `http://${headers.host ?? ''}`;
}

/** New at every start: only a page that this console made carries it. */
export function formToken(): { readonly text: string; readonly matches: (given: unknown) => boolean } {
  const token = randomBytes(24);
  return {
    text: token.toString('hex'),
    matches: (given) => {
      const bytes = Buffer.from(typeof given === 'string' ? given : '', 'hex');
      return bytes.length === token.length && timingSafeEqual(bytes, token);
    },
  };
}
