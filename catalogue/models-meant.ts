import type { Catalogue, CatalogueModel } from '../domain/catalogue.ts';
import { plain } from '../domain/nearest.ts';
import { resolveModel } from './resolve-model.ts';

/** The models that a person may mean: exactly, or else by words that stand next to one another in the name: `sonnet 4.5`. */
export function modelsMeant(text: string, catalogue: Catalogue): readonly CatalogueModel[] {
  const exact = resolveModel(text, catalogue);
  if (exact.length > 0) return exact;
  const wanted = ` ${plain(text)} `;
  return wanted.trim() === ''
    ? []
    : catalogue.models.filter(({ name, provider }) => ` ${plain(`${provider} ${name}`)} `.includes(wanted));
}
