import type { Haul } from './haul.ts';
import { haul, joined, settled } from './haul.ts';

/**
 * Reads a list to its end, and what hangs on each page while the next one comes. When a page fails, what earlier pages held is
 * kept and the failure stands beside it: half a list is never taken for the whole.
 */
export async function everyPage<Page>(
  pages: AsyncIterable<Page>,
  read: (page: Page) => Promise<Haul> | Haul,
): Promise<Haul> {
  const hauls: Promise<Haul>[] = [];
  const walk = async (): Promise<Haul> => {
    for await (const page of pages) hauls.push(settled(Promise.resolve(read(page))));
    return haul({});
  };
  const walked = await settled(walk());
  return joined([...(await Promise.all(hauls)), walked]);
}
