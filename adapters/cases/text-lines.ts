/** The lines of a text that comes in pieces, without their ends; CR LF ends a line as LF does. */
export async function* textLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest: string[] = [];
  for await (const piece of pieces) {
    const [first = '', ...others] = piece.split('\n');
    rest.push(first);
    for (const other of others) {
      yield ended(rest.join(''));
      rest = [other];
    }
  }
  yield ended(rest.join(''));
}

function ended(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
