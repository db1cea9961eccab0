import type { Situation } from '../../domain/situation.ts';
import type { EventReport } from '../event-report.ts';

const stageWords = {
  active: 'Active',
  legacy: 'Legacy',
  extendedAccess: 'in extended access',
  endOfLife: 'at its end of life',
} as const;

/** What Sundial made of a scene, a line each, in plain words. */
export function narrate(report: EventReport, situations: readonly Situation[]): readonly string[] {
  const lines = report.notices.map(({ modelId, regions, dates, emergency }) =>
    emergency
      ? `reads: ${modelId} was withdrawn in ${regions.join(', ')}, with no dates`
      : `reads: ${modelId} in ${regions.join(', ')}; ${datesSaid(dates)}`,
  );
  const ids = new Set(report.actions.filter(({ kind }) => kind === 'openTicket').map(({ key }) => key.split('|')[1]));
  const opened = situations.filter(({ migration }) => ids.has(migration.id));
  lines.push(...opened.flatMap((situation) => openedLines(situation)));
  if (opened.length === 0 && report.actions.length > 0) lines.push('tells the team what is new, in the thread it has');
  if (report.reason !== null) lines.push(`${report.outcome}: ${report.reason}`);
  return lines;
}

function datesSaid(dates: EventReport['notices'][number]['dates']): string {
  const said = Object.entries({
    Legacy: dates.legacy,
    'extended access': dates.extendedAccess,
    'end of life': dates.endOfLife,
  });
  return said.map(([name, date]) => `${name} ${date ?? 'not said'}`).join(', ');
}

function openedLines({ migration, team, timeline, successor }: Situation): string[] {
  const { daysLeft } = timeline;
  const left = daysLeft === null ? '' : daysLeft < 0 ? `, ${-daysLeft} days ago` : `, ${daysLeft} days left`;
  const plan =
    timeline.phases.length > 0
      ? `${timeline.plan ?? ''} plan from ${timeline.phases[0]?.start ?? ''} up to ${timeline.phases.at(-1)?.end ?? ''}`
      : 'no plan can be made: nobody gave a date';
  const replacement =
    successor.kind === 'found'
      ? `${successor.replacement.modelId} (says the ${successor.replacement.source})`
      : 'none that lives';
  return [
    `computes: ${stageWords[timeline.stage]}${left}; ${plan}; replacement ${replacement}`,
    `opens ticket ${migration.ticket?.key ?? ''} and a thread in ${team.channel}`,
  ];
}
