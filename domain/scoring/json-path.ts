/** One step into a JSON value: the name of a field, or the place in a list, from the end where it is negative. */
type Step = string | number;

/** `.name`, `[0]`, `[-1]`, `['name']` or `["name"]`, with `\` before a quote inside. */
const step =
  /\.(?<plain>[\p{L}_$][\p{L}\p{N}_$-]*)|\[(?<place>-?\d+)\]|\[(?:'(?<single>(?:[^'\\]|\\.)*)'|"(?<double>(?:[^"\\]|\\.)*)")\]/uy;

/**
 * The steps of a path such as `$.orders[0]['unit price']`; `null` where it is none that we know. A small part of JSONPath: one value is
 * named, so there are no wildcards, slices, filters or `..`.
 * @see https://www.rfc-editor.org/rfc/rfc9535
 */
export function jsonPath(path: string): readonly Step[] | null {
  const rooted = path.startsWith('$') ? path.slice(1) : path.startsWith('[') ? path : `.${path}`;
  const steps: Step[] = [];
  step.lastIndex = 0;
  while (step.lastIndex < rooted.length) {
    const found = step.exec(rooted)?.groups;
    if (!found) return null;
    const { plain, place, single, double } = found;
    steps.push(place === undefined ? (plain ?? (single ?? double ?? '').replaceAll(/\\(.)/g, '$1')) : Number(place));
  }
  return steps;
}

/** What a path leads to; `null` where it leads nowhere. */
export function valueAt(value: unknown, steps: readonly Step[]): { readonly value: unknown } | null {
  let here = value;
  for (const next of steps) {
    if (typeof here !== 'object' || here === null) return null;
    const key = Array.isArray(here) && typeof next === 'number' && next < 0 ? here.length + next : next;
    if (Array.isArray(here) !== (typeof next === 'number') || !Object.hasOwn(here, key)) return null;
    here = (here as Readonly<Record<Step, unknown>>)[key];
  }
  return { value: here };
}
