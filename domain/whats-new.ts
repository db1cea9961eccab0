import type { CalendarDate } from './calendar-date.ts';
import { utcDay } from './calendar-date.ts';
import { decisionNews } from './decision-news.ts';
import type { DateName, Word } from './lifecycle.ts';
import type { Told } from './migration.ts';
import type { News } from './news.ts';
import type { Situation } from './situation.ts';
import { troubleNews } from './trouble-news.ts';
import { isoWeek } from './week.ts';
import { isWorkingDay, localDay } from './working-days.ts';

const newsworthy = ['legacy', 'extendedAccess', 'endOfLife'] as const satisfies readonly DateName[];

/** What the team has not been told: the difference between what it was told last and what is true now. Empty when nothing is. */
export function whatsNew(situation: Situation, told: Told, heard: readonly Word[]): readonly News[] {
  const { migration, now } = situation;
  const turned = turn(situation, told);
  const troubles = troubleNews(situation, told, utcDay(now));
  if (migration.status === 'done') return [...turned, ...troubles];
  const reopened = turned.length > 0;
  const { closedAt = null } = migration;
  return [
    ...turned,
    ...troubles,
    ...(closedAt !== null && closedAt !== told.closed ? [{ kind: 'ticketClosed' as const, at: closedAt }] : []),
    ...dateNews(situation, told, heard, reopened),
    ...decisionNews(migration, told),
    ...useNews(situation, told, reopened),
  ];
}

/** Done, or open again. What is done is silent until it is open again. */
function turn({ migration, presence: { burnDown }, returned }: Situation, { status = 'open' }: Told): News[] {
  if (migration.status === status) return [];
  if (migration.status === 'done' && burnDown.kind === 'known')
    return [{ kind: 'done', lastUsedOn: burnDown.lastUsedOn, quietDays: burnDown.quietDays }];
  return returned ? [{ kind: 'reopened', returned }] : [];
}

function dateNews(
  { lifecycle, timeline, resting, now }: Situation,
  told: Told,
  heard: readonly Word[],
  reopened: boolean,
): News[] {
  const news: News[] = [];
  const withdrawn = lifecycle.withdrawal !== null;
  if (withdrawn !== told.withdrawn) news.push({ kind: withdrawn ? 'withdrawn' : 'restored' });

  for (const name of newsworthy) {
    const [from, to] = [told.dates[name], lifecycle.dates[name]];
    const binding = lifecycle.sources.find((word) => word.name === name) ?? null;
    if (from !== to) news.push({ kind: 'dateMoved', name, from, to, said: binding });
    else news.push(...disputes(name, binding, told, heard));
  }

  if (timeline.stage !== told.stage && withdrawn === told.withdrawn)
    news.push({ kind: 'stageChanged', from: told.stage, to: timeline.stage });
  const due = timeline.milestones.filter(
    (milestone) => milestone.due > told.milestonesThrough && milestone.due <= utcDay(now),
  );
  if (due.length > 0 && !reopened && resting === null) news.push({ kind: 'milestonesDue', milestones: due });
  return news;
}

/** What the sweep's numbers call for: each rung once ever, each idle spell once, the burn-down once a week. Reminders among them rest with the others. */
function useNews({ presence, rung, resting, team, now }: Situation, told: Told, reopened: boolean): News[] {
  const idle = presence.idle.filter(({ account, lastUsedOn }) => told.idle?.[account] !== (lastUsedOn ?? 'never'));
  const today = localDay(now, team.timeZone);
  const week = isoWeek(today);
  const { burnDown } = presence;
  const counted = burnDown.kind === 'known' && burnDown.days.length > 0 && !reopened && resting === null;
  return [
    ...(rung && resting === null && rung.number > (told.rung ?? 0) ? [{ kind: 'escalated' as const, rung }] : []),
    ...(idle.length > 0 ? [{ kind: 'idle' as const, accounts: idle }] : []),
    ...(counted && told.week !== week && isWorkingDay(today, team) ? [{ kind: 'weekly' as const, week }] : []),
  ];
}

/** Sources whose own word changed although another, earlier one still binds; told once for all Regions. */
function disputes(name: DateName, binding: Word | null, told: Told, heard: readonly Word[]): News[] {
  const changed = heard.filter(
    (word) => word.name === name && told.said[saidKey(word)] !== word.value && word.value !== binding?.value,
  );
  const distinct = new Map(changed.map((said) => [`${said.source} ${said.value}`, said]));
  return binding ? [...distinct.values()].map((said) => ({ kind: 'dateDisputed', name, said, binding })) : [];
}

/** What is remembered of each source's own words, so that the same word again is silence. */
export function saidBy(heard: readonly Word[]): Readonly<Record<string, CalendarDate>> {
  return Object.fromEntries(heard.map((word) => [saidKey(word), word.value]));
}

function saidKey({ source, region, name }: Word): string {
  return [source, region, name].join(' ');
}
