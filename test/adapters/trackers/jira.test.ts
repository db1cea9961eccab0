import { DateTime } from 'luxon';
import { afterEach, describe, expect, it } from 'vitest';
import { ticketsIn } from '../../../adapters/trackers/tickets-in.ts';
import type { TicketRef } from '../../../domain/migration.ts';
import type { JiraTracker } from '../../../domain/tracker.ts';
import type { AtlassianNode } from '../../../templates/formats/atlassian-node.ts';
import { wordsOf } from '../../../templates/formats/atlassian-node.ts';
import { aTicket } from '../../builders/ticket.ts';
import { fakeJira } from '../../fakes/trackers/fake-jira.ts';
import { ticketsContract } from './tickets-contract.ts';
import type { TrackerWorld } from './tracker-world.ts';
import { allTraits } from './tracker-world.ts';

const tracker: JiraTracker = {
  kind: 'jira',
  site: 'https://example-corp.atlassian.net',
  project: 'PAY',
  issueType: 'Task',
  fields: {},
  priorities: {},
  serviceDesk: null,
};
const desk: JiraTracker = { ...tracker, serviceDesk: { id: '5', requestType: '25' } };

type How = NonNullable<Parameters<TrackerWorld['tickets']>[1]>;

function ticketsOf(of: JiraTracker, address: string, { secret = '', attempts = 3, timeoutMs = 2_000 }: How) {
  return ticketsIn(of, {
    credential: () => Promise.resolve(secret),
    address: () => address,
    now: () => DateTime.utc(),
    patience: { attempts, firstPauseMs: 1, longestMs: 2_000 },
    timeoutMs,
  });
}

async function world(of: JiraTracker): Promise<TrackerWorld> {
  const jira = await fakeJira('ATATT3xFfGF0-for-tests');
  const issue = ({ id }: TicketRef) => jira.issues.get(id ?? '') ?? expect.unreachable();
  const edit = (ref: TicketRef, change: (content: readonly AtlassianNode[]) => readonly AtlassianNode[]) => {
    const { fields } = issue(ref);
    // Jira adds its own attributes to a document when people save it.
    fields.description = {
      type: 'doc',
      version: 1,
      content: withAttributes(change(fields.description?.content ?? [])),
    };
    return Promise.resolve();
  };
  const items = (ref: TicketRef) =>
    all(issue(ref).fields.description?.content ?? []).filter(({ type }) => type === 'taskItem');

  return {
    url: jira.url,
    secret: jira.credential,
    reads: /search\/jql|bulkfetch/,
    tickets: (address, how = {}) => ticketsOf(of, address, { secret: jira.credential, ...how }),
    misplaced: (address) => ticketsOf({ ...tracker, project: 'NOPE' }, address, { secret: jira.credential }),
    opened: () => Promise.resolve(jira.issues.size),
    requiresField: () => {
      jira.state.required.set('customfield_10100', 'Cost centre');
      return { name: 'customfield_10100', lift: () => jira.state.required.clear() };
    },
    people: {
      text: (ref) => Promise.resolve(wordsOf(issue(ref).fields.description?.content ?? [])),
      title: (ref) => Promise.resolve(issue(ref).fields.summary),
      comments: (ref) => Promise.resolve(issue(ref).comments.map(({ body }) => wordsOf(body.content))),
      isClosed: (ref) => Promise.resolve(issue(ref).status === 'Done'),
      writesAbove: (ref, words) =>
        edit(ref, (content) => [{ type: 'paragraph', content: [{ type: 'text', text: words }] }, ...content]),
      ticks: (ref, step) => edit(ref, (content) => ticking(content, step)),
      isTicked: (ref, step) =>
        Promise.resolve(
          items(ref).some((item) => wordsOf([item]).startsWith(step) && item.attrs?.['state'] === 'DONE'),
        ),
      setsForeignField: (ref, value) => {
        issue(ref).fields.labels = [value];
        return Promise.resolve();
      },
      foreignField: (ref) => Promise.resolve(issue(ref).fields.labels[0]),
      assigns: (ref) => {
        issue(ref).assignee = { displayName: 'Ana Pérez' };
        return Promise.resolve('Ana Pérez');
      },
      closes: (ref) => {
        issue(ref).status = 'Done';
        return Promise.resolve();
      },
      removes: (ref) => {
        jira.issues.delete(ref.id ?? '');
        return Promise.resolve();
      },
      attachments: (ref) => Promise.resolve(issue(ref).attachments.map(({ filename }) => filename)),
      childrenOf: (ref) => Promise.resolve(issue(ref).links.map((id) => jira.issues.get(id)?.key ?? '')),
    },
    close: jira.close,
  };
}

