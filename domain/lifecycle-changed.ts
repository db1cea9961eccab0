import type { ListingChange } from './listing-changes.ts';
import type { NoticeDates } from './notice.ts';

/** A change in a Region's list of models, and the accounts that are known to use the model there. */
export interface AnnouncedChange extends ListingChange {
  readonly accounts: readonly string[];
}

/** Detail of the event `Model Lifecycle Changed`; docs/events.md has its JSON schema. */
export interface LifecycleChanged extends Pick<ListingChange, 'modelId' | 'regions' | 'status' | 'withdrawn'> {
  /** Known to use the model there; none where nobody is known to. */
  readonly accounts: readonly string[];
  readonly dates: Pick<NoticeDates, 'legacy' | 'extendedAccess' | 'endOfLife'>;
}

export function lifecycleChanged({ legacy, extendedAccess, endOfLife, ...change }: AnnouncedChange): LifecycleChanged {
  const { modelId, regions, accounts, status, withdrawn } = change;
  return { modelId, regions, accounts, status, dates: { legacy, extendedAccess, endOfLife }, withdrawn };
}
