import type { Catalogue, CatalogueModel } from './catalogue.ts';
import type { ListedModel } from './foundation-model.ts';
import type { Word } from './lifecycle.ts';

/** Where the API's words can be read again. */
const reference = 'bedrock:ListFoundationModels';

/** What the API says of a model in one Region, as words of its own beside those of other sources. */
export function wordsOfListed(model: ListedModel, asOf: string): readonly Word[] {
  const { modelId, region } = model;
  return (['launch', 'legacy', 'extendedAccess', 'endOfLife'] as const).flatMap((name) => {
    const value = model[name];
    return value ? [{ modelId, region, name, value, source: 'api' as const, asOf, reference }] : [];
  });
}

/** The catalogue with what Regions list today; a model that only the API knows is there too, by the API's own name. */
export function listedCatalogue(catalogue: Catalogue, listed: readonly ListedModel[], asOf: string): Catalogue {
  const byId = new Map<string, ListedModel[]>();
  for (const model of listed) byId.set(model.modelId, [...(byId.get(model.modelId) ?? []), model]);

  const models = new Map(catalogue.models.map((model) => [model.modelId, model]));
  for (const [modelId, [first, ...rest]] of byId)
    if (first) {
      const known = models.get(modelId) ?? unknown(first);
      const words = [first, ...rest].flatMap((model) => wordsOfListed(model, asOf));
      models.set(modelId, { ...known, words: [...known.words, ...words] });
    }
  return { models: [...models.values()], find: (modelId) => models.get(modelId) };
}

function unknown({ modelId, name, provider }: ListedModel): CatalogueModel {
  return {
    modelId,
    name,
    provider,
    regime: null,
    words: [],
    withdrawals: [],
    noticePeriod: null,
    replacedBy: [],
    replacementReference: null,
    burndown: null,
  };
}
