import { describe, expect, it } from 'vitest';
import type { PressedIn, SlackPerson } from '../../local/slack-person/slack-person.ts';
import { readConfiguration } from '../../adapters/configuration.ts';
import { fixture } from '../fixtures/fixture.ts';
import { anEngine } from './engine.ts';

const sonnet45 = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
const configuration = (more = '') =>
  readConfiguration(
    `
teams:
  payments:
    channel: "#payments"
    tracker: { kind: github, repository: example-corp/payments }
defaultTeam: payments
${more}`,
    'sundial.yml',
  );

/** One migration of payments in Slack, and Ana and Ben, who can act there. */
async function aWorkspace(options: Parameters<typeof anEngine>[0] = {}) {
  const engine = await anEngine({ configuration: configuration(), answerMs: 1, ...options });
  await engine.deliver(fixture('health-bedrock', 'sonnet-4-5-organization-view'));
  const [ana, ben] = await engine.slack.people();
  if (!ana || !ben) throw new Error('nobody is in the workspace');
  const channel = async () => (await engine.world.messages())[0];
  const root = async () => (await channel())?.messages[0];
  return { engine, ana, ben, channel, root, id: (await engine.situations())[0]?.migration.id ?? '' };
}

type Workspace = Awaited<ReturnType<typeof aWorkspace>>;

async function typed({ engine, channel }: Workspace, person: SlackPerson, text: string) {
  await person.command(text, (await channel())?.id ?? '');
  await engine.slack.settled();
  return person.answers().at(-1)?.message.text ?? '';
}

async function inRoot({ channel, root }: Workspace): Promise<PressedIn> {
  return { kind: 'message', channel: (await channel())?.id ?? '', ts: (await root())?.ts ?? '' };
}

async function pressed(workspace: Workspace, person: SlackPerson, actionId: string, value: string | null = null) {
  const blockId = `migration:${workspace.id}`;
  const answer = await person.press(await inRoot(workspace), { actionId, blockId, value });
  await workspace.engine.slack.settled();
  return answer;
}

const replies = async ({ root }: Workspace) => (await root())?.replies.map(({ text }) => text) ?? [];

describe('a person in Slack', () => {
  it('is answered to alone, and the root message shows what they decided', async () => {
    const workspace = await aWorkspace();

    expect(await typed(workspace, workspace.ana, 'status')).toContain('Claude Sonnet 4.5 (payments)');
    expect(workspace.ben.answers()).toEqual([]);

    await pressed(workspace, workspace.ana, 'acknowledge');
    expect((await workspace.root())?.text).toContain('Acknowledged by <@U0ANA00001>');
    expect(await replies(workspace)).toEqual([]);
  });

  it('fills a form, is told on the field what is wrong, and the thread is told what they decided', async () => {
    const workspace = await aWorkspace({ at: '2026-11-20T09:00:00Z' });
    const { ana, engine } = workspace;
    await pressed(workspace, ana, 'snooze');
    const viewId = ana.modal()?.viewId ?? '';
    expect(JSON.stringify(ana.modal()?.view)).toContain('8 January 2027');

    const wrong = await ana.submit(viewId, { until: '2027-02-01', reason: 'Tests run' });
    expect(wrong).toMatchObject({
      kind: 'errors',
      errors: { until: expect.stringContaining('8 January 2027') as string },
    });
    expect(ana.modal()).not.toBeNull();

    const right = await ana.submit(viewId, { until: '2026-12-15', reason: 'Tests run' });
    await engine.slack.settled();
    expect(right).toEqual({ kind: 'ok' });
    expect(ana.modal()).toBeNull();
    expect(await replies(workspace)).toEqual([
      expect.stringContaining('<@U0ANA00001> snoozed the reminders until 15 December 2026: Tests run'),
    ]);
  });

  it('finds their own in App Home, with buttons that work there', async () => {
    const workspace = await aWorkspace();
    const { ben, engine, id } = workspace;
    await typed(workspace, ben, 'owner sonnet 4.5 me');
    await ben.openHome();
    await engine.slack.settled();
    expect(JSON.stringify(ben.home())).toContain('Claude Sonnet 4.5');

    await ben.press({ kind: 'home' }, { actionId: 'acknowledge', blockId: `migration:${id}`, value: null });
    await engine.slack.settled();
    expect((await engine.situations())[0]?.migration.acknowledged?.by).toBe(ben.user.id);
  });

  it('chooses among what they may have meant', async () => {
    const workspace = await aWorkspace();
    const { ana, engine } = workspace;
    await typed(workspace, ana, 'timeline opus');
    const answer = ana.answers().at(-1);
    const block = answer?.message.blocks.findIndex(({ type }) => type === 'section') ?? 0;
    const choice = answer?.message.blocks.flatMap((one, index) =>
      one.type === 'section' && one.accessory?.type === 'button'
        ? [{ blockId: one.block_id ?? `block-${index}`, value: one.accessory.value ?? '' }]
        : [],
    )[0];
    expect(block).toBe(0);
    expect(choice?.value).toMatch(/^timeline anthropic\.claude-/);

    await ana.press(
      { kind: 'answer', id: answer?.id ?? '' },
      { actionId: 'run-command', ...choice, blockId: choice?.blockId ?? '', value: choice?.value ?? null },
    );
    await engine.slack.settled();
    expect(ana.answers().at(-1)?.message.text).toContain('Claude Opus');
  });
});

