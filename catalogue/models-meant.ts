import type { Catalogue, CatalogueModel } from '../domain/catalogue.ts';
import { plain } from '../domain/nearest.ts';
import { resolveModel } from './resolve-model.ts';

/** The models that a person may mean: exactly, or else by words that stand next to one another in the name, `sonnet 4.5`; else as ids write them, `sonnet-4-5`. */
export function modelsMeant(text: string, catalogue: Catalogue): readonly CatalogueModel[] {
  const exact = resolveModel(text, catalogue);
  if (exact.length > 0) return exact;
  const within = found(text, catalogue, plain);
  return within.length > 0 ? within : found(text, catalogue, (words) => plain(words.replaceAll('.', ' ')));
}

function found(text: string, { models }: Catalogue, read: (words: string) => string): readonly CatalogueModel[] {
  const wanted = ` ${read(text)} `;
  if (wanted.trim() === '') return [];
  return models.filter(({ name, provider }) => ` ${read(`${provider} ${name}`)} `.includes(wanted));
}
