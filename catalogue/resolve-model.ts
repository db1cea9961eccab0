import type { Catalogue, CatalogueModel } from '../domain/catalogue.ts';
import { baseModelId } from '../domain/model-id.ts';

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
export function nearestModels(text: string, catalogue: Catalogue, most = 5): readonly string[] {
  const wanted = plain(baseModelId(text) ?? text);
  return catalogue.models
    .map(({ modelId, name }) => ({
      modelId,
      distance: Math.min(distance(wanted, plain(modelId)), distance(wanted, plain(name))),
    }))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ modelId }) => modelId);
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
}

/** Levenshtein's edit distance, with letters that only the longer text has at its end costing little: people type the beginning. */
function distance(typed: string, known: string): number {
  let previous = Array.from({ length: known.length + 1 }, (_, index) => index);
  for (const [row, letter] of Array.from(typed).entries()) {
    const current = [row + 1];
    for (const [column, other] of Array.from(known).entries()) {
      const substitution = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(substitution, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  const whole = previous.at(-1) ?? 0;
  const begun = previous.map((cost, length) => cost + (known.length - length) * 0.1);
  return Math.min(whole, ...begun) - (known.includes(typed) ? 5 : 0);
}
