/** The meaning of a text, as an embedding model says it. */
export type Vector = readonly number[] | Float32Array;

/** Cosine of the angle between two vectors, 0 where one of them has no length. */
export function cosine(one: Vector, other: Vector): number {
  let [dot, first, second] = [0, 0, 0];
  for (const [place, value] of one.entries()) {
    const beside = other[place] ?? 0;
    dot += value * beside;
    first += value * value;
    second += beside * beside;
  }
  return first === 0 || second === 0 ? 0 : dot / Math.sqrt(first * second);
}
