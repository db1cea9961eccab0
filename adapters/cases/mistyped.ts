import type { FieldProblem } from './field-problem.ts';

/** What Converse calls otherwise: passing these over would ask another question than the case means. */
const converse: Readonly<Record<string, string>> = { inferenceConfig: 'inference', toolConfig: 'tools and toolChoice' };

/** Fields of others are passed over; one that is a letter away from ours was meant to be ours. */
export function mistyped(record: object, fields: readonly string[]): FieldProblem[] {
  return Object.keys(record)
    .filter((key) => !fields.includes(key))
    .flatMap((key) => {
      const meant = converse[key] ?? fields.find((field) => isNearly(key.toLowerCase(), field.toLowerCase()));
      return meant === undefined ? [] : [{ field: key, problem: `there is no field of this name; expected ${meant}` }];
    });
}

/** Whether one letter is missing, too many, another, or has changed places with its neighbour. */
function isNearly(typed: string, meant: string): boolean {
  const [short, long] = typed.length < meant.length ? [typed, meant] : [meant, typed];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const [rest, other] = [short.slice(start), long.slice(start)];
  if (short.length !== long.length) return rest === other.slice(1);
  const swapped = `${rest[1] ?? ''}${rest[0] ?? ''}${rest.slice(2)}`;
  return rest.slice(1) === other.slice(1) || swapped === other;
}
