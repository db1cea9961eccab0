import { catalogue } from '../../catalogue/catalogue.ts';
import type { Word } from '../../domain/lifecycle.ts';
import type { News } from '../../domain/news.ts';
import type { Situation } from '../../domain/situation.ts';
import type { ChannelTranscript, ChatMessage, TicketTranscript } from '../../templates/console/transcripts.ts';
import type { ConsoleView } from '../../templates/console/view.ts';
import type { Message } from '../../templates/message.ts';
import { migrationMessage } from '../../templates/migration-message.ts';
import { migrationTicket } from '../../templates/migration-ticket.ts';
import { ticketBody } from './ticket-body.ts';
import { newsComment } from '../../templates/news-comment.ts';
import { newsMessage } from '../../templates/news-message.ts';
import { aSituation, aWord, saidByHealth, utc } from './situation.ts';

const now = '2026-11-20T09:00:00Z';

/** Three teams, five models with their true dates, and every kind of end: ahead, near, past, unknown and sudden. */
export function aConsoleView(overrides: Partial<ConsoleView> = {}): ConsoleView {
  const situations = [
    situation('payments', 1, 'anthropic.claude-sonnet-4-5-20250929-v1:0', '2026-10-08'),
    situation('payments', 2, 'anthropic.claude-opus-4-1-20250805-v1:0', '2026-07-09'),
    situation('search', 1, 'twelvelabs.marengo-embed-2-7-v1:0', '2026-11-18'),
    situation('search', 2, 'amazon.nova-pro-v1:0', '2026-11-02', [
      saidByHealth('legacy', '2026-11-02', { modelId: 'amazon.nova-pro-v1:0', asOf: '2026-11-02T10:00:00.000Z' }),
    ]),
    situation('support', 1, 'anthropic.claude-fable-5', '2026-11-19'),
  ];
  return {
    now: utc(now),
    situations,
    channels: ['payments', 'search', 'support'].map((team) => channel(team, situations)),
    tickets: situations.map(ticket),
    simulated: ['the AWS organisation', 'the Slack workspace', 'the GitHub repositories'],
    ...overrides,
  };
}

function situation(team: string, number: number, modelId: string, openedOn: string, words: Word[] = []): Situation {
  const ts = timestamp(openedOn, number);
  return aSituation({
    catalogue,
    now,
    heard: { words },
    team: { name: team, channel: `#${team}`, trackers: [{ kind: 'github', repository: `acme/${team}` }] },
    migration: {
      modelId,
      openedOn,
      ticket: { key: `acme/${team}#${number}`, url: `https://github.simulated.test/acme/${team}/issues/${number}` },
      thread: {
        channel: channelId(team),
        ts,
        permalink: `https://slack.simulated.test/archives/${channelId(team)}/p${ts.replace('.', '')}`,
      },
    },
  });
}

function channel(team: string, situations: readonly Situation[]): ChannelTranscript {
  const messages = situations
    .filter(({ migration }) => migration.team === team)
    .map((of, index) => ({
      ...chat(of.migration.thread?.ts ?? '', migrationMessage(of), true),
      replies: newsOf(of).map((news) => chat(timestamp('2026-11-12', index), newsMessage([news], of), false)),
    }));
  return { id: channelId(team), name: team, messages: messages.toSorted((a, b) => a.ts.localeCompare(b.ts)) };
}

function newsOf({ lifecycle }: Situation): News[] {
  const { modelId, dates } = lifecycle;
  if (!dates.endOfLife) return [];
  const said = aWord('endOfLife', dates.endOfLife, { modelId, source: 'health', asOf: '2026-11-12' });
  return [{ kind: 'dateMoved', name: 'endOfLife', from: '2026-12-31', to: dates.endOfLife, said }];
}

function chat(ts: string, message: Message, edited: boolean): ChatMessage {
  return { ts, author: 'Sundial', text: message.text, blocks: message.blocks, edited };
}

function ticket(of: Situation): TicketTranscript {
  const { title, labels } = migrationTicket(of);
  const body = ticketBody(of);
  const { key = '', url = '' } = of.migration.ticket ?? {};
  const comments = newsOf(of).map((news) => ({
    author: 'sundial',
    at: '2026-11-12T08:00:00Z',
    body: newsComment([news], of),
  }));
  return { key, url, title, body, labels, state: 'open', openedAt: `${of.migration.openedOn}T07:00:00Z`, comments };
}

function channelId(team: string): string {
  return `C0${team.toUpperCase()}`;
}

function timestamp(day: string, number: number): string {
  return `${utc(`${day}T07:00:00Z`).toUnixInteger()}.00000${number}`;
}
