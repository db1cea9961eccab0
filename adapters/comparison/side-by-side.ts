/**
 * Works on items side by side, `most` at once, and reads each only when its turn comes. The first fault ends the reading and is thrown
 * when what was begun has ended.
 */
export async function sideBySide<Item>(
  items: AsyncIterable<Item>,
  most: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const faults: unknown[] = [];
  let underWay = 0;
  let oneEnds = (): void => undefined;
  // One promise at a time: a race of all that is under way would be as many, for each item.
  const room = async (enough: number) => {
    while (underWay > enough) await new Promise<void>((resolve) => (oneEnds = resolve));
  };
  for await (const item of items) {
    if (faults.length > 0) break;
    underWay += 1;
    void work(item)
      .catch((error: unknown) => void faults.push(error))
      .then(() => {
        underWay -= 1;
        oneEnds();
      });
    await room(most - 1);
  }
  await room(0);
  if (faults.length > 0) throw faults[0];
}
