import { describe, expect, it } from 'vitest';
import type { DateThatMatters } from '../../domain/dates-that-matter.ts';
import type { Decisions } from '../../domain/decisions.ts';
import type { Migration } from '../../domain/migration.ts';
import type { News } from '../../domain/news.ts';
import { blockProblems } from '../../templates/block-limits.ts';
import { migrationMessage } from '../../templates/migration-message.ts';
import { ticketBody } from '../builders/ticket-body.ts';
import { newsComment } from '../../templates/news-comment.ts';
import { newsMessage } from '../../templates/news-message.ts';
import { matterWords } from '../../templates/words-decisions.ts';
import { wordsOf } from '../builders/message-words.ts';
import { aSituation } from '../builders/situation.ts';

const by = 'U0000000001';
const at = '2026-11-20T09:00:00.000Z';
const owner = { person: 'U0000000002', by, at };
const snooze = { until: '2027-01-08', reason: 'Tests <run> & *run*', by, at };
const arrangement = { until: '2027-06-30', reason: 'Contract 4711', by, at };
const chosen = { modelId: 'anthropic.claude-opus-5', by, at };

describe('what people decided', () => {
  it.each`
    news                                                  | says
    ${{ kind: 'owned', owner }}                           | ${'<@U0000000002> was named the owner by <@U0000000001>.'}
    ${{ kind: 'owned', owner: { ...owner, person: by } }} | ${'<@U0000000001> took the lead.'}
    ${{ kind: 'snoozed', snooze }}                        | ${'<@U0000000001> snoozed the reminders until 8 January 2027: Tests &lt;run&gt; &amp; *run*'}
    ${{ kind: 'arranged', arrangement }}                  | ${'a private arrangement with the provider, to the end of 30 June 2027: Contract 4711'}
    ${{ kind: 'chosen', chosen }}                         | ${'<@U0000000001> chose *anthropic.claude-opus-5* as the replacement.'}
  `('is told in the thread: $says', ({ news, says }: { news: News; says: string }) => {
    const message = newsMessage([news], aSituation());

    expect(wordsOf(message)).toContain(says);
    expect(message.text).toContain(says.replaceAll('*anthropic.claude-opus-5*', 'anthropic.claude-opus-5'));
    expect(blockProblems(message)).toEqual([]);
  });

  it('names people on a ticket by their id: a mark of Slack says nothing there', () => {
    expect(newsComment([{ kind: 'owned', owner }], aSituation())).toContain('somebody in Slack (`U0000000002`)');
  });

  it('calls whoever watches, in a reply', () => {
    const watched = aSituation({ heard: { watchers: ['U0000000003'] } });

    expect(wordsOf(newsMessage([{ kind: 'restored' }], watched))).toContain('cc <@U0000000003>');
  });

  it.each`
    migration                                                          | says
    ${{}}                                                              | ${'Nobody has acknowledged this yet.'}
    ${{ acknowledged: { by, at, where: 'slack' } }}                    | ${'Acknowledged by <@U0000000001> on 20 November 2026.'}
    ${{ acknowledged: { by: 'octocat', at } }}                         | ${'Ticket taken by octocat since 20 November 2026.'}
    ${{ acknowledged: { by: null, at } }}                              | ${'The ticket was closed by 20 November 2026.'}
    ${{ owner }}                                                       | ${'Owner: <@U0000000002>.'}
    ${{ snooze }}                                                      | ${'Snoozed until 8 January 2027 by <@U0000000001>'}
    ${{ arrangement }}                                                 | ${'Private arrangement with the provider until 30 June 2027 by <@U0000000001>'}
    ${{ chosen: { ...chosen, modelId: 'anthropic.claude-sonnet-5' } }} | ${'<@U0000000001> chose it'}
  `('stands in the root message: $says', ({ migration, says }: { migration: Partial<Migration>; says: string }) => {
    const message = migrationMessage(aSituation({ migration }));

    expect(wordsOf(message)).toContain(says);
    expect(blockProblems(message)).toEqual([]);
  });

  it('is said in the text of the root message too', () => {
    expect(migrationMessage(aSituation({ migration: { owner } })).text).toContain('Owner: <@U0000000002>.');
  });

  it('stands on the ticket, with days and no countdown', () => {
    const decisions: Partial<Decisions> = { owner, snooze };
    const body = ticketBody(aSituation({ migration: decisions }));

    expect(body).toContain('## Who leads');
    expect(body).toContain('Snoozed until 8 January 2027');
  });

  it('stands no more once a snooze is over', () => {
    const awake = aSituation({ now: '2027-01-08T09:00:00Z', migration: { snooze } });

    expect(wordsOf(migrationMessage(awake))).not.toContain('Snoozed');
  });
});

describe('a date that nobody may sleep past', () => {
  it.each`
    what                | says
    ${'legacy'}         | ${'Legacy begins on 8 January 2027'}
    ${'extendedAccess'} | ${'extended access begins on 8 January 2027'}
    ${'endOfLife'}      | ${'end of life is 8 January 2027'}
    ${'price'}          | ${'a new price applies from 8 January 2027'}
    ${'lockOut'}        | ${'an idle account may lose access on 8 January 2027'}
  `('$says', ({ what, says }: { what: DateThatMatters['what']; says: string }) => {
    expect(matterWords({ day: '2027-01-08', what })).toBe(says);
  });
});
