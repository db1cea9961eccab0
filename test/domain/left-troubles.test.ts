import { describe, expect, it } from 'vitest';
import { leftTroubles, withDebtsFollowing, withoutLeft } from '../../domain/left-troubles.ts';
import type { Migration, TicketRef } from '../../domain/migration.ts';
import type { Tracker } from '../../domain/tracker.ts';
import { placeOf } from '../../domain/tracker.ts';
import type { TrackerTrouble } from '../../domain/tracker-trouble.ts';
import { troubleNews } from '../../domain/trouble-news.ts';
import { linkPlace } from '../../domain/trouble-place.ts';
import { aMigration, aTeam, sonnet45 } from '../builders/situation.ts';

const github = (name: string): Tracker => ({ kind: 'github', repository: `acme/${name}` });
const [old, now, pager] = [
  github('old'),
  github('new'),
  { kind: 'pagerduty', service: 'P1', from: 'a@example.com', priorities: {} } as const,
];
const today = '2026-11-21';

const owing = (place: string, keys: readonly string[] = ['close']): TrackerTrouble => ({
  place,
  fault: 'refused',
  said: null,
  hint: 'Mend it',
  since: '2026-11-20',
  owed: keys.map((key) => ({ kind: 'closeTicket', key, team: 'a', migrationId: `${sonnet45}/a`, place })),
});
const ticketAt = (place?: string): TicketRef => ({ key: 'acme/old#1', url: '', ...(place && { place }) });

/** The troubles after the team's trackers were read, and the news of them. */
function after(migration: Migration, trackers: readonly [Tracker, ...Tracker[]]) {
  const team = aTeam({ trackers });
  const following = withDebtsFollowing(migration, team);
  const troubles = (withoutLeft(following, team).troubles ?? []).map(({ place, owed }) => [
    place,
    ...owed.map((action) => `${action.key} in ${action.place}`),
  ]);
  const told = { troubles: { [placeOf(old)]: 'refused Mend it' } };
  return { troubles, news: troubleNews({ migration: following, team }, told, today).map(({ kind }) => kind) };
}

describe('what a tracker owes that the team names no more', () => {
  it.each`
    ticket                                | trackers        | troubles                                        | news                 | why
    ${ticketAt(placeOf(old))}             | ${[now]}        | ${[[placeOf(now), `close in ${placeOf(now)}`]]} | ${['ticketTrouble']} | ${'the ticket is kept, and reached by the same system'}
    ${ticketAt()}                         | ${[now]}        | ${[[placeOf(now), `close in ${placeOf(now)}`]]} | ${['ticketTrouble']} | ${'a ticket from when GitHub was the only tracker is kept too'}
    ${ticketAt(placeOf(old))}             | ${[pager]}      | ${[]}                                           | ${['ticketLeft']}    | ${'nobody reaches it any more'}
    ${ticketAt(placeOf(github('other')))} | ${[now]}        | ${[]}                                           | ${['ticketLeft']}    | ${'it is owed to another ticket than the one that is kept'}
    ${null}                               | ${[now]}        | ${[]}                                           | ${['ticketLeft']}    | ${'there is no ticket to keep'}
    ${ticketAt(placeOf(old))}             | ${[pager, old]} | ${[[placeOf(old), `close in ${placeOf(old)}`]]} | ${[]}                | ${'the team still names it'}
  `('is $troubles: $why', ({ ticket, trackers, troubles, news }: Row) => {
    const migration = aMigration({ ticket, troubles: [owing(placeOf(old))] });

    expect(after(migration, trackers)).toEqual({ troubles, news });
  });

  it('goes before what the new place owes, and a link with its ticket', () => {
    const migration = aMigration({
      ticket: ticketAt(placeOf(old)),
      troubles: [owing(linkPlace(placeOf(old)), []), owing(placeOf(pager))],
    });

    expect(after(migration, [now, pager]).troubles).toEqual([
      [placeOf(pager), `close in ${placeOf(pager)}`],
      [linkPlace(placeOf(now))],
    ]);
  });

  it('is no news where nothing is owed', () => {
    const migration = aMigration({ ticket: ticketAt(placeOf(old)), troubles: [owing(placeOf(old), [])] });

    expect(after(migration, [pager])).toEqual({ troubles: [], news: [] });
  });

  it('is nothing where there never was any', () => {
    const { troubles, ...migration } = aMigration({ troubles: [] });
    const team = aTeam({ trackers: [now] });

    expect(troubles).toEqual([]);
    expect(leftTroubles(migration, team)).toEqual([]);
    expect(withoutLeft(withDebtsFollowing(migration, team), team)).toEqual(migration);
  });
});

interface Row {
  readonly ticket: TicketRef | null;
  readonly trackers: [Tracker, ...Tracker[]];
  readonly troubles: unknown;
  readonly news: unknown;
}
