import { beforeEach, describe, expect, it } from 'vitest';
import type { Asked, SlackRequest } from '../../../domain/slack-request.ts';
import { onSlackRequest } from '../../../handlers/on-slack-request.ts';
import type { Deps } from '../../../handlers/ports.ts';
import { reconcile } from '../../../handlers/reconcile.ts';
import { singleProcessLedger } from '../../../local/single-process-ledger.ts';
import { aConfiguration } from '../../builders/configuration.ts';
import { wordsOf } from '../../builders/message-words.ts';
import { aMigration, sonnet45, sonnet5 } from '../../builders/situation.ts';
import { slackDeps } from '../../fakes/slack-deps.ts';

const ana = 'U0000000ANA';
const ben = 'U0000000BEN';
const id = `${sonnet45}/platform`;
const other = `${sonnet45}/payments`;
const at = '2026-11-20T09:00:00.000Z';

class SlackError extends Error {
  override readonly name = 'SlackError';
}

let turn = 0;
function request(asked: Asked, more: Partial<SlackRequest> = {}): { detail: SlackRequest } {
  turn += 1;
  const answerTo = { channel: 'C0123456789', responseUrl: 'https://hooks.slack.test/1' };
  return { detail: { key: `request-${turn}`, at, user: ana, ...answerTo, asked, ...more } };
}
const typed = (text: string, more: Partial<SlackRequest> = {}) => request({ kind: 'command', text }, more);
const inHome = { channel: null, responseUrl: null };

async function aWorld(configuration = aConfiguration()) {
  const made = slackDeps(configuration);
  made.world.migrations.set(id, aMigration({ id, team: 'platform', ticket: null, thread: null }));
  await reconcile(id, made.deps);
  made.world.did.length = 0;
  return { ...made, said: () => made.slack.told.map(({ message }) => wordsOf(message)) };
}

let world: Awaited<ReturnType<typeof aWorld>>;
beforeEach(async () => {
  world = await aWorld();
});
const owned = (person: string) => {
  const migration = world.world.migrations.get(id);
  if (migration)
    world.world.migrations.set(id, { ...migration, owner: { person, by: person, at: '2026-11-19T09:00:00.000Z' } });
};

describe('two people at the same moment', () => {
  it('have what each decided told once, although one decides while the other is being told of', async () => {
    const chat: Deps['chat'] = {
      ...world.deps.chat,
      reply: async (...given) => {
        await new Promise((resolve) => setTimeout(resolve, 40));
        return world.deps.chat.reply(...given);
      },
    };
    const deps = { ...world.deps, ledger: singleProcessLedger(world.deps.ledger), chat };
    const snoozes = typed('snooze sonnet 4.5 until 2026-12-15 because tests run', { user: ben });
    await Promise.all([
      onSlackRequest(typed('owner sonnet 4.5 me'), deps),
      new Promise((resolve) => setTimeout(resolve, 15)).then(() => onSlackRequest(snoozes, deps)),
    ]);

    const replies = world.world.did.filter((what) => what.startsWith('reply ')).join('\n');
    expect(replies.match(/took the lead/g)).toHaveLength(1);
    expect(replies.match(/snoozed the reminders/g)).toHaveLength(1);
  });
});

describe('a request that comes late', () => {
  it('does not undo what somebody decided after it was asked', async () => {
    world = await aWorld(aConfiguration('slack: { permissions: { owner: anyone } }'));
    const late = typed('owner sonnet 4.5 me');
    await onSlackRequest(typed('owner sonnet 4.5 me', { user: ben, at: '2026-11-20T09:01:00.000Z' }), world.deps);
    await onSlackRequest(late, world.deps);

    expect(world.world.migrations.get(id)?.owner?.person).toBe(ben);
    expect(world.said().at(-1)).toContain('Somebody decided this after you asked');
  });

  it('is answered beside the channel where its address takes no more', async () => {
    const desk = { ...world.deps.desk, respond: () => Promise.reject(new SlackError('Slack refused')) };
    await onSlackRequest(typed('ack sonnet 4.5'), { ...world.deps, desk });

    expect(world.slack.told[0]?.to).toBe(`C0123456789 ${ana}`);
    expect(world.world.migrations.get(id)?.acknowledged?.by).toBe(ana);
  });
});

describe('a form that is asked to be filled twice', () => {
  it('shows what was asked for last, in whatever order the two come', async () => {
    const open = (until: string, when: string) =>
      onSlackRequest(
        request({ kind: 'openForm', form: 'snooze', viewId: 'V1', about: id, fields: { until } }, { at: when }),
        world.deps,
      );
    await open('2027-01-08', '2026-11-20T09:00:02.000Z');
    await open('2026-12-01', '2026-11-20T09:00:01.000Z');

    expect(JSON.stringify(world.slack.views.get('V1'))).toContain('Silent until 8 January 2027');
  });
});

