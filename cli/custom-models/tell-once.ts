import { note } from '../output.ts';

/** Tells how far work is, on stderr; what was told already is not told again. */
export function tellOnce(): (line: string) => void {
  const told = new Set<string>();
  return (line) => {
    if (!told.has(line)) note(line);
    told.add(line);
  };
}
