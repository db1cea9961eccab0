import { describe, expect, it } from 'vitest';
import type { Migration } from '../../domain/migration.ts';
import { afterReading, afterTurning } from '../../domain/ticket-read.ts';
import { aMigration } from '../builders/situation.ts';

const at = '2026-11-21T06:00:00.000Z';
const earlier = '2026-11-18T06:00:00.000Z';
const inSlack = { person: 'U0000000001', by: 'U0000000001', at: earlier };
const ana = { person: 'ana', by: 'ana', at: earlier, where: 'ticket' };

describe('who leads, after the ticket was read', () => {
  it.each`
    seen     | before                                                                                                   | owner                                                | why
    ${'ana'} | ${{}}                                                                                                    | ${{ person: 'ana', by: 'ana', at, where: 'ticket' }} | ${'whoever is assigned it'}
    ${'ana'} | ${{ owner: ana, acknowledged: { by: 'ana', at: earlier } }}                                              | ${ana}                                               | ${'they did before'}
    ${'ana'} | ${{ owner: ana }}                                                                                        | ${ana}                                               | ${'they did before, and the ticket was unread meanwhile'}
    ${'ben'} | ${{ owner: ana, acknowledged: { by: 'ana', at: earlier } }}                                              | ${{ person: 'ben', by: 'ben', at, where: 'ticket' }} | ${'it was handed over'}
    ${'ana'} | ${{ owner: inSlack, acknowledged: { by: 'ana', at: earlier } }}                                          | ${inSlack}                                           | ${'somebody was named in Slack since'}
    ${'ben'} | ${{ owner: inSlack, acknowledged: { by: 'ana', at: earlier } }}                                          | ${{ person: 'ben', by: 'ben', at, where: 'ticket' }} | ${'it was handed over after that'}
    ${'ana'} | ${{ owner: inSlack, assignee: 'ana', acknowledged: { by: 'U0000000001', at: earlier, where: 'slack' } }} | ${inSlack}                                           | ${'nobody touched the ticket since somebody was named in Slack'}
    ${null}  | ${{ owner: ana, acknowledged: { by: 'ana', at: earlier } }}                                              | ${null}                                              | ${'nobody has it any more'}
    ${null}  | ${{ owner: inSlack }}                                                                                    | ${inSlack}                                           | ${'silence undoes no word'}
    ${null}  | ${{}}                                                                                                    | ${null}                                              | ${'nobody was ever named'}
  `('$why', ({ seen, before, owner }: { seen: string | null; before: Partial<Migration>; owner: unknown }) => {
    expect(afterReading(aMigration(before), { assignee: seen, closed: false }, at).owner).toEqual(owner);
  });
});

describe('what was said in Slack', () => {
  const said = { by: 'U0000000001', at: earlier, where: 'slack' } as const;

  it.each`
    assignee         | acknowledged         | why
    ${null}          | ${said}              | ${'nobody was assigned'}
    ${'U0000000001'} | ${said}              | ${'the same person was assigned'}
    ${'ana'}         | ${{ by: 'ana', at }} | ${'somebody else was'}
  `('of $assignee leaves $acknowledged: $why', ({ assignee, acknowledged }: Said) => {
    const after = afterReading(aMigration({ acknowledged: said }), { assignee, closed: true }, at);

    expect(after.acknowledged).toEqual(acknowledged);
  });
});

interface Said {
  readonly assignee: string | null;
  readonly acknowledged: unknown;
}

describe('a ticket that somebody closed', () => {
  it.each`
    closed   | before     | closedAt   | why
    ${true}  | ${null}    | ${at}      | ${'closed now'}
    ${true}  | ${earlier} | ${earlier} | ${'closed before'}
    ${false} | ${earlier} | ${null}    | ${'opened again'}
  `('$why', ({ closed, before, closedAt }: { closed: boolean; before: string | null; closedAt: string | null }) => {
    expect(afterReading(aMigration({ closedAt: before }), { assignee: null, closed }, at)).toMatchObject({ closedAt });
  });
});

describe('a ticket that Sundial closed', () => {
  const closed = { assignee: null, closed: true };
  const read = (before: Migration, seen = closed) => afterReading(before, seen, at);
  const byPerson = { closedAt: at, acknowledged: { by: null, at } };
  const byNobody = { closedAt: null, acknowledged: null };
  const closing = afterTurning(aMigration(), 'closeTicket');

  it.each`
    after                                                              | seen        | why
    ${read(closing)}                                                   | ${byNobody} | ${'it is the one that Sundial closed'}
    ${read(read(closing))}                                             | ${byNobody} | ${'however often it is read'}
    ${read(read(closing, { assignee: null, closed: false }))}          | ${byPerson} | ${'it was open between'}
    ${read(afterTurning(closing, 'reopenTicket'))}                     | ${byPerson} | ${'Sundial opened it again'}
    ${read(afterTurning(aMigration({ closedAt: at }), 'closeTicket'))} | ${byPerson} | ${'a person had closed it before'}
  `('is $seen: $why', ({ after, seen }: { after: Migration; seen: object }) => {
    expect(after).toMatchObject(seen);
  });
});
