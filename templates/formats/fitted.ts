import { fittingParts } from '../markdown.ts';
import { shortened } from './shortened.ts';

/** Shares of the room that are tried for whole parts; the rest of it is for the names of those that do not fit. */
const shares = [1, 0.75, 0.5, 0.25, 0];

/**
 * As many parts as fit, in order, in another format; `lengthOf` measures as the tracker counts. What does not fit is named, or left
 * out from the end where even the names are too long.
 */
export function fitted<Rendered>(
  parts: readonly [string, ...string[]],
  room: number,
  render: (markdown: string) => Rendered,
  lengthOf: (rendered: Rendered) => number,
): Rendered {
  const fits = (rendered: Rendered) => lengthOf(rendered) <= room;
  for (let count = parts.length; count > 0; count -= 1)
    for (const share of shares) {
      const shown = fittingParts(parts.slice(0, count), room * share, (part) => lengthOf(render(part)));
      const rendered = render(shown);
      if (fits(rendered)) return rendered;
    }
  for (let most = Math.max(room, 0); most > 60; most = Math.floor(most / 2)) {
    const rendered = render(shortened(parts[0], most));
    if (fits(rendered)) return rendered;
  }
  return render('');
}
