import { fitted } from '../../templates/formats/fitted.ts';
import type { Ticket } from '../../templates/ticket.ts';
import { keyLabel } from './key-label.ts';
import { withTicksOf } from './owned-section.ts';

const begin = '--- Sundial writes from here on; what you write above or below stays ---';

/**
 * A text of at most `room` characters with Sundial's part in it: in its old place, with people's ticks, or below what is there. What
 * people wrote is never shortened; Sundial's part is. Where even its shortest has no room, the text stays as it is.
 */
export function withPlainSection(
  text: string,
  key: string,
  parts: Ticket['parts'],
  { room, render }: { readonly room: number; readonly render: (markdown: string) => string },
): string {
  const before = text.replaceAll('\r\n', '\n');
  const end = `--- Sundial's part ends: ${keyLabel(key)} ---`;
  const from = before.indexOf(begin);
  const to = before.indexOf(end, from);
  const isThere = from >= 0 && to >= 0;
  const above = isThere ? before.slice(0, from) : before === '' ? '' : `${before.trimEnd()}\n\n`;
  const below = isThere ? before.slice(to + end.length) : '';
  const edges = [above, begin, end, below].join('').length + 4;
  if (edges > room) return before;

  const own = fitted(parts, room - edges, render, (shown) => shown.length);
  return [above, begin, '\n\n', withTicksOf(isThere ? before.slice(from, to) : '', own), '\n\n', end, below].join('');
}
