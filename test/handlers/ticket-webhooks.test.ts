import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { TicketRef } from '../../domain/migration.ts';
import type { TicketChanged } from '../../domain/ticket-changed.ts';
import { isAbout } from '../../domain/ticket-changed.ts';
import { onTicketChanged } from '../../handlers/on-ticket-changed.ts';
import { takeNotice } from '../../handlers/take-notice.ts';
import { takeTicketWebhook } from '../../handlers/tickets/ticket-door.ts';
import { aNotice } from '../builders/notice.ts';
import { utc } from '../builders/situation.ts';
import { rememberingDeps } from '../fakes/remembering-deps.ts';
import { fixture } from '../fixtures/fixture.ts';

const secret = 'shared with the tracker';
const signed = (body: string, key = secret) => createHmac('sha256', key).update(body).digest('hex');
const github = JSON.stringify({
  action: 'closed',
  issue: { number: 1, state: 'closed' },
  repository: { full_name: 'example-corp/platform' },
});
const jira = JSON.stringify({
  webhookEvent: 'jira:issue_updated',
  issue: { id: '10001', self: 'https://example-corp.atlassian.net/rest/api/2/issue/10001', key: 'PAY-12' },
});
const pagerduty = JSON.stringify({
  event: { id: '01', event_type: 'incident.resolved', data: { id: 'Q1ABCDEF', type: 'incident' } },
});
const servicenow = JSON.stringify({
  number: 'INC0010001',
  sys_id: 'a',
  instance: 'https://example.service-now.com/',
});

async function taken(tracker: string, headers: Record<string, string>, body: string, known: string | null = secret) {
  const announced: TicketChanged[] = [];
  const logged: string[] = [];
  const note = (message: string) => void logged.push(message);
  const { statusCode } = await takeTicketWebhook(
    tracker,
    { headers, body: Buffer.from(body) },
    {
      secretOf: () => Promise.resolve(known),
      announce: (change) => Promise.resolve(void announced.push(change)),
      now: () => utc('2026-11-20T09:00:00Z'),
      log: { info: note, error: note },
    },
  );
  const tickets = announced.map(({ ticket, id = '', address = '' }) => [ticket, id, address].join(' ').trim());
  return { statusCode, tickets, logged };
}

