import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Situation } from '../../../domain/situation.ts';
import { consolePage } from '../../../templates/console/page.ts';
import { migrationMessage } from '../../../templates/migration-message.ts';
import { migrationTicket } from '../../../templates/migration-ticket.ts';
import { ticketBody } from '../../builders/ticket-body.ts';
import { aConsoleView } from '../../builders/console-view.ts';
import { nastySituations } from '../../builders/nasty-situation.ts';
import { aSweptConsoleView } from '../../builders/swept-console-view.ts';
import { aSituation, aWithdrawal, saidByHealth, sonnetCatalogue } from '../../builders/situation.ts';

describe('consolePage', () => {
  it('says what is simulated, and nothing of it where all is real', () => {
    expect(consolePage(aConsoleView({ simulated: ['the Slack workspace'] }))).toContain(
      '<b>Simulated.</b> The Slack workspace is not real: it exists on this machine only.',
    );
    expect(consolePage(aConsoleView({ simulated: [] }))).not.toContain('Simulated');
  });

  it('says so while nothing has happened', () => {
    const page = consolePage(aConsoleView({ situations: [], channels: [], tickets: [] }));

    expect(page).toContain('All is quiet');
    expect(page).toContain('No migration is open.');
  });

  it('puts first what is gone, then what ends soonest, then what has no date', () => {
    const glance = /<ol class="glance">.*?<\/ol>/.exec(consolePage(aConsoleView()))?.[0] ?? '';

    expect([...glance.matchAll(/<b>(?<countdown>.*?)<\/b>/g)].map(({ groups }) => groups?.['countdown'])).toEqual([
      'Access was withdrawn',
      '10 days to end of life',
      '49 days to end of life',
      '49 days to extended access',
      'No end of life date is known',
    ]);
  });

  it('leads from a ticket to its thread and back within the page', () => {
    const page = consolePage(aConsoleView());
    const targets = new Set([...page.matchAll(/ id="(?<id>[^"]+)"/g)].map(({ groups }) => groups?.['id']));
    const inner = [...page.matchAll(/href="#(?<id>[^"]+)"/g)].map(({ groups }) => groups?.['id'] ?? '');

    expect(inner.filter((id) => !targets.has(id))).toEqual([]);
    expect(inner).toContain('ticket-acme-payments-1');
    expect(inner.some((id) => id.startsWith('message-C0PAYMENTS-'))).toBe(true);
    expect(page).not.toContain('simulated.test');
  });

  it('says so where a migration has no ticket and no thread yet', () => {
    const situation = aSituation({ migration: { ticket: null, thread: null } });

    const page = consolePage(aConsoleView({ situations: [situation] }));

    expect(page).toContain('No ticket yet.');
    expect(page).not.toContain('The thread in Slack</a>.');
  });

  it('shows a team’s tickets and channel even before a migration points at them', () => {
    const situation = aSituation({ migration: { ticket: null, thread: null } });
    const ticket = { ...aTicket, key: 'acme/payments#7', title: 'Asked by hand', state: 'closed' } as const;
    const channel = { id: 'C1', name: 'payments', messages: [{ ...aMessage, text: '*By* hand' }] };

    const page = consolePage(aConsoleView({ situations: [situation], tickets: [ticket], channels: [channel] }));

    expect(page).toContain('Asked by hand <span class="key">#7</span>');
    expect(page).toContain('<span class="state closed">Closed</span>');
    expect(page).toContain('<p><strong>By</strong> hand</p>');
  });

  it('says so where a channel is empty', () => {
    const channels = [{ id: 'C1', name: 'payments', messages: [] }];

    expect(consolePage(aConsoleView({ channels }))).toContain('Nothing has been posted here.');
  });

  it('gives every id once', () => {
    const ids = [...consolePage(aConsoleView()).matchAll(/ id="(?<id>[^"]+)"/g)].map(({ groups }) => groups?.['id']);

    expect(ids).toHaveLength(new Set(ids).size);
  });

  const hostile = `"'><img src=x onerror=alert(1)></style><script>alert(1)</script>`;

  it.each([
    ['a model', { catalogue: sonnetCatalogue({ name: hostile }) }],
    [
      'a team',
      {
        team: {
          name: hostile,
          channel: hostile,
          trackers: [{ kind: 'github' as const, repository: hostile }] as const,
        },
      },
    ],
    ['a ticket', { migration: { ticket: { key: hostile, url: `https://x.test/${hostile}` } } }],
    [
      'a source',
      { heard: { words: [saidByHealth('endOfLife', '2027-05-01', { reference: hostile, region: 'all' })] } },
    ],
    ['a Region', { heard: { withdrawals: [aWithdrawal({ region: hostile, reference: hostile })] } }],
  ])('shows %s that tries to be markup as the text it is', (_, parts) => {
    expectHarmless(pageOf(aSituation(parts)));
  });

  it('shows a transcript that tries to be markup as the text it is', () => {
    const message = { ts: hostile, author: hostile, text: hostile, blocks: [], edited: true };
    const blocks = [{ type: hostile }] as unknown as KnownBlock[];
    const comments = [{ author: hostile, at: hostile, body: hostile }];

    expectHarmless(
      consolePage({
        ...aConsoleView(),
        channels: [{ id: hostile, name: 'payments', messages: [{ ...message, replies: [{ ...message, blocks }] }] }],
        tickets: [
          {
            key: `acme/payments#${hostile}`,
            url: hostile,
            title: hostile,
            body: hostile,
            state: 'closed',
            labels: [hostile],
            openedAt: hostile,
            comments,
          },
        ],
        simulated: [hostile],
      }),
    );
  });

  it('lets nothing through of situations at the edges', () => {
    fc.assert(
      fc.property(nastySituations, (situation) => expectHarmless(pageOf(situation))),
      { numRuns: 40 },
    );
  });
});

const aMessage = { ts: '1791442800.000100', author: 'Ada', text: '', blocks: [], edited: false, replies: [] };
const aTicket = {
  url: 'https://example.com/7',
  body: '',
  labels: [],
  openedAt: '2026-11-20T09:00:00Z',
  comments: [],
};

/** The page with the real message and ticket of one situation. */
function pageOf(situation: Situation): string {
  const { text, blocks } = migrationMessage(situation);
  const { key = '', url = '' } = situation.migration.ticket ?? {};
  const posted = { ts: '1791442800.000100', author: 'Sundial', text, blocks, edited: false, replies: [] };
  const comments = [{ author: 'sundial', at: '2026-11-20T09:00:00Z', body: text }];
  return consolePage({
    now: situation.now,
    situations: [situation],
    channels: [{ id: 'C0123456789', name: situation.team.channel.replace(/^#/, ''), messages: [posted] }],
    tickets: [
      {
        ...migrationTicket(situation),
        body: ticketBody(situation),
        key,
        url,
        state: 'open',
        openedAt: '2026-11-20T09:00:00Z',
        comments,
      },
    ],
    simulated: [],
  });
}

const tags =
  'html|head|body|meta|title|style|link|svg|g|rect|line|text|tspan|desc|defs|pattern|mask|linearGradient|stop|circle|path|header|nav|main|section|article|aside|footer|div|p|h[1-6]|ol|ul|li|dl|dt|dd|a|b|strong|em|s|del|code|pre|blockquote|hr|br|span|time|table|thead|tbody|tr|th|td|details|summary';

/** Only the tags we write, no attribute that acts, no address that does. */
function expectHarmless(page: string): void {
  const bare = page.replaceAll(/="[^"]*"/g, '=""');
  const found = [
    ...bare.matchAll(new RegExp(`<(?!/?(?:${tags})[ >]|!doctype html>)[a-z!?/].{0,40}`, 'gi')),
    ...bare.matchAll(/<[^>]*\s(?:on\w+|style|src)=/gi),
    ...page.matchAll(/href="(?!#|https?:|mailto:|data:image\/svg).{0,40}/gi),
  ];

  expect(found.map(([text]) => text)).toEqual([]);
  expect(page.match(/<\/style>/g)).toHaveLength(1);
}

describe('what the sweep saw', () => {
  const page = consolePage(aSweptConsoleView());
  const card = (name: string) => page.split('<article ').find((part) => part.includes(name)) ?? '';

  it('is drawn for each width, with a title and the numbers in words', () => {
    const charts = [...page.matchAll(/<svg class="axis chart w\d+"[^>]* role="img" aria-labelledby="(?<ids>[^"]+)"/g)];

    expect(charts.length).toBeGreaterThanOrEqual(5);
    for (const { groups } of charts)
      for (const id of groups?.['ids']?.split(' ') ?? []) expect(page).toContain(`id="${id}"`);
    expect(page).toContain('21 September 2026: 900 calls on the old model, 0 on the replacement.');
    expect(page).toContain('19 November 2026: 50 calls on the old model, 716 on the replacement.');
  });

  it('is left out where no sweep has looked, and no line is drawn of what is not known', () => {
    const bare = consolePage(aConsoleView());

    for (const words of ['class="use"', 'class="inventory"', 'Not known.']) expect(bare).not.toContain(words);
  });

  it('lists each dependent with what leaving takes', () => {
    expect(
      card('id="migration-anthropic-claude-sonnet-4-5-20250929-v1-0-payments"').match(/<tr role="row"><td/g),
    ).toHaveLength(13);
    expect(page).toContain('re-embed all of it');
  });

  it('shows what is done as done, without a countdown or a plan', () => {
    const done = card('class="migration done"');

    expect(done).toContain('✓ Done');
    expect(done).toContain('since 20 November 2026');
    for (const words of ['class="plan"', 'What waiting costs', 'days to']) expect(done).not.toContain(words);
    expect(page).toContain('1 model to leave, 2 teams, 1 done');
    expect(consolePage(aSweptConsoleView({ situations: aSweptConsoleView().situations.slice(1) }))).toContain(
      'Nothing to leave, 1 done',
    );
  });

  it('shows what teams have beside what they must leave', () => {
    expect(page).toContain('<h2 id="inventory">Inventory</h2>');
    expect(page).toContain('release-notes');
    expect(consolePage(aSweptConsoleView({ dependents: [] }))).not.toContain('id="inventory"');
  });

  it('marks a model that the API calls Legacy without a date', () => {
    const notices = [
      { reference: 'e', asOf: '2026-11-19T05:00:00Z', closed: false, source: 'api', status: 'LEGACY' },
    ] as const;
    const situation = aSituation({ catalogue: sonnetCatalogue({ words: [] }), migration: { notices } });

    expect(consolePage(aConsoleView({ situations: [situation] }))).toContain('Legacy, no date</span>');
  });
});
