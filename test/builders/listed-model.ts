import type { ListedModel } from '../../domain/foundation-model.ts';
import { sonnet45 } from './situation.ts';

/** As `ListFoundationModels` gives Sonnet 4.5 since it is Legacy. */
export function aListedModel(overrides: Partial<ListedModel> = {}): ListedModel {
  return {
    modelId: sonnet45,
    region: 'us-east-1',
    name: 'Claude Sonnet 4.5',
    provider: 'Anthropic',
    status: 'LEGACY',
    launch: '2025-09-29',
    legacy: '2026-10-08',
    extendedAccess: '2027-01-08',
    endOfLife: '2027-04-08',
    ...overrides,
  };
}

export const active = { status: 'ACTIVE', legacy: null, extendedAccess: null, endOfLife: null } as const;
