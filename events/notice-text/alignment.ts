import type { Span } from './mention.ts';

/** Pairs dates with cues in order, each cue once, so that the distances between them are the least; a date may stay alone. */
export function aligned<Cue extends Span>(dates: readonly Span[], found: readonly Cue[], mask: string): (Cue | null)[] {
  const alone = 400;
  type Best = { readonly cost: number; readonly pairs: readonly (Cue | null)[] };
  let row: Best[] = found.map(() => ({ cost: 0, pairs: [] }));
  row.push({ cost: 0, pairs: [] });

  for (const date of dates) {
    const next: Best[] = [];
    for (let used = 0; used <= found.length; used += 1) {
      const options: Best[] = [];
      const same = row[used];
      if (same) options.push({ cost: same.cost + alone, pairs: [...same.pairs, null] });
      const fewer = next[used - 1];
      if (fewer) options.push(fewer);
      const cue = found[used - 1];
      const before = row[used - 1];
      if (cue && before) options.push({ cost: before.cost + distance(cue, date, mask), pairs: [...before.pairs, cue] });
      next.push(options.reduce((best, option) => (option.cost < best.cost ? option : best)));
    }
    row = next;
  }
  return [...(row.at(-1)?.pairs ?? [])];
}

/** Letters between a cue and a date; a comma between them, and a cue that follows, count for more. */
function distance(cue: Span, date: Span, mask: string): number {
  const follows = cue.start >= date.end;
  const between = follows ? mask.slice(date.end, cue.start) : mask.slice(cue.end, date.start);
  return between.length + 6 * (between.match(/[,;]/g)?.length ?? 0) + (follows ? 4 : 0);
}
