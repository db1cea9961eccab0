import type { Purpose } from '../../domain/dependent.ts';
import type { NamedUse } from './haul.ts';

/** Fields in which the definitions of agents, prompts, flows and knowledge bases name a model. */
const modelFields = new Set(['foundationModel', 'modelId', 'modelArn', 'embeddingModelArn']);

/**
 * Every model that a definition names, at whatever depth: inline prompts of flows, overrides of an agent's prompts, parsing and
 * enrichment of a knowledge base. Each reference once for each purpose.
 */
export function namedModels(definition: unknown): readonly NamedUse[] {
  const found = new Map<string, NamedUse>();
  walk(definition, [], (reference, purpose) => found.set(`${purpose} ${reference}`, { reference, purpose }));
  return [...found.values()];
}

function walk(value: unknown, path: readonly string[], found: (reference: string, purpose: Purpose) => void): void {
  if (typeof value !== 'object' || value === null || value instanceof Date) return;
  for (const [field, inner] of Object.entries(value)) {
    if (modelFields.has(field) && typeof inner === 'string' && inner !== '') found(inner, purposeOf([...path, field]));
    else walk(inner, [...path, field], found);
  }
}

function purposeOf(path: readonly string[]): Purpose {
  const place = path.join('.').toLowerCase();
  if (place.includes('embedding')) return 'embedding';
  if (place.includes('parsing') || place.includes('enrichment')) return 'parsing';
  return place.includes('rerank') ? 'reranking' : 'inference';
}
