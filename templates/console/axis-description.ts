import type { Situation } from '../../domain/situation.ts';
import { capitalised, longDate } from '../text.ts';
import { currentPhase } from '../words-plan.ts';
import { axisMarks } from './axis-marks.ts';

/** The time axis in words. */
export function axisDescription(situation: Situation): string {
  const { lifecycle, timeline } = situation;
  const marks = axisMarks(situation).map(({ label, date }) => `${label}: ${longDate(date)}.`);
  const phases = timeline.phases.map(
    ({ name, start, end }) => `${capitalised(name)}: from ${longDate(start)}, done before ${longDate(end)}.`,
  );
  return [
    ...marks,
    ...(lifecycle.withdrawal || lifecycle.dates.endOfLife ? [] : ['End of life: not known.']),
    ...phases,
    ...(phases.length > 0 ? [currentPhase(situation)] : []),
  ].join(' ');
}
