/**
 * Works on items side by side, `most` at once, and reads each only when its turn comes. The first fault ends the reading and is thrown
 * when what was begun has ended.
 */
export async function sideBySide<Item>(
  items: AsyncIterable<Item>,
  most: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  const faults: unknown[] = [];
  for await (const item of items) {
    if (faults.length > 0) break;
    const working: Promise<void> = work(item)
      .catch((error: unknown) => void faults.push(error))
      .then(() => void underWay.delete(working));
    underWay.add(working);
    while (underWay.size >= most) await Promise.race(underWay);
  }
  await Promise.all(underWay);
  if (faults.length > 0) throw faults[0];
}
