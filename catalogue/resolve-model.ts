import type { Catalogue, CatalogueModel } from '../domain/catalogue.ts';
import { baseModelId } from '../domain/model-id.ts';
import { nearest, plain } from '../domain/nearest.ts';

/** The catalogue's models that a person may mean: by id, profile id, ARN, or the name AWS displays. */
export function resolveModel(text: string, catalogue: Catalogue): readonly CatalogueModel[] {
  const byId = catalogue.find(baseModelId(text) ?? '');
  if (byId) return [byId];
  const wanted = plain(text);
  return catalogue.models.filter(
    ({ name, provider }) => plain(name) === wanted || plain(`${provider} ${name}`) === wanted,
  );
}

/** The ids nearest to what was typed, best first. */
export function nearestModels(text: string, { models }: Catalogue, most = 5): readonly string[] {
  const named = ({ modelId, name }: CatalogueModel) => [modelId, name];
  return nearest(baseModelId(text) ?? text, models, named, most).map(({ modelId }) => modelId);
}
