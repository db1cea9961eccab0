import type { CalendarDate } from './calendar-date.ts';
import { fitsModel } from './model-pattern.ts';
import { fitsPath } from './path-pattern.ts';

/** A model that may stay in the code for now: why, and until when. */
export interface Waiver {
  /** Base model id; a trailing `*` stands for any ending. */
  readonly model: string;
  /** Where; `null` is everywhere. */
  readonly path: string | null;
  readonly reason: string;
  /** The last day on which it holds. */
  readonly until: CalendarDate;
}

/** The waiver that holds today for a model in a file, the longest first. `paths`: the file, from each place a pattern may start at. */
export function waiverFor(
  waivers: readonly Waiver[],
  modelId: string,
  paths: readonly string[],
  today: CalendarDate,
): Waiver | null {
  const holding = waivers.filter(
    ({ model, path, until }) =>
      today <= until && fitsModel(model, modelId) && (path === null || paths.some((each) => fitsPath(path, each))),
  );
  return holding.toSorted((a, b) => (a.until < b.until ? 1 : -1))[0] ?? null;
}
