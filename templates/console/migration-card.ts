import type { Situation } from '../../domain/situation.ts';
import { undatedLegacy } from '../../domain/undated-legacy.ts';
import { localDay } from '../../domain/working-days.ts';
import { capitalised } from '../text.ts';
import { affectedCounts } from '../words-affected.ts';
import { countdown } from '../words-deadline.ts';
import { currentPhase, planNote } from '../words-plan.ts';
import { replacementInShort } from '../words-replacement.ts';
import { axisWidths } from './axis-scale.ts';
import { customModelsSection } from './custom-models-section.ts';
import { dateList } from './date-list.ts';
import { anchor, day, escaped, html } from './html.ts';
import type { PageLinks } from './page-links.ts';
import { migrationAnchor } from './page-links.ts';
import { timeAxis } from './time-axis.ts';
import { useSection } from './use-section.ts';

/** One migration: where it stands, its time axis, its plan and its dates. */
export function migrationCard(situation: Situation, links: PageLinks): string {
  const { migration, modelName } = situation;
  const id = migrationAnchor(migration.id);
  return [
    `<article class="migration" id="${id}" aria-labelledby="${id}-name">`,
    `<header><div><h3 id="${id}-name">${escaped(modelName)}</h3><p class="quiet"><code>${escaped(migration.modelId)}</code></p></div>`,
    `<p class="standing">${stagePill(situation)} <b>${escaped(capitalised(countdown(situation)))}</b></p></header>`,
    `<div class="axes">${axisWidths.map((width) => timeAxis(situation, width, `${id}-${width}`)).join('')}</div>`,
    plan(situation),
    dateList(situation),
    customModelsSection(situation),
    useSection(situation, id),
    `<p class="where">Replacement: ${replacementInShort(situation, html)}. Affected: ${escaped(affectedCounts(migration.affected))}. ${references(situation, links)}</p>`,
    '</article>',
  ].join('');
}

const stageNames = {
  active: 'Active',
  legacy: 'Legacy',
  extendedAccess: 'Extended access',
  endOfLife: 'End of life',
  withdrawn: 'Withdrawn',
  done: '✓ Done',
} as const;

/** The stage in words, with a shape and colour of its own. */
export function stagePill(situation: Situation): string {
  const { migration, timeline, lifecycle } = situation;
  if (undatedLegacy(situation) !== null && migration.status === 'open')
    return '<span class="pill legacy">Legacy, no date</span>';
  const kind = migration.status === 'done' ? 'done' : lifecycle.withdrawal ? 'withdrawn' : timeline.stage;
  return `<span class="pill ${kind}">${stageNames[kind]}</span>`;
}

function plan(situation: Situation): string {
  const { timeline, team, now } = situation;
  const note = planNote(situation) ?? '';
  if (timeline.phases.length === 0)
    return `<p class="note">${escaped(note || 'No plan is possible without a date. Finding the end of life is the first task.')}</p>`;

  const today = localDay(now, team.timeZone);
  const phases = timeline.phases.map(({ name, start, end }, index) => {
    const [kind, word] = end <= today ? ['past', 'past'] : start <= today ? ['now', 'now'] : ['ahead', ''];
    return [
      `<li class="${kind}"><span class="number" aria-hidden="true">${index + 1}</span><b>${capitalised(name)}</b>`,
      word ? `<span class="tag">${word}</span>` : '',
      `<span class="span">${day(start)} to ${day(end)}</span></li>`,
    ].join('');
  });
  return `<p class="note">${escaped([currentPhase(situation), note].join(' ').trim())}</p><ol class="plan">${phases.join('')}</ol>`;
}

/** Where people talk about it. */
export function references({ migration }: Situation, links: PageLinks): string {
  const { ticket, thread } = migration;
  return [
    ticket ? `Ticket ${anchor(links(ticket.url), escaped(ticket.key))}.` : 'No ticket yet.',
    thread?.permalink ? anchor(links(thread.permalink), 'The thread in Slack') + '.' : '',
  ].join(' ');
}
