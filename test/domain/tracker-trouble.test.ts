import { describe, expect, it } from 'vitest';
import type { TicketAction } from '../../domain/action.ts';
import type { TrackerTrouble } from '../../domain/tracker-trouble.ts';
import { inTrouble, owing, readable, settled, troubleAt } from '../../domain/tracker-trouble.ts';
import { toldTroubles, troubleNews } from '../../domain/trouble-news.ts';
import { placeOf } from '../../domain/tracker.ts';
import { catchingUp } from '../../domain/ticket-actions.ts';
import { aMigration, aSituation, aTeam, sonnet45 } from '../builders/situation.ts';

const payments = { kind: 'github', repository: 'acme/payments' } as const;
const place = placeOf(payments);
const refused = { fault: 'refused', said: 'No', hint: 'Store a new token' } as const;
const unreachable = { fault: 'unreachable', said: null, hint: null } as const;
const gone = { fault: 'gone', said: null, hint: null } as const;
const action = (kind: 'openTicket' | 'updateTicket' | 'closeTicket' | 'reopenTicket', key: string): TicketAction => ({
  kind,
  key,
  team: 'payments',
  migrationId: `${sonnet45}/payments`,
  place,
});
const owed = (migration: ReturnType<typeof aMigration>) => troubleAt(migration, place)?.owed.map(({ key }) => key);

describe('what a tracker owes', () => {
  it('is kept in order, each thing once, and of edits the last', () => {
    const migration = [
      action('updateTicket', 'edit 1'),
      action('closeTicket', 'close'),
      action('closeTicket', 'close'),
      action('updateTicket', 'edit 2'),
    ].reduce((before, one) => owing(before, one, refused, '2026-11-20'), aMigration());

    expect(owed(migration)).toEqual(['close', 'edit 2']);
  });

  it('is never an opening: a ticket is opened as it is then', () => {
    expect(owed(owing(aMigration(), action('openTicket', 'open'), refused, '2026-11-20'))).toEqual([]);
  });

  it('is the last edit alone for a ticket that is gone', () => {
    const before = owing(aMigration(), action('closeTicket', 'close'), refused, '2026-11-20');
    expect(owed(owing(before, action('updateTicket', 'edit'), gone, '2026-11-21'))).toEqual(['edit']);
  });

  it.each`
    first             | then              | why
    ${'closeTicket'}  | ${'reopenTicket'} | ${'use came back before it could be closed'}
    ${'reopenTicket'} | ${'closeTicket'}  | ${'it was done again before it could be opened'}
  `('is no $first once a $then is owed, or done: $why', ({ first, then }: Turns) => {
    const edit = action('updateTicket', 'edit');
    const before = [edit, action(first, 'turn 1')].reduce(
      (one, debt) => owing(one, debt, refused, '2026-11-20'),
      aMigration(),
    );

    expect(owed(owing(before, action(then, 'turn 2'), refused, '2026-11-21'))).toEqual(['edit', 'turn 2']);
    expect(owed(settled(before, action(then, 'turn 2')))).toEqual(['edit']);
  });

  it('grows shorter with each thing done, and is over with the last', () => {
    const before = ['close', 'edit'].reduce(
      (one, key) => owing(one, action(key === 'edit' ? 'updateTicket' : 'closeTicket', key), refused, '2026-11-20'),
      aMigration(),
    );
    const between = settled(before, action('closeTicket', 'close'));
    expect(owed(between)).toEqual(['edit']);
    expect(settled(between, action('updateTicket', 'edit')).troubles).toEqual([]);
    expect(settled(aMigration(), action('closeTicket', 'close'))).toEqual(aMigration());
  });

  it('is kept for each tracker', () => {
    const elsewhere = 'pagerduty | P1';
    const both = inTrouble(inTrouble(aMigration(), elsewhere, refused, '2026-11-20'), place, gone, '2026-11-20');

    expect(both.troubles?.map((one) => [one.place, one.fault])).toEqual([
      [place, 'gone'],
      [elsewhere, 'refused'],
    ]);
  });

  it('is since the day the same fault began', () => {
    const first = inTrouble(aMigration(), place, refused, '2026-11-20');
    expect(troubleAt(inTrouble(first, place, refused, '2026-11-22'), place)?.since).toBe('2026-11-20');
    expect(troubleAt(inTrouble(first, place, unreachable, '2026-11-22'), place)?.since).toBe('2026-11-22');
  });

  it.each`
    before                                                                        | left | why
    ${inTrouble(aMigration(), place, refused, '2026-11-20')}                      | ${0} | ${'nothing is owed'}
    ${owing(aMigration(), action('closeTicket', 'close'), refused, '2026-11-20')} | ${1} | ${'something is owed'}
    ${inTrouble(aMigration(), place, gone, '2026-11-20')}                         | ${0} | ${'what was gone is there again'}
    ${owing(aMigration(), action('updateTicket', 'edit'), gone, '2026-11-20')}    | ${1} | ${'what was gone is owed an edit'}
    ${aMigration({ troubles: [] })}                                               | ${0} | ${'there was none'}
  `('is over once the ticket can be read, where $why', ({ before, left }: Row) => {
    expect(readable(before, place, '2026-11-22').troubles).toHaveLength(left);
  });
});

