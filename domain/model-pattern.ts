import { fitsEnding } from './star-pattern.ts';

/** Whether a base model id fits a pattern of `sundial.yml`: an id, or its beginning with a `*` behind it. */
export function fitsModel(pattern: string, modelId: string): boolean {
  return fitsEnding(pattern, modelId);
}
