import type { Coverage, Place } from '../domain/coverage.ts';
import type { Dependent } from '../domain/dependent.ts';
import type { LifecycleChanged } from '../domain/lifecycle-changed.ts';
import type { RememberedListing } from '../domain/listing-changes.ts';
import type { Listing } from '../adapters/inventory/foundation-models.ts';
import type { SweepRecord } from '../adapters/inventory-store.ts';
import type { PlaceReading, PlaceTerms } from '../adapters/inventory/read-place.ts';
import type { Log } from './log.ts';
import type { Deps, Store } from './ports.ts';

/** AWS itself, as far as a sweep asks it. Every call may throw `CallError`. */
export interface Survey {
  readonly accounts: () => Promise<readonly string[]>;
  readonly regions: (account: string) => Promise<readonly string[]>;
  readonly listing: (place: Place) => Promise<Listing>;
  readonly isStillOffered: (place: Place, modelId: string) => Promise<boolean>;
  readonly place: (place: Place, terms: PlaceTerms) => Promise<PlaceReading>;
}

/** What sweeps remember. */
export interface SweepStore extends Store {
  readonly putReading: (reading: PlaceReading) => Promise<void>;
  /** Of one account, or of all. */
  readonly coverage: (account?: string) => Promise<readonly Coverage[]>;
  /** Dependents without a known base model. */
  readonly unresolved: () => Promise<readonly Dependent[]>;
  readonly listing: (region: string) => Promise<RememberedListing>;
  readonly listings: () => Promise<readonly RememberedListing[]>;
  readonly sweep: () => Promise<SweepRecord | null>;
  readonly putSweep: (sweep: SweepRecord) => Promise<void>;
  readonly putListing: (listing: RememberedListing) => Promise<boolean>;
}

/** Everything a sweep needs of the world. */
export interface SweepDeps extends Deps {
  readonly survey: Survey;
  readonly store: SweepStore;
  /** Puts what changed on Sundial's bus, as `Model Lifecycle Changed`. */
  readonly announce: (changes: readonly LifecycleChanged[]) => Promise<void>;
  readonly log: Log;
}
