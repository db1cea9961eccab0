import { describe, expect, it } from 'vitest';
import type { TicketAction } from '../../domain/action.ts';
import type { News } from '../../domain/news.ts';
import type { TrackerTrouble } from '../../domain/tracker-trouble.ts';
import { linkPlace } from '../../domain/trouble-place.ts';
import { blockProblems } from '../../templates/block-limits.ts';
import { newsMessage } from '../../templates/news-message.ts';
import { wordsOf } from '../builders/message-words.ts';
import type { SituationParts } from '../builders/situation.ts';
import { aSituation } from '../builders/situation.ts';
import { aSweptSituation } from '../builders/swept-situation.ts';

const place = 'github | acme/payments';
const trouble = (parts: Partial<TrackerTrouble>): News => ({
  kind: 'ticketTrouble',
  trouble: {
    place,
    fault: 'refused',
    said: 'Bad credentials',
    hint: 'Store a new one',
    since: '2026-11-19',
    owed: [],
    ...parts,
  },
});
const left = (...kinds: TicketAction['kind'][]): News => ({
  kind: 'ticketLeft',
  trouble: {
    ...{ place, fault: 'refused', said: null, hint: null, since: '2026-11-19' },
    owed: kinds.map((kind, at) => ({ kind, key: `${at}`, team: 'a', migrationId: 'a', place, news: [] })),
  },
});
const unopened: SituationParts = { migration: { ticket: null } };

describe('what a thread is told of the ticket', () => {
  it.each`
    news                                                                         | parts       | says
    ${trouble({})}                                                               | ${{}}       | ${'GitHub acme/payments* refuses the ticket'}
    ${trouble({})}                                                               | ${unopened} | ${'• It says: Bad credentials'}
    ${trouble({})}                                                               | ${{}}       | ${'• Store a new one'}
    ${trouble({ fault: 'gone', said: null, hint: null })}                        | ${{}}       | ${'is not there any more: it was deleted, or hidden from Sundial'}
    ${trouble({ fault: 'unreachable', said: null, hint: null })}                 | ${{}}       | ${'has not been reached since 19 November 2026'}
    ${trouble({ place: 'jira https://example-corp.atlassian.net | PAY' })}       | ${{}}       | ${'Jira PAY* refuses the ticket'}
    ${trouble({ place: 'servicenow https://example.service-now.com incident' })} | ${{}}       | ${'ServiceNow incident* refuses'}
    ${trouble({ place: 'opscenter here' })}                                      | ${{}}       | ${'OpsCenter* refuses'}
    ${trouble({ place: 'opscenter us-east-1' })}                                 | ${{}}       | ${'OpsCenter us-east-1* refuses'}
    ${trouble({ place: 'webhook https://hooks.example.com/secret' })}            | ${{}}       | ${'Webhook hooks.example.com* refuses'}
    ${trouble({ place: linkPlace(place) })}                                      | ${{}}       | ${'GitHub acme/payments* does not put the ticket'}
    ${trouble({ place: 'trello a' })}                                            | ${{}}       | ${'trello a* refuses'}
    ${{ kind: 'ticketMended', place, wasGone: false }}                           | ${{}}       | ${'takes the ticket again, and has all that it missed'}
    ${{ kind: 'ticketMended', place, wasGone: true }}                            | ${{}}       | ${'what this thread was told while it was gone is not among its comments'}
    ${{ kind: 'ticketMended', place: linkPlace(place), wasGone: false }}         | ${{}}       | ${"GitHub acme/payments* has put the ticket below the campaign's"}
    ${left('commentOnTicket', 'commentOnTicket', 'updateTicket', 'closeTicket')} | ${{}}       | ${"GitHub acme/payments* is not among the team's trackers any more. Its ticket misses 2 comments, what is true now and that it is done"}
    ${left('reopenTicket')}                                                      | ${{}}       | ${'Its ticket misses that it is open again, and Sundial does not write that any more.'}
    ${{ kind: 'ticketClosed', at: '2026-11-19T06:00:00.000Z' }}                  | ${{}}       | ${'was closed. Is the migration done?'}
    ${{ kind: 'ticketClosed', at: '2026-11-19T06:00:00.000Z' }}                  | ${unopened} | ${'The ticket was closed.'}
  `('$says', ({ news, parts, says }: { news: News; parts: SituationParts; says: string }) => {
    const message = newsMessage([news], aSituation(parts));

    expect(wordsOf(message)).toContain(says);
    expect(blockProblems(message)).toEqual([]);
  });

  it('of a closed ticket with the numbers that speak against it', () => {
    const words = wordsOf(newsMessage([{ kind: 'ticketClosed', at: '2026-11-19T06:00:00.000Z' }], aSweptSituation()));

    expect(words).toMatch(/of the calls are left on the old model/);
    expect(words).toMatch(/\d+ dependents? still rests? on the model/);
    expect(words).toContain('By what is known it is not.');
  });

  it('of a closed ticket where nothing is left', () => {
    const swept = aSweptSituation();
    const { burnDown } = swept.presence;
    if (burnDown.kind !== 'known') expect.unreachable();
    const presence = { ...swept.presence, dependents: [], burnDown: { ...burnDown, remaining: 0 } };
    const closed: News = { kind: 'ticketClosed', at: '2026-11-19T06:00:00.000Z' };

    expect(wordsOf(newsMessage([closed], { ...swept, presence }))).toContain('Nothing speaks against it');
  });
});
