import type { DateTime } from 'luxon';
import type { CalendarDate } from '../../../domain/calendar-date.ts';
import type { Catalogue } from '../../../domain/catalogue.ts';
import type { Place } from './arns.ts';
import type { Estates, Held } from './estate.ts';
import { heldOn } from './estate.ts';
import type { Estate } from './estate.ts';
import type { OfferedModel } from './offered-models.ts';

/** What every answer is made from. */
export interface Simulation {
  readonly estates: Estates;
  readonly catalogue: Catalogue;
  readonly now: () => DateTime;
  /** The models that a Region lists now. */
  readonly offered: (region: string) => readonly OfferedModel[];
}

/** Lists of things in an estate. */
type Holding = {
  [Name in keyof Estate]-?: NonNullable<Estate[Name]> extends readonly Held[] ? Name : never;
}[keyof Estate];

export function today({ now }: Simulation): CalendarDate {
  return now().toUTC().toISODate() ?? '';
}

/** What a place holds of one kind today. */
export function held<Name extends Holding>(
  simulation: Simulation,
  { account, region }: Place,
  name: Name,
): NonNullable<Estate[Name]> {
  const things = simulation.estates(account, region)[name] as readonly Held[] | undefined;
  return heldOn(things, today(simulation)) as unknown as NonNullable<Estate[Name]>;
}

/** When a thing came to be: the start of its first day, or some day long ago. */
export function createdAt({ from }: Pick<Held, 'from'>): Date {
  return midnight(from ?? '2026-04-20');
}

export function midnight(day: CalendarDate): Date {
  return new Date(`${day}T00:00:00Z`);
}
