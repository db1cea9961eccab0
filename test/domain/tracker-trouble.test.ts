import { describe, expect, it } from 'vitest';
import type { TicketAction } from '../../domain/action.ts';
import type { TrackerTrouble } from '../../domain/tracker-trouble.ts';
import { inTrouble, owing, readable, settled, troubleAt } from '../../domain/tracker-trouble.ts';
import { toldTroubles, troubleNews } from '../../domain/trouble-news.ts';
import { aMigration, sonnet45 } from '../builders/situation.ts';

const place = 'github | acme/payments';
const refused = { fault: 'refused', said: 'No', hint: 'Store a new token' } as const;
const unreachable = { fault: 'unreachable', said: null, hint: null } as const;
const gone = { fault: 'gone', said: null, hint: null } as const;
const action = (kind: 'openTicket' | 'updateTicket' | 'closeTicket', key: string): TicketAction => ({
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
    expect(readable(before, place).troubles).toHaveLength(left);
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
    const news = troubleNews(
      aMigration(troubles ? { troubles } : {}),
      before ? { troubles: before } : {},
      '2026-11-21',
    );
    expect(news.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('stays told while it goes on, also as another fault that is not told yet', () => {
    const migration = aMigration({ troubles: [trouble({ ...unreachable, since: '2026-11-21' })] });
    expect(toldTroubles(migration, '2026-11-21')).toEqual({});
    expect(toldTroubles(aMigration({ troubles: [trouble({})] }), '2026-11-21')).toEqual(told);
  });
});

interface Row {
  readonly before: ReturnType<typeof aMigration>;
  readonly left: number;
}

interface Told {
  readonly troubles: TrackerTrouble[] | undefined;
  readonly before: Record<string, string> | undefined;
  readonly kinds: string[];
}
