import type { Dependent, Purpose } from '../../domain/dependent.ts';
import type { ModelLink } from '../../domain/model-links.ts';
import { CallError } from '../call-error.ts';

/** A model that something names, before it is known what stands behind the name. */
export interface NamedUse {
  readonly reference: string;
  readonly purpose: Purpose;
}

/** A dependent as one API shows it; tags, callers and the models behind its references come from elsewhere. */
export interface FoundDependent extends Pick<Dependent, 'kind' | 'id' | 'name'> {
  readonly uses: readonly NamedUse[];
  readonly pinnedBy?: readonly string[];
  readonly committedUntil?: string | null;
}

/** What reading one part of a place brought, and which of its calls failed. */
export interface Haul {
  readonly dependents: readonly FoundDependent[];
  /** What can be called in place of a model, and what stands behind it. */
  readonly links: readonly ModelLink[];
  readonly failures: readonly CallError[];
}

export function haul(parts: Partial<Haul>): Haul {
  return { dependents: [], links: [], failures: [], ...parts };
}

export function joined(hauls: readonly Haul[]): Haul {
  return {
    dependents: hauls.flatMap(({ dependents }) => dependents),
    links: hauls.flatMap(({ links }) => links),
    failures: hauls.flatMap(({ failures }) => failures),
  };
}

/** A reading whose failed call is part of its answer: what came before it, and what comes beside it, is kept. */
export async function settled(reading: Promise<Haul>): Promise<Haul> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof CallError) return haul({ failures: [error] });
    throw error;
  }
}

/** Reads each item on its own, side by side; one that fails does not take the others with it. */
export async function each<Item>(items: readonly Item[], read: (item: Item) => Promise<Haul>): Promise<Haul> {
  return joined(await Promise.all(items.map((item) => settled(read(item)))));
}
