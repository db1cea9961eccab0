import type { Situation } from '../domain/situation.ts';
import { bullets, checklist, part, table } from './markdown.ts';
import { markdown } from './markup.ts';
import { capitalised, clipped, longDate, longDay } from './text.ts';
import { ticketDates } from './ticket-dates.ts';
import { affectedCounts } from './words-affected.ts';
import { affectedTable } from './ticket-affected.ts';
import { migrationSteps, testsToRun } from './ticket-steps.ts';
import { dateWords, saidBy, stageWords, regionWords } from './words-lifecycle.ts';
import { doneBefore, phasePurposes, planNote } from './words-plan.ts';
import { priceWords } from './words-price.ts';
import { replacementWords } from './words-replacement.ts';

/** One ticket in a tracker that speaks Markdown. */
export interface Ticket {
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
}

const lifecyclePage = 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html';

/**
 * The ticket of a migration: all an on-call needs. It holds days, never "in 49 days", so that it changes only when a fact does.
 */
export function migrationTicket(situation: Situation): Ticket {
  const { migration, timeline } = situation;
  return {
    title: title(situation),
    body: [
      lead(situation).join('\n'),
      ...firstTask(situation),
      ...part('What happens when', ticketDates(situation)),
      ...part('Who is affected', [`${capitalised(affectedCounts(migration.affected))}.`, ...affectedTable(situation)]),
      ...part('Replacement', [bullets(replacementWords(situation, markdown))]),
      ...part('Plan', plan(situation)),
      ...part('Steps', [checklist(migrationSteps(situation))]),
      ...part('Tests to run', [checklist(testsToRun)]),
      ...part(`What ${stageWords[timeline.stage]} means`, [bullets(timeline.restrictions.map(({ text }) => text))]),
      ...part('Prices announced', [bullets(migration.prices.slice(0, 10).map(priceWords))]),
      ...part('Bedrock jobs on this model', jobs(situation)),
      ...part('Links', [bullets(links(situation))]),
    ].join('\n\n'),
    labels: ['sundial'],
  };
}

function title({ modelName, lifecycle, timeline }: Situation): string {
  const name = clipped(modelName, 180);
  if (lifecycle.withdrawal) return `Replace ${name} now: access was withdrawn`;
  if (!timeline.binding) return `Leave ${name}: find out its end of life first`;
  const { name: date, date: day } = timeline.binding;
  return timeline.stage === 'endOfLife'
    ? `Replace ${name}: end of life was ${longDate(day)}`
    : `Leave ${name} before ${day} (${dateWords[date]})`;
}

function lead({ modelName, migration, lifecycle, timeline }: Situation): string[] {
  const model = `${markdown.bold(modelName)} (${markdown.code(migration.modelId)})`;
  if (lifecycle.withdrawal) {
    return [
      `Access to ${model} was withdrawn${regionWords(lifecycle.withdrawal.region)}, says ${saidBy(lifecycle.withdrawal, markdown)}.`,
      'Requests may already fail, and there is no timeline to plan by: move what still calls it, starting today.',
    ];
  }
  const lines = [`Team ${markdown.bold(migration.team)} uses ${model}, which is ${stageWords[timeline.stage]}.`];
  if (timeline.stage === 'endOfLife')
    return [...lines, 'Requests fail unless there is a private arrangement with the provider.'];
  if (!timeline.binding) return lines;
  const { name, date } = timeline.binding;
  const reason = name === 'extendedAccess' ? ': extended access begins then, and the provider may charge more' : '';
  return [...lines, `Everything must be moved before **${longDate(date)}** (${dateWords[name]})${reason}.`];
}

function firstTask({ lifecycle }: Situation): string[] {
  if (lifecycle.withdrawal || lifecycle.dates.endOfLife) return [];
  return part('First task: find the date', [
    'No notice, API or catalogue gives an end of life for this model. No date is made up here: until one is known, there is nothing to plan back from.',
    checklist([
      'Look in the AWS Health Dashboard of each affected account, and in the mail of its operations contact',
      `Look on the ${markdown.link(lifecyclePage, 'lifecycle page')} and the model card`,
      'Ask `aws bedrock get-foundation-model` in each affected Region, and read `modelLifecycle`',
      'Ask AWS Support or your account team',
    ]),
  ]);
}

function plan(situation: Situation): string[] {
  const { timeline, team } = situation;
  const note = planNote(situation) ?? '';
  if (timeline.phases.length === 0) return [note];
  const rows = timeline.phases.map((phase) => [
    capitalised(phase.name),
    longDate(phase.start),
    phase.start === phase.end ? capitalised(doneBefore(phase)) : longDate(phase.end),
    phasePurposes[phase.name],
  ]);
  return [
    `In the team's own days (${markdown.text(team.timeZone)}). A phase is done before the day it names begins.`,
    note,
    table(['Phase', 'From', 'Done before', 'What for'], rows),
  ];
}

function jobs({ jobs: recorded }: Situation): string[] {
  if (recorded.length === 0) return [];
  const newest = recorded.toSorted((a, b) => b.at.localeCompare(a.at));
  const rows = newest
    .slice(0, 20)
    .map((job) => [
      longDay(job.at),
      job.kind === 'modelCustomization' ? 'customisation' : 'batch inference',
      markdown.code(job.jobName),
      markdown.text(job.failure ? `${job.status}: ${job.failure}` : job.status),
      `${markdown.code(job.account)} ${markdown.text(job.region)}`,
    ]);
  const left = recorded.length > 20 ? `And ${recorded.length - 20} older ones.` : '';
  return [table(['Day', 'Kind', 'Job', 'Status', 'Where'], rows), left];
}

function links({ migration, lifecycle }: Situation): string[] {
  const thread = migration.thread?.permalink;
  const pages = [...new Set(lifecycle.sources.map(({ reference }) => reference))];
  const notices = migration.notices.map(({ reference }) => reference).filter((reference) => !pages.includes(reference));
  return [
    ...(thread ? [markdown.link(thread, 'The thread in Slack')] : []),
    markdown.link(lifecyclePage, 'Model lifecycle, in the Amazon Bedrock user guide'),
    ...notices.slice(0, 10).map((reference) => `Notice ${markdown.code(reference)}`),
    ...(notices.length > 10 ? [`and ${notices.length - 10} more notices`] : []),
  ];
}
