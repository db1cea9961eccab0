/** Where in a text of JSON values the reader is. */
interface Place {
  depth: number;
  inText: boolean;
  escaped: boolean;
  line: number;
  start: number;
  stray: boolean;
}

/**
 * The objects of a JSON array, or of several documents one after another, each as text with the line that it begins on. Memory holds
 * one of them. Of what else stands there, the first letter is given, for a reader to complain about.
 */
export async function* jsonObjects(pieces: AsyncIterable<string>): AsyncGenerator<{ line: number; text: string }> {
  const place: Place = { depth: 0, inText: false, escaped: false, line: 1, start: 1, stray: false };
  let begun: string[] = [];
  for await (const piece of pieces) {
    let from = 0;
    for (let index = 0; index < piece.length; index += 1) {
      const step = stepped(place, piece[index] ?? '');
      if (step === 'begins') from = index;
      if (step === 'strays') yield { line: place.line, text: piece[index] ?? '' };
      if (step !== 'ends') continue;
      yield { line: place.start, text: [...begun, piece.slice(from, index + 1)].join('') };
      begun = [];
    }
    if (place.depth > 0) begun.push(piece.slice(from));
  }
  if (place.depth > 0) yield { line: place.start, text: begun.join('') };
}

/** Takes one letter: whether an object begins with it, or ends. Braces and brackets in texts are text. */
function stepped(place: Place, letter: string): 'begins' | 'ends' | 'strays' | null {
  if (letter === '\n') place.line += 1;
  if (place.inText) {
    if (!place.escaped && letter === '"') place.inText = false;
    place.escaped = !place.escaped && letter === '\\';
    return null;
  }
  if (place.depth === 0 && letter !== '{') return strayed(place, letter);
  if (letter === '"') place.inText = true;
  if (letter === '}') {
    place.depth -= 1;
    return place.depth === 0 ? 'ends' : null;
  }
  if (letter !== '{') return null;
  place.depth += 1;
  if (place.depth > 1) return null;
  place.start = place.line;
  place.stray = false;
  return 'begins';
}

/** Once for all letters up to the next comma. */
function strayed(place: Place, letter: string): 'strays' | null {
  if (letter === '"') place.inText = true;
  if (/[\s[\]]/.test(letter)) return null;
  const isFirst = letter !== ',' && !place.stray;
  place.stray = letter !== ',';
  return isFirst ? 'strays' : null;
}