ticketsContract('Jira', allTraits, () => world(tracker));
ticketsContract('Jira Service Management', allTraits, () => world(desk));

function all(nodes: readonly AtlassianNode[]): readonly AtlassianNode[] {
  return nodes.flatMap((node) => [node, ...all(node.content ?? [])]);
}

function ticking(nodes: readonly AtlassianNode[], step: string): readonly AtlassianNode[] {
  return nodes.map((node) => ({
    ...node,
    ...(node.content && { content: ticking(node.content, step) }),
    ...(node.type === 'taskItem' && wordsOf([node]).startsWith(step) && { attrs: { ...node.attrs, state: 'DONE' } }),
  }));
}

function withAttributes(nodes: readonly AtlassianNode[]): readonly AtlassianNode[] {
  return nodes.map((node) =>
    node.type === 'table' ? { ...node, attrs: { isNumberColumnEnabled: false, layout: 'align-start' } } : node,
  );
}

describe('an issue in Jira', () => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  async function started(changes: Partial<JiraTracker> = {}) {
    const jira = await fakeJira('ATATT3xFfGF0-for-tests');
    closing.push(jira.close);
    const tickets = await ticketsOf({ ...tracker, ...changes }, jira.url, { secret: jira.credential });
    return { jira, tickets, only: () => [...jira.issues.values()][0] ?? expect.unreachable() };
  }

  it('has its due date, its priority by its own names, and the team’s fields', async () => {
    const { tickets, only } = await started({
      priorities: { medium: 'Low' },
      fields: { labels: ['platform'], customfield_10020: 7 },
    });

    const ref = await tickets.open('k', aTicket());

    expect(ref).toEqual({ key: 'PAY-1', url: 'https://example-corp.atlassian.net/browse/PAY-1', id: '20001' });
    expect(only().fields).toMatchObject({ duedate: '2027-01-07', priority: { name: 'Low' }, customfield_10020: 7 });
    expect(only().fields.labels).toEqual(['platform', 'sundial', expect.stringMatching(/^sundial-[0-9a-f]{16}$/)]);
    await tickets.update(ref, 'k', aTicket({ due: null, priority: 'critical' }));
    expect(only().fields).toMatchObject({ duedate: null, priority: { name: 'Highest' } });
  });

  it.each(['offScreen', 'hidden'] as const)('goes without what the project has %s', async (where) => {
    const { jira, tickets, only } = await started();
    jira.state[where].add('duedate').add('priority');

    const ref = await tickets.open('k', aTicket());
    await tickets.update(ref, 'k', aTicket({ title: 'Another', due: '2027-02-01' }));

    expect(only().fields.summary).toBe('Another');
    expect(only().fields['duedate']).toBeNull();
  });

  it('goes without labels that the project leaves off its screens, also when somebody took them off', async () => {
    const { jira, tickets, only } = await started();
    const ref = await tickets.open('k', aTicket());
    only().fields.labels = [];
    jira.state.offScreen.add('labels');

    await tickets.update(ref, 'k', aTicket({ title: 'Another' }));
    await tickets.update(ref, 'k', aTicket({ title: 'Another' }));

    expect(only().fields).toMatchObject({ summary: 'Another', labels: [] });
  });

  it('leaves files of people alone, and takes off what an earlier attempt left', async () => {
    const { tickets, only } = await started();
    const file = { name: 'list.csv', mediaType: 'text/csv', content: 'a' };
    const ref = await tickets.open('k', aTicket({ attachments: [file] }));
    const [own] = only().attachments;
    const added = ['list.csv', 'list-old.csv', 'list-00000000.csv', own?.filename ?? ''].map((filename, at) => ({
      id: `9${at}`,
      filename,
      size: 1,
    }));
    only().attachments.push(...added);

    await tickets.update(ref, 'k', aTicket({ attachments: [file] }));

    expect(only().attachments.map(({ filename }) => filename)).toEqual([own?.filename, 'list.csv', 'list-old.csv']);
  });

  it('is found before the search knows it, though somebody took its label and its property off', async () => {
    const { tickets, only } = await started();
    const ref = await tickets.open('k', aTicket());
    only().fields.labels = [];
    only().properties.clear();

    expect(await tickets.find('k')).toEqual(ref);
    await tickets.update(ref, 'k', aTicket());
    expect(only().fields.labels).toHaveLength(2);
    expect(only().properties.get('sundial')).toEqual({ key: 'k' });
  });

  it('stays where it is, and says so, where the workflow leads nowhere', async () => {
    const { jira, tickets } = await started();
    const ref = await tickets.open('k', aTicket());
    jira.state.stuck = true;

    await expect(tickets.close(ref)).rejects.toMatchObject({
      fault: 'refused',
      data: { where: 'PAY-1', hint: expect.stringContaining('no transition that closes') as string },
    });
  });

  it('stands below an Epic as its child, and beside a Task as its relative', async () => {
    const { jira, tickets, only } = await started();
    const ref = await tickets.open('k', aTicket());
    const epic = await (
      await ticketsOf({ ...tracker, issueType: 'Epic' }, jira.url, { secret: jira.credential })
    ).open('e', aTicket());

    await tickets.link(ref, epic);

    expect(only().parent).toBe(epic.id);
    expect(only().links).toEqual([]);
  });

  it('keeps the parent that a person has set, and is linked beside it', async () => {
    const { jira, tickets, only } = await started();
    const ref = await tickets.open('k', aTicket());
    const epics = await ticketsOf({ ...tracker, issueType: 'Epic' }, jira.url, { secret: jira.credential });
    const [theirs, ours] = [await epics.open('theirs', aTicket()), await epics.open('ours', aTicket())];
    only().parent = theirs.id ?? '';

    await tickets.link(ref, ours);
    await tickets.link(ref, ours);

    expect(only().parent).toBe(theirs.id);
    expect(only().links).toEqual([ours.id]);
  });

  it('is opened by whoever lacks a permission only after that is said', async () => {
    const { jira, tickets } = await started({ issueType: 'Bug' });
    jira.state.lacking.push('ADD_COMMENTS');

    expect(await tickets.check()).toMatchObject([
      { state: 'missing', seen: 'the account lacks Add comments' },
      { state: 'missing', seen: 'there is no Bug, but Task, Epic' },
    ]);
  });

  it('has no priority that the project does not know, which only the check says', async () => {
    const { tickets, only } = await started({ priorities: { medium: 'Blockerr' } });

    await tickets.open('k', aTicket({ priority: 'medium' }));

    expect(only().fields).toMatchObject({ priority: { name: 'Medium' } });
    expect(await tickets.check()).toMatchObject([
      { state: 'fine' },
      { state: 'fine' },
      { state: 'missing', seen: expect.stringMatching(/^there is no Blockerr, but .*Highest/) as string },
    ]);
  });

  it('of a service desk lacks what its form asks for and only an issue is given', async () => {
    const { jira, tickets } = await started({ serviceDesk: { id: '5', requestType: '25' } });
    jira.state.required.set('duedate', 'Due date');

    await expect(tickets.open('k', aTicket())).rejects.toMatchObject({ fault: 'refused' });
    expect(await tickets.check()).toMatchObject([
      { state: 'fine' },
      { state: 'missing', seen: 'nobody fills duedate (Due date)' },
    ]);
  });

  it('comments inside a service desk only, not to its customers', async () => {
    const { tickets, only } = await started({ serviceDesk: { id: '5', requestType: '25' } });
    const ref = await tickets.open('k', aTicket());
    await tickets.comment(ref, 'news', 'News');

    expect(only().comments[0]?.properties).toContainEqual({ key: 'sd.public.comment', value: { internal: true } });
  });
});
