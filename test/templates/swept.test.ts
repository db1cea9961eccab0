import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { News } from '../../domain/news.ts';
import { blockProblems } from '../../templates/block-limits.ts';
import { escalationMessage } from '../../templates/escalation-message.ts';
import { migrationMessage } from '../../templates/migration-message.ts';
import { migrationTicket } from '../../templates/migration-ticket.ts';
import { ticketBody } from '../builders/ticket-body.ts';
import { newsComment } from '../../templates/news-comment.ts';
import { newsMessage } from '../../templates/news-message.ts';
import { burnDownChart, percent } from '../../templates/words-burn-down.ts';
import { unconditional } from '../../domain/configuration.ts';
import { aCoverage, aDependent, aUsage, usageDays } from '../builders/dependent.ts';
import { wordsOf } from '../builders/message-words.ts';
import { nastySituations } from '../builders/nasty-situation.ts';
import type { SituationParts } from '../builders/situation.ts';
import { aSituation, saidByHealth, sonnetCatalogue } from '../builders/situation.ts';
import { aDoneSituation, aSweptSituation, everyDependent, replacementQuota } from '../builders/swept-situation.ts';

const shown = (parts: SituationParts = {}) => wordsOf(migrationMessage(aSweptSituation(parts)));
const body = (parts: SituationParts = {}) => ticketBody(aSweptSituation(parts));

