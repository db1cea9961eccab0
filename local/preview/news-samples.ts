import type { DateTime } from 'luxon';
import { plusDays, utcDay } from '../../domain/calendar-date.ts';
import type { Word } from '../../domain/lifecycle.ts';
import type { News } from '../../domain/news.ts';
import type { Sample } from '../../templates/console/preview-page.ts';
import { newsMessage } from '../../templates/news-message.ts';
import { sampleInventory } from './sample-inventory.ts';
import { decisionsAt, sampleSituation, sonnet45, sonnet5, withdrawnAt, withdrawnModel } from './sample-situations.ts';

/** Every kind of news, as a reply in the thread. */
export function newsSamples(now: DateTime): Sample[] {
  const situation = sampleSituation({ modelId: sonnet45 }, now);
  const today = utcDay(now);
  const { owner, snooze, arrangement, chosen } = decisionsAt(now);
  const said: Word = {
    modelId: sonnet45,
    region: 'all',
    name: 'endOfLife',
    value: '2027-04-08',
    source: 'health',
    asOf: `${plusDays(today, -1)}T07:00:00.000Z`,
    reference: 'https://health.aws.amazon.com/health/home',
  };
  const swept = { modelId: sonnet45, inventory: sampleInventory(sonnet45, sonnet5, now) };
  const done = { modelId: sonnet45, migration: { status: 'done', statusSince: today } } as const;
  const withdrawn = { modelId: withdrawnModel, heard: withdrawnAt(now) };
  const of = (
    title: string,
    news: News | null,
    wanted: Parameters<typeof sampleSituation>[0] = { modelId: sonnet45 },
  ): Sample => ({
    title,
    kind: 'message',
    message: newsMessage(news ? [news] : [], sampleSituation(wanted, now)),
  });

  return [
    of('A date moved', { kind: 'dateMoved', name: 'endOfLife', from: '2027-06-30', to: said.value, said }),
    of('A date is disputed', {
      kind: 'dateDisputed',
      name: 'endOfLife',
      said: { ...said, value: '2027-06-30' },
      binding: said,
    }),
    of('A stage began', { kind: 'stageChanged', from: 'legacy', to: 'extendedAccess' }),
    of('A milestone is due', { kind: 'milestonesDue', milestones: situation.timeline.milestones.slice(0, 2) }),
    of('Access was withdrawn', { kind: 'withdrawn' }, withdrawn),
    of('Access is back', { kind: 'restored' }),
    of('It is done', { kind: 'done', lastUsedOn: plusDays(today, -15), quietDays: 14 }, done),
    of('It is open again', {
      kind: 'reopened',
      returned: { kind: 'used', calls: 12, lastUsedOn: plusDays(today, -1) },
    }),
    of('Nobody acts', { kind: 'escalated', rung: { number: 1, why: 'unacknowledged', days: 7 } }),
    of('An account may be locked out', {
      kind: 'idle',
      accounts: [{ account: '111122223333', lastUsedOn: plusDays(today, -20) }],
    }),
    of('The week in numbers', { kind: 'weekly', week: '2026-W47' }, swept),
    of('Somebody owns it', owner && { kind: 'owned', owner }),
    of('Somebody snoozed it', snooze && { kind: 'snoozed', snooze }),
    of('A private arrangement', arrangement && { kind: 'arranged', arrangement }),
    of('The team chose where to go', chosen && { kind: 'chosen', chosen }),
  ];
}
