import type { Situation } from '../domain/situation.ts';
import { table } from './markdown.ts';
import { markdown } from './markup.ts';
import { capitalised, longDate } from './text.ts';
import { phasePurposes, planNote } from './words-plan.ts';

/** The phases with the days they must be done before; a phase without a day of its own is done on the day it begins. */
export function phaseTable(situation: Situation): readonly string[] {
  const { timeline, team } = situation;
  const note = planNote(situation) ?? '';
  if (timeline.phases.length === 0) return [note];

  const rows = timeline.phases.map(({ name, start, end }) => [
    capitalised(name),
    longDate(start),
    start === end ? 'at once' : longDate(end),
    phasePurposes[name],
  ]);
  return [
    note,
    table(['Phase', 'From', 'Done before', 'What for'], rows),
    `Days are those of ${markdown.text(team.timeZone)}.`,
  ];
}