describe('the root message after a sweep', () => {
  it('counts what was found by kind, and says that nobody owns it', () => {
    expect(shown()).toContain(
      'The sweep found 1 on-demand use, 1 application inference profile, 1 Provisioned Throughput, 1 custom model, ' +
        '1 custom model deployment, 1 agent, 1 agent version, 1 prompt, 1 flow, 1 knowledge base, 1 prompt router, ' +
        '1 batch job and 1 customisation job (unowned: no route claims them).',
    );
    expect(shown({ routes: [{ ...unconditional, tags: { team: '*' }, team: 'payments' }] })).toContain(
      '12 of them unowned',
    );
    expect(shown({ routes: [{ ...unconditional, team: 'payments' }] })).not.toContain('unowned');
  });

  it('says what could not be read, and what failed there: that is not nothing', () => {
    expect(shown()).toContain(
      'Could not be read, so what is there is not known: `111122223333` in eu-west-1 (bedrock:ListInferenceProfiles: AccessDeniedException: not authorised).',
    );
  });

  it('says how far the use has moved, what waiting costs and by what, and which quota to ask for', () => {
    const text = shown();

    expect(text).toContain(
      '14 % of the calls are left on the old model, counted through 19 November 2026; the plan has 100 %.',
    );
    expect(text).toContain('The replacement answers 84 % of the calls and 84 % of the tokens.');
    expect(text).toContain(
      'Each week from 8 January 2027 costs about *$33*, $16 more than today. The same tokens on Claude Sonnet 5 cost about *$',
    );
    expect(text).toContain(
      'Basis: your own 2,700,000 tokens in and 540,000 out a week (28 days of use); the price that AWS announced;',
    );
    expect(text).toContain('counts as 600,000 on the replacement');
    expect(text).toContain('(`L-1A2B3C4D`) allows 500,000. *Ask for 600,000 now*.');
  });

  it('says so where the quota suffices, and where it is not known', () => {
    const enough = { ...replacementQuota, value: 600_000 };

    expect(shown({ inventory: { quotas: [enough] } })).toContain('allows 600,000, which suffices.');
    expect(shown({ inventory: { quotas: [] } })).toContain('its quota is not known, look it up in Service Quotas.');
  });

  it('says nothing of use where no sweep has looked', () => {
    const text = wordsOf(migrationMessage(aSituation()));

    for (const words of ['sweep', 'could not be read', 'Could not', '*Use*', 'waiting'])
      expect(text).not.toContain(words);
  });

  it('says who has the ticket', () => {
    expect(shown({ migration: { acknowledged: { by: 'ana', at: '2026-11-18T06:00:00.000Z' } } })).toContain(
      'Ticket taken by ana since 18 November 2026.',
    );
  });

  it('says that it is done, and names no day that passes', () => {
    const message = migrationMessage(aDoneSituation());

    expect(wordsOf(message)).toContain('Claude Sonnet 4.5: done');
    expect(wordsOf(message)).toContain('*Done* since 20 November 2026: team *payments* has left');
    const later = { migration: { status: 'done', statusSince: '2026-11-20' }, now: '2027-03-01T09:00:00Z' } as const;
    expect(wordsOf(migrationMessage(aDoneSituation(later)))).toBe(wordsOf(message));
  });

  it('says that the API lists a model as Legacy without a date, and makes none up', () => {
    const bare = sonnetCatalogue({ words: [] });
    const notices = [
      { reference: 'e', asOf: '2026-11-19T05:00:00Z', closed: false, source: 'api', status: 'LEGACY' },
    ] as const;
    const situation = aSituation({ catalogue: bare, migration: { notices } });

    const says = 'is Legacy, says the Bedrock API as of 19 November 2026, without a date.';
    expect(wordsOf(migrationMessage(situation))).toContain(says);
    expect(ticketBody(situation)).toContain(says);
    expect(situation.timeline.stage).toBe('active');
    const since = aSituation({
      catalogue: bare,
      migration: { notices },
      heard: { words: [saidByHealth('legacy', '2026-11-18')] },
    });
    expect(wordsOf(migrationMessage(since))).not.toContain('without a date');
  });

  it('names who said what and when, where notice, API and catalogue disagree', () => {
    const words = [
      saidByHealth('endOfLife', '2027-05-08'),
      saidByHealth('endOfLife', '2027-04-20', { source: 'api', asOf: '2026-11-19T05:00:00Z', reference: 'e' }),
    ];
    for (const text of [shown({ heard: { words } }), body({ heard: { words } })]) {
      expect(text).toContain('Sources disagree about end of life; the earliest date binds:');
      expect(text).toMatch(/8 April 2027 .*Sundial's catalogue.* as of 13 October 2026/);
      expect(text).toMatch(/20 April 2027 .*the Bedrock API as of 19 November 2026/);
      expect(text).toMatch(/8 May 2027 .*AWS Health on 8 October 2026/);
    }
  });
});

describe('the ticket after a sweep', () => {
  it('has a row for each dependent with what leaving takes', () => {
    const rows = body()
      .split('\n')
      .filter((line) => line.includes('(unowned) |'));

    expect(rows).toHaveLength(everyDependent.length);
    expect(rows[0]).toContain('called by `checkout` and `refunds`');
    expect(body()).toContain('committed until 20 May 2027, longer than the model lives (8 April 2027)');
    expect(body()).toContain('Embed the whole knowledge base again into a new index');
  });

  it('folds a long list', () => {
    const dependents = Array.from({ length: 90 }, (_, n) => aDependent({ kind: 'prompt', id: `p${n}`, name: `p${n}` }));
    const text = body({ inventory: { dependents } });

    expect(text).toContain('<summary>The 90 prompts</summary>');
    expect(text).toContain('And 10 more dependents.');
  });

  it('has steps for the kinds that were found, and no others', () => {
    expect(body()).toContain('- [ ] Application inference profiles: create new ones');
    expect(body()).toContain('- [ ] Knowledge bases: embed everything again');
    const prompts = body({ inventory: { dependents: everyDependent.filter(({ kind }) => kind === 'prompt') } });
    expect(prompts).toContain('- [ ] Prompts in Prompt management');
    expect(prompts).not.toContain('- [ ] Knowledge bases');
    expect(prompts).not.toContain('- [ ] Application inference profiles');
  });

  it('changes only once a week while the use moves, so that nobody is told of edits every day', () => {
    const on = (day: string) =>
      ticketBody(
        aSweptSituation({
          now: `${day}T09:00:00Z`,
          inventory: { coverage: [aCoverage({ at: `${day}T05:00:00.000Z` })] },
        }),
      ).replace(/## What waiting costs[^]*?(?=## )/, '');

    expect(on('2026-11-17')).toBe(on('2026-11-16'));
    expect(on('2026-11-18')).toBe(on('2026-11-17'));
  });

  it('says what was not read, and that this keeps it open', () => {
    expect(body()).toContain('## Could not be read');
    expect(body()).toContain('- `111122223333` in eu-west-1: bedrock:ListInferenceProfiles: AccessDeniedException');
  });

  it('says when it is done', () => {
    const { title } = migrationTicket(aDoneSituation());
    const text = ticketBody(aDoneSituation());

    expect(title).toBe('Left Claude Sonnet 4.5: nothing uses it any more');
    expect(text).toMatch(/^\*\*Done\*\* since 20 November 2026/);
  });
});

describe('news of use', () => {
  const rung = { number: 2, why: 'unacknowledged', days: 7 } as const;
  const all: readonly News[] = [
    { kind: 'weekly', week: '2026-W47' },
    {
      kind: 'idle',
      accounts: [
        { account: '111122223333', lastUsedOn: '2026-11-09' },
        { account: '444455556666', lastUsedOn: null },
      ],
    },
    { kind: 'escalated', rung },
    { kind: 'done', lastUsedOn: '2026-11-02', quietDays: 17 },
    { kind: 'done', lastUsedOn: null, quietDays: 30 },
    { kind: 'reopened', returned: { kind: 'used', lastUsedOn: '2026-11-18', calls: 1_204 } },
    { kind: 'reopened', returned: { kind: 'dependents', count: 1 } },
    { kind: 'reopened', returned: { kind: 'noticed', asOf: '2026-11-15' } },
  ];
  const onCall = { team: { escalation: { channel: '#on-call', onCall: 'S0123456789' } } };
  const words = (news: News, parts: SituationParts = {}) => wordsOf(newsMessage([news], aSweptSituation(parts)));

  it.each`
    index | says
    ${0}  | ${'14 % of the calls are left'}
    ${1}  | ${'idle in `111122223333` (last call on 9 November 2026) and `444455556666` (no call seen in 30 days)'}
    ${1}  | ${'for 15 days; its error text said 15 days in March 2026 and 30 since April 2026'}
    ${2}  | ${'Rung 2 of the escalation ladder: nobody has taken the ticket for 7 days.'}
    ${3}  | ${'The last call was on 2 November 2026, 17 full days ago'}
    ${4}  | ${'No call was seen in the last 30 days'}
    ${5}  | ${'The old model is called again: 1,204 calls on 18 November 2026.'}
    ${6}  | ${'1 dependent rests on the model again'}
    ${7}  | ${'AWS wrote on 15 November 2026 that the model is used'}
  `('says: $says', ({ index, says }: { index: number; says: string }) => {
    const news = all[index];
    if (!news) throw new Error('no such news');

    expect(words(news)).toContain(says);
    if (index > 0) expect(newsComment([news], aSweptSituation())).toContain(says);
  });

  it('draws the week as bars, with the numbers in words', () => {
    const text = words({ kind: 'weekly', week: '2026-W47' });

    expect(text).toMatch(/```\nold +[▁▂▃▄▅▆▇█·]{28} {2}725 to 50 calls a day\n/);
    expect(text).toContain('the highest is 725\n```');
  });

  it('mentions who is on call, where somebody is, in the thread and in the channel', () => {
    const news: News = { kind: 'escalated', rung };

    expect(words(news, onCall)).toMatch(/^<!subteam\^S0123456789> Rung 2/);
    expect(words(news, onCall)).toContain('#on-call was told as well');
    expect(words(news)).toMatch(/^Rung 2/);
    expect(wordsOf(escalationMessage(rung, aSweptSituation(onCall)))).toContain(
      '<!subteam^S0123456789> Team *payments* must leave *Claude Sonnet 4.5*: nobody has taken the ticket for 7 days.',
    );
    expect(
      wordsOf(
        escalationMessage(rung, aSweptSituation({ team: { escalation: { channel: 'C1', onCall: 'U0123456789' } } })),
      ),
    ).toContain('<@U0123456789> Team');
    expect(wordsOf(escalationMessage(rung, aSweptSituation()))).toContain('acme/payments#12');
  });

  it('fits into Slack’s limits whatever it is made from', () => {
    fc.assert(
      fc.property(nastySituations, (situation) => {
        expect(blockProblems(newsMessage(all, situation))).toEqual([]);
        expect(blockProblems(escalationMessage(rung, situation))).toEqual([]);
        expect(blockProblems(migrationMessage(situation))).toEqual([]);
        expect(ticketBody(situation).length).toBeLessThanOrEqual(65_536);
      }),
      { numRuns: 40 },
    );
  });
});

describe('figures', () => {
  it.each`
    share    | words
    ${0}     | ${'0 %'}
    ${0.001} | ${'less than 1 %'}
    ${0.996} | ${'more than 99 %'}
    ${1}     | ${'100 %'}
    ${12.5}  | ${'1,250 %'}
  `('$share is $words: the last call is never rounded away', ({ share, words }: { share: number; words: string }) => {
    expect(percent(share)).toBe(words);
  });

  it('a day without a call is a dot, and the lowest bar is some use', () => {
    const { presence } = aSweptSituation({
      inventory: { usage: [aUsage(usageDays('2026-11-15', [1_000, 0, 1, 500]))], replacementUsage: [] },
    });

    expect(burnDownChart(presence.burnDown)?.[0]).toContain('█·▁▅·');
  });
});