describe('what is caught up with', () => {
  it.each`
    status    | kinds                               | why
    ${'open'} | ${['updateTicket', 'reopenTicket']} | ${'what is open is not closed'}
    ${'done'} | ${['updateTicket', 'closeTicket']}  | ${'what is done is not opened'}
  `('is $kinds: $why', ({ status, kinds }: { status: 'open' | 'done'; kinds: string[] }) => {
    const owed = [action('updateTicket', 'a'), action('closeTicket', 'b'), action('reopenTicket', 'c')];
    const ticket = { key: 'acme/payments#1', url: '', place };
    const troubles = [{ place, since: '2026-11-20', owed, ...refused }];
    const migration = aMigration({ status, ticket, troubles });
    const situation = { ...aSituation(), migration, team: aTeam({ trackers: [payments] }) };

    expect(catchingUp(situation).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('a ticket that was gone and is there again', () => {
  const back = readable(owing(aMigration(), action('updateTicket', 'edit'), gone, '2026-11-20'), place, '2026-11-22');

  it('is not told as unreachable since it was gone', () => {
    expect(troubleAt(back, place)).toMatchObject({ fault: 'unreachable', since: '2026-11-22' });
  });

  it('is known to lack what was said meanwhile, whatever else befalls it', () => {
    const again = inTrouble(back, place, refused, '2026-11-23');
    const told = toldTroubles(again, '2026-11-23');
    const after = { migration: aMigration(), team: aTeam({ trackers: [payments] }) };

    expect(troubleNews(after, { troubles: told }, '2026-11-24')).toEqual([
      { kind: 'ticketMended', place, wasGone: true },
    ]);
  });
});

describe('what a team is told of its trackers', () => {
  const trouble = (seen: Partial<TrackerTrouble>): TrackerTrouble => ({
    place,
    since: '2026-11-20',
    owed: [],
    ...refused,
    ...seen,
  });
  const told = { [place]: 'refused Store a new token' };

  it.each`
    troubles                                              | before       | kinds                | why
    ${[trouble({})]}                                      | ${{}}        | ${['ticketTrouble']} | ${'a refusal at once'}
    ${[trouble({})]}                                      | ${told}      | ${[]}                | ${'the same refusal no second time'}
    ${[trouble({ hint: 'Another' })]}                     | ${told}      | ${['ticketTrouble']} | ${'another reason'}
    ${[trouble(unreachable)]}                             | ${{}}        | ${['ticketTrouble']} | ${'unreachable since yesterday'}
    ${[trouble({ ...unreachable, since: '2026-11-21' })]} | ${{}}        | ${[]}                | ${'unreachable since today may pass'}
    ${[]}                                                 | ${told}      | ${['ticketMended']}  | ${'it is over'}
    ${undefined}                                          | ${undefined} | ${[]}                | ${'there never was any'}
  `('$kinds: $why', ({ troubles, before, kinds }: Told) => {
    const migration = aMigration(troubles ? { troubles } : {});
    const team = aTeam({ trackers: [payments] });
    const news = troubleNews({ migration, team }, before ? { troubles: before } : {}, '2026-11-21');
    expect(news.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('stays told while it goes on, also as another fault that is not told yet', () => {
    const migration = aMigration({ troubles: [trouble({ ...unreachable, since: '2026-11-21' })] });
    expect(toldTroubles(migration, '2026-11-21')).toEqual({});
    expect(toldTroubles(aMigration({ troubles: [trouble({})] }), '2026-11-21')).toEqual(told);
  });
});

interface Turns {
  readonly first: 'closeTicket' | 'reopenTicket';
  readonly then: 'closeTicket' | 'reopenTicket';
}

interface Row {
  readonly before: ReturnType<typeof aMigration>;
  readonly left: number;
}

interface Told {
  readonly troubles: TrackerTrouble[] | undefined;
  readonly before: Record<string, string> | undefined;
  readonly kinds: string[];
}