describe('a webhook of a tracker', () => {
  it.each`
    tracker         | headers                                                                                   | body          | ticket
    ${'github'}     | ${{ 'x-hub-signature-256': `sha256=${signed(github)}` }}                                  | ${github}     | ${'example-corp/platform#1'}
    ${'jira'}       | ${{ 'x-hub-signature': `sha256=${signed(jira)}` }}                                        | ${jira}       | ${'PAY-12 10001 https://example-corp.atlassian.net'}
    ${'pagerduty'}  | ${{ 'x-pagerduty-signature': `v1=${signed(pagerduty, 'old')}, v1=${signed(pagerduty)}` }} | ${pagerduty}  | ${'Q1ABCDEF'}
    ${'servicenow'} | ${{ authorization: `Bearer ${secret}` }}                                                  | ${servicenow} | ${'INC0010001 a https://example.service-now.com'}
  `('of $tracker is let in, and hands on its ticket', async ({ tracker, headers, body, ticket }: Row) => {
    expect(await taken(tracker, headers, body)).toEqual({ statusCode: 202, tickets: [ticket], logged: [] });
  });

  it.each`
    tracker         | headers                                                           | body          | why
    ${'github'}     | ${{}}                                                             | ${github}     | ${'unsigned'}
    ${'github'}     | ${{ 'x-hub-signature-256': `sha256=${signed(github, 'guess')}` }} | ${github}     | ${'signed with another secret'}
    ${'github'}     | ${{ 'x-hub-signature-256': `sha256=${signed(jira)}` }}            | ${github}     | ${'signed for another body'}
    ${'github'}     | ${{ 'x-hub-signature': `sha256=${signed(github)}` }}              | ${github}     | ${'signed under another header'}
    ${'jira'}       | ${{ 'x-hub-signature': signed(jira) }}                            | ${jira}       | ${'without the method'}
    ${'pagerduty'}  | ${{ 'x-pagerduty-signature': `v1=${signed(pagerduty, 'old')}` }}  | ${pagerduty}  | ${'with the old secret alone'}
    ${'servicenow'} | ${{ authorization: 'Bearer' }}                                    | ${servicenow} | ${'without the secret'}
  `('of $tracker is refused and counted: $why', async ({ tracker, headers, body }: Row) => {
    expect(await taken(tracker, headers, body)).toEqual({
      statusCode: 401,
      tickets: [],
      logged: ['A ticket webhook was refused'],
    });
  });

  it.each`
    body                                              | statusCode | why
    ${JSON.stringify({ zen: 'Speak like a human.' })} | ${200}     | ${'a ping is about no ticket'}
    ${JSON.stringify({ issue: { number: 'one' } })}   | ${400}     | ${'a number is a number'}
    ${'issue=1'}                                      | ${400}     | ${'the webhook sends forms, and must send JSON'}
  `('of GitHub answers $statusCode: $why', async ({ body, statusCode }: { body: string; statusCode: number }) => {
    const answer = await taken('github', { 'x-hub-signature-256': `sha256=${signed(body)}` }, body);

    expect(answer).toMatchObject({ statusCode, tickets: [] });
  });

  it.each`
    tracker         | body                                                | status | tickets       | why
    ${'jira'}       | ${JSON.stringify({ webhookEvent: 'user_created' })} | ${200} | ${[]}         | ${'it is about no issue'}
    ${'jira'}       | ${JSON.stringify({ issue: { key: 'PAY-12' } })}     | ${202} | ${['PAY-12']} | ${'the key may be all there is'}
    ${'servicenow'} | ${JSON.stringify({ number: 'INC1' })}               | ${202} | ${['INC1']}   | ${'an older rule sends the number alone'}
  `('of $tracker answers $status: $why', async ({ tracker, body, status, tickets }: Answered) => {
    const headers = { 'x-hub-signature': `sha256=${signed(body)}`, authorization: `Bearer ${secret}` };

    expect(await taken(tracker, headers, body)).toMatchObject({ statusCode: status, tickets });
  });

  it('of PagerDuty about no incident is about no ticket', async () => {
    const body = JSON.stringify({ event: { event_type: 'pagey.ping', data: { message: 'Hello', type: 'ping' } } });
    const headers = { 'x-pagerduty-signature': `v1=${signed(body)}` };

    expect(await taken('pagerduty', headers, body)).toMatchObject({ statusCode: 200, tickets: [] });
  });

  it.each`
    tracker     | known     | why
    ${'trello'} | ${secret} | ${'nobody knows that tracker'}
    ${'github'} | ${null}   | ${'nobody set a secret for it'}
  `('is not there where $why', async ({ tracker, known }: { tracker: string; known: string | null }) => {
    const headers = { 'x-hub-signature-256': `sha256=${signed(github)}` };

    expect(await taken(tracker, headers, github, known)).toMatchObject({ statusCode: 404, tickets: [] });
  });
});

describe('a ticket that changed', () => {
  it('is read, and what it says is told at once', async () => {
    const all = rememberingDeps();
    await takeNotice(aNotice(), all.deps);
    all.world.closedByHand = true;

    const handled = await onTicketChanged(changed(), all.deps);
    await onTicketChanged(changed(), all.deps);

    expect(handled.done.map(({ action }) => action.kind)).toContain('replyInThread');
    expect(all.world.did.filter((what) => what.includes('Is the migration done?'))).toHaveLength(1);
  });

  it('is nothing to tell where it says what was known', async () => {
    const all = rememberingDeps();
    await takeNotice(aNotice(), all.deps);

    expect(await onTicketChanged(changed(), all.deps)).toMatchObject({
      outcome: 'handled',
      reason: 'there is nothing to tell',
    });
  });

  it('that no migration has is left alone', async () => {
    expect(await onTicketChanged(fixture('sundial-tickets', 'jira-issue'), rememberingDeps().deps)).toMatchObject({
      outcome: 'ignored',
      reason: 'no migration has the jira ticket PAY-12',
    });
  });
});

