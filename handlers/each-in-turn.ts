/**
 * Does something for each in turn, and throws the first fault when all had theirs: what stands in one team's way is no other team's
 * business.
 */
export async function eachInTurn<One>(all: Iterable<One>, act: (one: One) => Promise<void>): Promise<void> {
  const faults: unknown[] = [];
  for (const one of all) await act(one).catch((fault: unknown) => void faults.push(fault));
  if (faults.length > 0) throw faults[0];
}
