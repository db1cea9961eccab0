/** At most `most` characters, whole lines where it can; says that something is left out. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - left.length);
  const line = kept.lastIndexOf('\n');
  return `${(line > most / 2 ? kept.slice(0, line) : kept).trimEnd().replace(/[\uD800-\uDBFF]$/, '')}${left}`;
}

const left = '\n\nToo long to show all of it here.';
