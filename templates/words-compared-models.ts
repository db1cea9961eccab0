import type { ComparedModels } from '../domain/comparison-run.ts';
import type { Markup } from './markup.ts';

/** The current model and the candidate as people call them; by their ids where nobody named them. */
export function comparedModels({ names, ...ids }: ComparedModels, markup: Markup): readonly [string, string] {
  const { current, candidate } = names ?? ids;
  return [markup.code(current), markup.code(candidate)];
}
