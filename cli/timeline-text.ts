import { isAssumedNotice } from '../domain/assumed-notice.ts';
import type { ModelOutlook } from '../domain/model-outlook.ts';
import { colours, say } from './output.ts';
import { warningsOf } from './timeline-warnings.ts';

const stageWords = {
  active: 'Active',
  legacy: 'Legacy',
  extendedAccess: 'Legacy, in extended access',
  endOfLife: 'at its end of life',
} as const;

/** The timeline for a person at a terminal. */
export function timelineText(outlook: ModelOutlook): void {
  const { model, region, lifecycle, timeline, successor } = outlook;
  const left = timeline.daysLeft === null ? '' : `, ${timeline.daysLeft} days to end of life`;
  say(`${colours.bold(model.name)}  ${colours.dim(model.modelId)}${region ? `  ${region}` : ''}`);
  say(`${stageWords[timeline.stage]}${left}`);

  say(`\n${colours.bold('Dates')}`);
  for (const { name, value, source, reference, asOf } of lifecycle.sources) {
    const who = isAssumedNotice(reference) ? 'assumed' : source;
    say(`  ${name.padEnd(15)} ${value}  ${colours.dim(`${who}, ${asOf.slice(0, 10)}`)}`);
  }
  if (lifecycle.sources.length === 0) say('  nobody gives any');

  if (timeline.phases.length > 0) {
    say(
      `\n${colours.bold('Plan')} ${colours.dim(`(${timeline.plan ?? ''}; done before ${timeline.binding?.name ?? ''} on ${timeline.binding?.date ?? ''})`)}`,
    );
    for (const { name, start, end } of timeline.phases) say(`  ${name.padEnd(15)} ${start} up to ${end}`);
  }
  if (timeline.milestones.length > 0) {
    say(`\n${colours.bold('Milestones')}`);
    for (const { name, due, overdue } of timeline.milestones)
      say(`  ${due}  ${overdue ? colours.dim(`${name} (past)`) : name}`);
  }
  if (timeline.restrictions.length > 0) {
    say(`\n${colours.bold('What this stage takes away')}`);
    for (const { text } of timeline.restrictions) say(`  ${text}`);
  }
  const replacement =
    successor.kind === 'found'
      ? `${successor.replacement.modelId}  ${colours.dim(`says the ${successor.replacement.source}`)}`
      : 'none';
  say(`\n${colours.bold('Replacement')}\n  ${replacement}`);
  for (const warning of warningsOf(outlook)) say(`\n${colours.yellow('Note:')} ${warning}`);
}