describe('who may not', () => {
  it('cannot make themselves the owner to be allowed, unless the configuration lets anyone', async () => {
    owned(ben);
    await onSlackRequest(typed('owner sonnet 4.5 me'), world.deps);
    await onSlackRequest(typed('waive sonnet 4.5 because contract'), world.deps);

    expect(world.world.migrations.get(id)).toMatchObject({ owner: { person: ben }, arrangement: null });
  });

  it('has no file kept', async () => {
    world = await aWorld(aConfiguration('slack: { permissions: { compare: owners } }'));
    owned(ben);
    world.slack.files.set('F1', { name: 'mine.jsonl', bytes: new Uint8Array() });
    const fields = { candidate: sonnet5, source: 'upload', file: ['F1'] };
    await onSlackRequest(request({ kind: 'submitForm', form: 'compare', about: id, fields }), world.deps);

    expect(world.slack.kept).toEqual([]);
    expect(world.said().at(-1)).toContain('You may not start a comparison');
  });

  it('is told so where Slack does not tell who is in the group', async () => {
    world = await aWorld(aConfiguration('slack: { permissions: { acknowledge: S0000000001 } }'));
    const desk = { ...world.deps.desk, membersOf: () => Promise.reject(new SlackError('Slack refused')) };
    await onSlackRequest(typed('ack sonnet 4.5'), { ...world.deps, desk });

    expect(world.said().at(-1)).toContain('Who is in `S0000000001` could not be read');
    expect(world.world.migrations.get(id)?.acknowledged).toBeNull();
  });
});

describe('what cannot be done', () => {
  it('is told: a file that Slack does not give', async () => {
    const desk = { ...world.deps.desk, download: () => Promise.reject(new SlackError('The file is too large')) };
    const fields = { candidate: sonnet5, source: 'upload', file: ['F1'] };
    const form = request({ kind: 'submitForm', form: 'compare', about: id, fields }, inHome);
    await onSlackRequest(form, { ...world.deps, desk });

    expect(world.said()).toEqual([expect.stringContaining('The comparison was not started: The file is too large')]);
  });

  it('is told in the Home too, where there is no address to answer to', async () => {
    await onSlackRequest(typed(`timeline ${sonnet45}`, inHome), world.deps);

    expect(world.slack.told[0]?.to).toBe(`${ana} ${ana}`);
    expect(world.slack.homes.has(ana)).toBe(true);
  });

  it.each(['snooze', 'owner', 'replace', 'waive'] as const)(
    'the form %s without a migration asks for that first',
    async (form) => {
      const open = (fields: object) =>
        onSlackRequest(
          request({ kind: 'openForm', form, viewId: 'V1', about: null, fields: { ...fields } }),
          world.deps,
        );
      await open({});
      expect(JSON.stringify(world.slack.views.get('V1'))).toContain('Claude Sonnet 4.5, platform');

      await open({ migration: id });
      expect(world.slack.views.get('V1')?.private_metadata).toContain(`"about":"${id}"`);
    },
  );

  it('a form whose model two teams leave offers the run for each', async () => {
    world.world.migrations.set(other, aMigration({ id: other, team: 'payments' }));
    const fields = { current: sonnet45, candidate: sonnet5, source: 's3', address: 's3://cases/a.jsonl' };
    await onSlackRequest(request({ kind: 'submitForm', form: 'compare', about: null, fields }, inHome), world.deps);

    expect(JSON.stringify(world.slack.told[0]?.message.blocks)).toContain(
      `compare ${id} with ${sonnet5} on s3://cases/a.jsonl`,
    );
  });

  it('a question is for whoever asked, and its answer for the channel where that was wanted', async () => {
    world.world.migrations.set(other, aMigration({ id: other, team: 'payments' }));
    await onSlackRequest(typed('ack sonnet 4.5 --share', { channel: 'C0000000000' }), world.deps);

    expect(world.slack.told[0]?.share).toBe(false);
    expect(JSON.stringify(world.slack.told[0]?.message.blocks)).toContain(`ack ${id} --share`);
  });
});

describe('a model that only a notice named', () => {
  it.each(['status', 'timeline', 'ack', 'watch'])('is known by its id: %s', async (verb) => {
    const modelId = 'acme.frontier-v1:0';
    const own = `${modelId}/platform`;
    world.world.migrations.set(own, aMigration({ id: own, modelId, team: 'platform' }));
    await onSlackRequest(typed(`${verb} ${modelId}`), world.deps);

    expect(world.said().at(-1)).not.toContain('No source knows');
  });
});
