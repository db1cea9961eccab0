/** The items whose names are nearest to what was typed, best first. */
export function nearest<Item>(
  typed: string,
  items: readonly Item[],
  namesOf: (item: Item) => readonly string[],
  most = 5,
): readonly Item[] {
  const wanted = plain(typed);
  return items
    .map((item) => ({ item, far: Math.min(...namesOf(item).map((name) => distance(wanted, plain(name)))) }))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ item }) => item);
}

/** Text as people compare it: case, dashes and spaces make no difference. */
export function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
}

/** Levenshtein's edit distance, with letters that only the longer text has at its end costing little: people type the beginning. */
function distance(typed: string, known: string): number {
  let previous = Array.from({ length: known.length + 1 }, (_, index) => index);
  for (const [row, letter] of Array.from(typed).entries()) {
    const current = [row + 1];
    for (const [column, other] of Array.from(known).entries()) {
      const substitution = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(substitution, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  const whole = previous.at(-1) ?? 0;
  const begun = previous.map((cost, length) => cost + (known.length - length) * 0.1);
  return Math.min(whole, ...begun) - (known.includes(typed) ? 5 : 0);
}