describe('a run in Slack', () => {
  const dataset = 'story:payments';

  it('tells its progress in one message, then the verdict with a picture and the way to the report', async () => {
    const workspace = await aWorkspace({
      answerMs: 50,
      reportAt: (runId) => `http://127.0.0.1:4747/runs/${runId}/report`,
    });
    const { ana, ben, engine, channel } = workspace;
    await typed(workspace, ana, `compare sonnet 4.5 on cases.jsonl`);
    await engine.comparisons.idle();
    expect(await replies(workspace)).toContainEqual(expect.stringContaining('cases.jsonl'));

    const before = (await replies(workspace)).length;
    await engine.deliver(requested(workspace, dataset, ana));
    await engine.deliver(requested(workspace, dataset, ben));
    await engine.comparisons.idle();

    const told = (await workspace.root())?.replies.slice(before) ?? [];
    expect((await engine.runs()).filter((run) => run.dataset === dataset)).toHaveLength(1);
    expect(told.filter(({ blocks }) => JSON.stringify(blocks).includes('open-report'))).toHaveLength(1);
    expect(told.filter(({ pictures = [] }) => pictures.length > 0)).toHaveLength(1);
    expect((await channel())?.messages).toHaveLength(1);
    const [situation] = await engine.situations();
    expect(situation?.migration.comparison?.verdict.kind).toMatch(/^(ready|regressed|inconclusive)$/);
  });

  it('is cancelled by whoever may, and says so', async () => {
    const workspace = await aWorkspace({ answerMs: 200 });
    const { ana, engine, channel, root } = workspace;
    await engine.deliver(requested(workspace, dataset, ana));
    const run = (await engine.runs())[0];
    const progress = (await root())?.replies.at(-1);
    const place = { kind: 'message', channel: (await channel())?.id ?? '', ts: progress?.ts ?? '' } as const;
    const [actions] = progress?.blocks.filter(({ type }) => type === 'actions') ?? [];
    const pressing = { actionId: 'cancel-run', blockId: actions?.block_id ?? 'block-1', value: run?.runId ?? null };
    await ana.press(place, pressing);
    await engine.slack.settled();
    await engine.comparisons.idle();

    expect((await engine.runs())[0]?.status).toBe('cancelled');
    expect((await root())?.replies.at(-1)?.text).toContain('ancelled');
    expect((await engine.situations())[0]?.migration.comparison).toBeNull();
  });

  function requested({ id }: Workspace, cases: string, person: SlackPerson) {
    return {
      source: 'sundial',
      'detail-type': 'Comparison Requested',
      id: `request-${person.user.id}`,
      time: '2026-11-20T09:00:00Z',
      detail: {
        key: `request-${person.user.id}`,
        current: sonnet45,
        candidate: 'anthropic.claude-sonnet-5',
        region: 'us-east-1',
        dataset: cases,
        migrationIds: [id],
        requestedBy: person.user.id,
      },
    };
  }
});

describe('a bad day', () => {
  it('a hundred commands at once are each answered once, and change what they must once', async () => {
    const workspace = await aWorkspace();
    const { ana, ben, engine, channel } = workspace;
    const id = (await channel())?.id ?? '';
    const commands = Array.from({ length: 50 }, (_, index) => (index % 5 === 0 ? 'owner sonnet 4.5 me' : 'status'));
    await Promise.all([ana, ben].flatMap((person) => commands.map((text) => person.command(text, id))));
    await engine.slack.settled();

    expect(ana.answers()).toHaveLength(50);
    expect(ben.answers()).toHaveLength(50);
    expect(await engine.deadLetters()).toEqual([]);
    expect(['U0ANA00001', 'U0BEN00001']).toContain((await engine.situations())[0]?.migration.owner?.person);
  });

  it.each(['archived', 'botRemoved'] as const)(
    'a channel that is %s: the thread goes on in the default one',
    async (kind) => {
      const more = "slack: { defaultChannel: '#platform' }";
      const workspace = await aWorkspace({ configuration: configuration(more) });
      const { engine, ana } = workspace;
      engine.world.slackDesk.channels.change(engine.world.slackDesk.channels.idOf('payments') ?? '', { kind });
      await ana.command('owner sonnet 4.5 me', engine.world.slackDesk.channels.idOf('platform') ?? '');
      await engine.slack.settled();

      const platform = (await engine.world.messages()).find(({ name }) => name === 'platform');
      expect(platform?.messages).toHaveLength(1);
      await ana.command('ack sonnet 4.5', engine.world.slackDesk.channels.idOf('platform') ?? '');
      await engine.slack.settled();
      const edited = (await engine.world.messages()).find(({ name }) => name === 'platform')?.messages[0];
      expect(edited?.text).toMatch(/^Meant for #payments: .*Acknowledged by <@U0ANA00001>/);
      expect(platform?.messages[0]?.replies.map(({ text }) => text)).toEqual([
        expect.stringContaining('took the lead'),
      ]);
      expect(await engine.deadLetters()).toEqual([]);
    },
  );

  it('a channel that was renamed is still the same channel', async () => {
    const workspace = await aWorkspace();
    const { engine, ana, channel } = workspace;
    const id = (await channel())?.id ?? '';
    engine.world.slackDesk.channels.change(id, { kind: 'renamed', name: 'billing' });
    await ana.command('owner sonnet 4.5 me', id);
    await engine.slack.settled();

    expect(await replies(workspace)).toEqual([expect.stringContaining('took the lead')]);
  });
});
