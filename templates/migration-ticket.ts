import { plusDays } from '../domain/calendar-date.ts';
import { priorityOf } from '../domain/priority.ts';
import type { Situation } from '../domain/situation.ts';
import { undatedLegacy } from '../domain/undated-legacy.ts';
import { bullets, checklist, part } from './markdown.ts';
import { markdown } from './markup.ts';
import { capitalised, clipped, longDate } from './text.ts';
import type { Ticket } from './ticket.ts';
import { affectedTable } from './ticket-affected.ts';
import { ticketCustomModels } from './ticket-custom-models.ts';
import { ticketDates } from './ticket-dates.ts';
import { attachedDependents, ticketDependents, ticketUnknown } from './ticket-dependents.ts';
import { jobTable } from './ticket-jobs.ts';
import { consoleLinks, lifecyclePage, sourceLinks, talkLinks } from './ticket-links.ts';
import { phaseTable } from './ticket-plan.ts';
import { migrationSteps, testsToRun } from './ticket-steps.ts';
import { ticketSummary } from './ticket-summary.ts';
import { ticketBurnDown, ticketCost, ticketQuotas } from './ticket-use.ts';
import { affectedCounts } from './words-affected.ts';
import { comparisonWords } from './words-comparison.ts';
import { decisionLines } from './words-decisions.ts';
import { doneLead } from './words-done.ts';
import { dearer, endIsUnknown, noArrangement, standing, withdrawalWords, withdrawnAdvice } from './words-deadline.ts';
import { dateWords, stageWords } from './words-lifecycle.ts';
import { priceWords } from './words-price.ts';
import { replacementWords } from './words-replacement.ts';

/** The ticket of a migration, at the `placeOf` a tracker: all an on-call needs. It names days, never "in 49 days", so that it changes only when a fact does. */
export function migrationTicket(situation: Situation, place?: string): Ticket {
  const { migration, timeline } = situation;
  const [console, ...consoles] = consoleLinks(situation);
  const begins = lead(situation);
  return {
    title: title(situation),
    parts: [
      begins.join('\n'),
      ...firstTask(situation),
      ...part('Who leads', [bullets(decisionLines(situation, markdown))]),
      ...part('Links', [bullets([...talkLinks(situation, place), ...(console ? [console] : [])])]),
      ...part('What happens when', ticketDates(situation)),
      ...part('Who is affected', [`${capitalised(affectedCounts(migration.affected))}.`, ...affectedTable(situation)]),
      ...part('What uses the model', ticketDependents(situation)),
      ...part('Could not be read', ticketUnknown(situation)),
      ...part('Replacement', [bullets(replacementWords(situation, markdown))]),
      ...part('Comparison', comparisonPart(situation)),
      ...part('Plan', phaseTable(situation)),
      ...part('Custom models', ticketCustomModels(situation)),
      ...part('Use, week by week', ticketBurnDown(situation)),
      ...part('Steps', [checklist(migrationSteps(situation))]),
      ...part('Tests to run', [checklist(testsToRun)]),
      ...part(`While it is ${stageWords[timeline.stage]}`, [bullets(timeline.restrictions.map(({ text }) => text))]),
      ...part('Prices announced', [bullets(migration.prices.slice(0, 20).map(priceWords))]),
      ...part('What waiting costs', ticketCost(situation)),
      ...part('Quotas of the replacement', ticketQuotas(situation)),
      ...part('Bedrock jobs on this model', jobTable(situation)),
      ...part('Read more', [bullets([...consoles, ...sourceLinks(situation)])]),
    ],
    summary: ticketSummary(situation, begins, place),
    labels: ['sundial'],
    priority: priorityOf(situation),
    due: timeline.binding && plusDays(timeline.binding.date, -1),
    attachments: attachedDependents(situation),
  };
}

function comparisonPart({ migration: { comparison } }: Situation): string[] {
  if (!comparison) return [];
  const [first, ...rest] = comparisonWords(comparison, markdown);
  return rest.length > 0 ? [first, bullets(rest)] : [first];
}

function title({ migration, modelName, lifecycle, timeline }: Situation): string {
  const name = clipped(modelName, 180);
  if (migration.status === 'done') return `Left ${name}: nothing uses it any more`;
  if (lifecycle.withdrawal) return `Replace ${name} now: access was withdrawn`;
  if (!timeline.binding) return `Leave ${name}: find out its end of life first`;
  const { name: date, date: day } = timeline.binding;
  return timeline.stage === 'endOfLife'
    ? `Replace ${name}: end of life was ${day}`
    : `Leave ${name} before ${day} (${dateWords[date]})`;
}

function lead(situation: Situation): string[] {
  const { modelName, migration, lifecycle, timeline, presence } = situation;
  const id = markdown.code(migration.modelId);
  const model = modelName === migration.modelId ? id : `${markdown.bold(modelName)} (${id})`;
  if (migration.status === 'done') return doneLead(migration, presence.burnDown, model, markdown);
  const withdrawal = withdrawalWords(lifecycle, markdown);
  if (withdrawal) return [`Access to ${model} was ${withdrawal}.`, withdrawnAdvice];

  const stage = stageSentence(situation);
  const lines = [`Team ${markdown.bold(migration.team)} uses ${model}. ${stage}`];
  if (timeline.stage === 'endOfLife') return [...lines, noArrangement];
  if (!timeline.binding) return lines;
  const { name, date } = timeline.binding;
  const why = name === 'extendedAccess' ? `when extended access begins; ${dearer}` : 'its end of life';
  return [...lines, `Everything must be moved before **${longDate(date)}**, ${why}.`];
}

/** A model that the API calls Legacy without a date is said to be so: no date is made up for it. */
function stageSentence(situation: Situation): string {
  const { lifecycle, timeline } = situation;
  if (undatedLegacy(situation) !== null) return `It ${standing(situation)}.`;
  return lifecycle.sources.length > 0 ? `It is ${stageWords[timeline.stage]}.` : 'No source tells its dates.';
}

function firstTask({ lifecycle }: Situation): string[] {
  if (!endIsUnknown(lifecycle)) return [];
  return part('First task: find the date', [
    'No notice, API or catalogue gives an end of life for this model, and none is made up here. Until it is known there is nothing to plan back from.',
    checklist([
      'Look in the AWS Health Dashboard of each affected account, and in the mail of its operations contact',
      `Look on the ${markdown.link(lifecyclePage, 'lifecycle page')} and on the model card`,
      'Run `aws bedrock get-foundation-model` in each affected Region, and read `modelLifecycle`',
      'Ask AWS Support or the account team',
    ]),
  ]);
}
