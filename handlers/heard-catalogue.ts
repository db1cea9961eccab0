import type { Catalogue } from '../domain/catalogue.ts';
import { knowledgeOf } from '../domain/catalogue.ts';
import { recommendationsFor } from '../domain/replacement.ts';
import type { Deps } from './ports.ts';

/**
 * The catalogue, with what was heard since about every model that a chain of replacements can lead to: a model that AWS Health
 * called Legacy yesterday is not one to move to, whatever the catalogue knew when it was written.
 */
export async function heardCatalogue(
  modelId: string,
  named: readonly string[],
  { catalogue, configuration, store }: Pick<Deps, 'catalogue' | 'configuration' | 'store'>,
): Promise<Catalogue> {
  const { operator, notice } = recommendationsFor(modelId, configuration.replacements, named);
  const candidates = new Set<string>();
  const queue = [...operator, ...notice, ...(catalogue.find(modelId)?.replacedBy ?? [])];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (id === modelId || candidates.has(id)) continue;
    candidates.add(id);
    queue.push(...(catalogue.find(id)?.replacedBy ?? []));
  }

  const heard = await Promise.all([...candidates].map(async (id) => [id, await store.heard(id)] as const));
  const byId = new Map(heard);
  return {
    models: catalogue.models,
    find: (id) => {
      const known = catalogue.find(id);
      const more = byId.get(id);
      return known && more ? { ...known, ...knowledgeOf(id, catalogue, more) } : known;
    },
  };
}