describe('the ticket that a webhook is about', () => {
  const at = '2026-11-20T09:00:00Z';
  const site = 'https://example-corp.atlassian.net';
  const jiraIssue = { key: 'PAY-12', url: '', id: '10001', place: `jira ${site} | PAY` };
  const githubIssue = { key: 'example-corp/Platform#1', url: '' };
  const record = { key: 'INC1', url: '', id: 'a', place: 'servicenow https://example.service-now.com incident' };
  const incident = { key: '#12', url: '', id: 'Q1', place: 'pagerduty | P1' };

  it.each`
    ticket         | changed                                                                                           | is       | why
    ${githubIssue} | ${{ tracker: 'github', ticket: 'Example-Corp/platform#1' }}                                       | ${true}  | ${'names on GitHub have no case'}
    ${githubIssue} | ${{ tracker: 'github', ticket: 'example-corp/platform#11' }}                                      | ${false} | ${'it has another number'}
    ${githubIssue} | ${{ tracker: 'jira', ticket: 'example-corp/platform#1' }}                                         | ${false} | ${'it is in another tracker'}
    ${jiraIssue}   | ${{ tracker: 'jira', ticket: 'PAY-12', id: '10001', address: site }}                              | ${true}  | ${'all is the same'}
    ${jiraIssue}   | ${{ tracker: 'jira', ticket: 'OPS-3', id: '10001', address: site }}                               | ${true}  | ${'it was moved to another project'}
    ${jiraIssue}   | ${{ tracker: 'jira', ticket: 'PAY-12', id: '10002', address: site }}                              | ${false} | ${'another issue got the key'}
    ${jiraIssue}   | ${{ tracker: 'jira', ticket: 'PAY-12' }}                                                          | ${true}  | ${'the key is all that is known'}
    ${jiraIssue}   | ${{ tracker: 'jira', ticket: 'PAY-12', id: '10001', address: 'https://b.atlassian.net' }}         | ${false} | ${'another site counts anew'}
    ${record}      | ${{ tracker: 'servicenow', ticket: 'INC1', id: 'a', address: 'https://example.service-now.com' }} | ${true}  | ${'all is the same'}
    ${record}      | ${{ tracker: 'servicenow', ticket: 'INC1', address: 'https://test.service-now.com' }}             | ${false} | ${'another instance counts anew'}
    ${incident}    | ${{ tracker: 'pagerduty', ticket: 'Q1' }}                                                         | ${true}  | ${'PagerDuty names the id'}
  `(
    'is $is of $changed: $why',
    ({ ticket, changed, is }: { ticket: TicketRef; changed: TicketChanged; is: boolean }) => {
      expect(isAbout({ ...changed, at }, ticket)).toBe(is);
    },
  );

  it('is looked for in the tracker that the team names first now', async () => {
    const all = rememberingDeps();
    await takeNotice(aNotice(), all.deps);
    const [[id, migration] = []] = [...all.world.migrations];
    if (!id || !migration?.ticket) throw new Error('there is no ticket');
    const elsewhere = { ...migration.ticket, place: 'pagerduty | P1', key: '#9' };
    all.world.migrations.set(id, { ...migration, ticket: elsewhere, also: [migration.ticket] });

    expect(await onTicketChanged(changed(), all.deps)).toMatchObject({ outcome: 'handled' });
  });
});

const changed = () => fixture('sundial-tickets', 'github-issue');

interface Answered {
  readonly tracker: string;
  readonly body: string;
  readonly status: number;
  readonly tickets: string[];
}

interface Row {
  readonly tracker: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly ticket: string;
}
