import { beforeEach, describe, expect, it } from 'vitest';
import type { Asked, SlackRequest } from '../../../domain/slack-request.ts';
import { onSlackRequest } from '../../../handlers/on-slack-request.ts';
import { reconcile } from '../../../handlers/reconcile.ts';
import type { Message } from '../../../templates/message.ts';
import { blockProblems, viewProblems } from '../../../templates/block-limits.ts';
import { aRun } from '../../builders/comparison.ts';
import { aConfiguration } from '../../builders/configuration.ts';
import { wordsOf } from '../../builders/message-words.ts';
import { aMigration, sonnet45, sonnet5 } from '../../builders/situation.ts';
import { slackDeps } from '../../fakes/slack-deps.ts';

const ana = 'U0000000ANA';
const ben = 'U0000000BEN';
const id = `${sonnet45}/platform`;
const at = '2026-11-20T09:00:00.000Z';

let turn = 0;

function request(asked: Asked, more: Partial<SlackRequest> = {}): { detail: SlackRequest } {
  turn += 1;
  const answerTo = { channel: 'C0123456789', responseUrl: 'https://hooks.slack.test/1' };
  return { detail: { key: `request-${turn}`, at, user: ana, ...answerTo, asked, ...more } };
}

const typed = (text: string, more: Partial<SlackRequest> = {}) => request({ kind: 'command', text }, more);

/** A migration of the platform team that it was told of. */
async function aWorld(configuration = aConfiguration()) {
  const made = slackDeps(configuration);
  made.world.migrations.set(id, aMigration({ id, team: 'platform', ticket: null, thread: null }));
  await reconcile(id, made.deps);
  made.world.did.length = 0;
  return {
    ...made,
    ask: (event: { detail: SlackRequest }) => onSlackRequest(event, made.deps),
    migration: () => made.world.migrations.get(id),
    said: () => made.slack.told.map(({ message }) => wordsOf(message)).at(-1) ?? '',
    replies: () => made.world.did.filter((what) => what.startsWith('reply ')),
  };
}

type World = Awaited<ReturnType<typeof aWorld>>;
let world: World;
beforeEach(async () => {
  world = await aWorld();
});

const problems = (messages: readonly { readonly message: Message }[]) =>
  messages.flatMap(({ message }) => blockProblems(message));

describe('what somebody types', () => {
  it.each`
    text                                                 | says
    ${'status'}                                          | ${'*Claude Sonnet 4.5* (platform): 49 days to extended access.'}
    ${'status platform'}                                 | ${'*What platform must leave*'}
    ${'status sonnet 4.5'}                               | ${'Nobody has acknowledged this yet.'}
    ${'timeline sonnet 4.5'}                             | ${'• Extended access: *8 January 2027* (in 49 days)'}
    ${'timeline sonnet 4.5 us-east-1'}                   | ${'is Legacy in us-east-1'}
    ${'mine'}                                            | ${'None: you lead or watch none, and your channels have none.'}
    ${'digest'}                                          | ${'*What this channel must leave*'}
    ${'snooze sonnet 4.5'}                               | ${'Usage: `/sundial snooze MODEL until DATE because REASON`'}
    ${'ack gpt 2'}                                       | ${'No source knows `gpt 2`. Did you mean one of these?'}
    ${'ack sonnet'}                                      | ${'Acknowledged'}
    ${'ack sonnet 5'}                                    | ${'Nobody here has to leave *Claude Sonnet 5*'}
    ${'snooze sonnet 4.5 until 2027-01-09 because rest'} | ${'Extended access begins on 8 January 2027: snooze until 8 January 2027 at most.'}
    ${'snooze sonnet 4.5 until 2026-11-20 because rest'} | ${'20 November 2026 is not ahead'}
    ${'replace sonnet 4.5 with sonnet 4.5'}              | ${'This is the model that is to be left.'}
  `('$text', async ({ text, says }: Record<string, string>) => {
    await world.ask(typed(text ?? ''));

    expect(world.said()).toContain(says);
    expect(problems(world.slack.told)).toEqual([]);
  });

  it('is answered to the person alone, unless they share it', async () => {
    await world.ask(typed('status'));
    await world.ask(typed('status --share'));

    expect(world.slack.told.map(({ share }) => share)).toEqual([false, true]);
  });

  it('asks back where several teams are meant, with a button for each that asks exactly', async () => {
    const other = `${sonnet45}/payments`;
    world.world.migrations.set(other, aMigration({ id: other, team: 'payments' }));
    await world.ask(typed('ack sonnet 4.5', { channel: 'C0000000000' }));

    const values = world.slack.told[0]?.message.blocks.flatMap((block) =>
      block.type === 'section' && block.accessory?.type === 'button' ? [block.accessory.value] : [],
    );
    expect(values).toEqual([`ack ${other}`, `ack ${id}`]);

    await world.ask(typed(values?.[1] ?? ''));
    expect(world.migration()?.acknowledged).toEqual({ by: ana, at, where: 'slack' });
  });

  it('is about the team of the channel it is typed in', async () => {
    const other = `${sonnet45}/payments`;
    world.world.migrations.set(other, aMigration({ id: other, team: 'payments', thread: null }));
    world.slack.channels.push({ id: 'C0000000009', name: 'payments' });
    await world.ask(typed('ack sonnet 4.5', { channel: 'C0000000009' }));

    expect(world.world.migrations.get(other)?.acknowledged?.by).toBe(ana);
    expect(world.migration()?.acknowledged).toBeNull();
  });
});

describe('what somebody decides', () => {
  it.each`
    text                                                      | change                                                                            | told
    ${'ack sonnet 4.5'}                                       | ${{ acknowledged: { by: ana, at, where: 'slack' } }}                              | ${null}
    ${'owner sonnet 4.5 me'}                                  | ${{ owner: { person: ana, by: ana, at } }}                                        | ${'took the lead'}
    ${`owner sonnet 4.5 <@${ben}|ben>`}                       | ${{ owner: { person: ben, by: ana, at } }}                                        | ${'was named the owner'}
    ${'snooze sonnet 4.5 until 2026-12-15 because tests run'} | ${{ snooze: { until: '2026-12-15', reason: 'tests run', by: ana, at } }}          | ${'snoozed the reminders until 15 December 2026'}
    ${'waive sonnet 4.5 because contract 4711'}               | ${{ arrangement: { until: '2027-02-18', reason: 'contract 4711', by: ana, at } }} | ${'a private arrangement'}
    ${'replace sonnet 4.5 with sonnet 5'}                     | ${{ chosen: { modelId: sonnet5, by: ana, at } }}                                  | ${'as the replacement'}
  `('$text', async ({ text, change, told }: { text: string; change: object; told: string | null }) => {
    await world.ask(typed(text));

    expect(world.migration()).toMatchObject(change);
    if (told === null) expect(world.replies()).toEqual([]);
    else expect(world.replies()).toEqual([expect.stringContaining(told)]);
    expect(await world.deps.store.audit(id)).toMatchObject([{ who: ana, at, allowed: true }]);
  });

  it('is done once, however often the request is delivered', async () => {
    const event = typed('owner sonnet 4.5 me');
    await world.ask(event);
    const again = await world.ask(event);

    expect(again.reason).toBe('was answered before');
    expect(world.replies()).toHaveLength(1);
    expect(world.slack.told).toHaveLength(1);
  });

  it.each([1, 2, 3])('is told once although the process dies after %i things were done', async (after) => {
    const event = typed('snooze sonnet 4.5 until 2026-12-15 because tests run');
    world.world.diesAfter = after;
    await world.ask(event).catch(() => undefined);
    world.world.diesAfter = Infinity;
    await world.ask(event);

    expect(world.replies()).toHaveLength(1);
    expect(await world.deps.store.audit(id)).toHaveLength(1);
    expect(world.migration()?.snooze?.until).toBe('2026-12-15');
  });

  it('stands in the history that the status shows', async () => {
    await world.ask(typed('snooze sonnet 4.5 until 2026-12-15 because tests run'));
    await world.ask(typed('status sonnet 4.5'));

    expect(world.said()).toContain('*What people did*');
    expect(world.said()).toContain('tests run');
  });

  it('calls whoever watches, and stops when they ask again', async () => {
    await world.ask(typed('watch sonnet 4.5'));
    expect((await world.deps.store.heard(sonnet45)).watchers).toEqual([ana]);
    await world.ask(typed('watch sonnet 4.5'));

    expect((await world.deps.store.heard(sonnet45)).watchers).toEqual([]);
    expect(world.said()).toContain('not called any more');
  });
});

describe('who may', () => {
  const owned = `slack: { permissions: { snooze: owners, acknowledge: S0000000001 } }`;
  const snooze = 'snooze sonnet 4.5 until 2026-12-15 because tests run';

  it.each`
    who    | setUp                        | may      | why
    ${ana} | ${() => undefined}           | ${true}  | ${'nobody is an owner yet'}
    ${ana} | ${(w: World) => own(w, ana)} | ${true}  | ${'it is theirs'}
    ${ana} | ${(w: World) => own(w, ben)} | ${false} | ${"it is somebody else's"}
  `('$may: $why', async ({ who, setUp, may }: { who: string; setUp: (w: World) => void; may: boolean }) => {
    world = await aWorld(aConfiguration(owned));
    setUp(world);
    await world.ask(typed(snooze, { user: who }));

    expect(world.migration()?.snooze !== null).toBe(may);
    expect(await world.deps.store.audit(id)).toMatchObject([{ who, allowed: may }]);
    if (!may) expect(world.said()).toContain(`You may not snooze it: <@${ben}> may.`);
  });

  it.each([true, false])('is decided by a user group: %s', async (member) => {
    world = await aWorld(aConfiguration(owned));
    world.slack.groups.set('S0000000001', member ? [ana] : [ben]);
    await world.ask(typed('ack sonnet 4.5'));

    expect(world.migration()?.acknowledged !== null).toBe(member);
  });

  function own(made: World, person: string): void {
    const migration = made.migration();
    if (migration) made.world.migrations.set(id, { ...migration, owner: { person, by: person, at } });
  }
});

describe('buttons, forms and the Home', () => {
  const pressed = (button: 'acknowledge' | 'watch', more: Partial<SlackRequest> = {}) =>
    request({ kind: 'button', button, about: id }, more);

  it('acknowledges, and says so to whoever pressed', async () => {
    await world.ask(pressed('acknowledge'));

    expect(world.migration()?.acknowledged?.by).toBe(ana);
    expect(world.said()).toContain('Acknowledged: *Claude Sonnet 4.5*');
  });

  it('draws the Home anew where a button of the Home was pressed', async () => {
    await world.ask(pressed('acknowledge', { channel: null, responseUrl: null }));

    expect(JSON.stringify(world.slack.homes.get(ana))).toContain('Claude Sonnet 4.5');
  });

  it.each(['snooze', 'owner', 'replace', 'waive', 'compare'] as const)('fills the form %s', async (form) => {
    await world.ask(request({ kind: 'openForm', form, viewId: 'V1', about: id, fields: {} }));

    const view = world.slack.views.get('V1');
    expect(view?.callback_id).toBe(form);
    expect(view && viewProblems(view)).toEqual([]);
  });

  it('shows what a snooze would keep silent, once a day is chosen', async () => {
    const fields = { until: '2027-01-08', reason: null };
    await world.ask(request({ kind: 'openForm', form: 'snooze', viewId: 'V1', about: id, fields }));

    expect(JSON.stringify(world.slack.views.get('V1'))).toContain('Silent until 8 January 2027');
  });

  it('says what a comparison would cost, before it starts', async () => {
    const fields = { source: 's3', address: 's3://cases/a.jsonl', candidate: sonnet5 };
    await world.ask(request({ kind: 'openForm', form: 'compare', viewId: 'V1', about: id, fields }));

    expect(JSON.stringify(world.slack.views.get('V1'))).toContain('0.42');
  });

  it('says it too where the form was opened without a migration, and the model was written into it', async () => {
    const fields = { current: sonnet45, source: 's3', address: 's3://cases/a.jsonl', candidate: sonnet5 };
    await world.ask(request({ kind: 'openForm', form: 'compare', viewId: 'V1', about: null, fields }));

    expect(JSON.stringify(world.slack.views.get('V1'))).toContain('0.42');
  });

  it('starts the run of a model that was written into the form', async () => {
    const fields = { current: sonnet45, source: 's3', address: 's3://cases/a.jsonl', candidate: sonnet5 };
    await world.ask(request({ kind: 'submitForm', form: 'compare', about: null, fields }));

    expect(world.slack.asked).toMatchObject([{ current: sonnet45, migrationIds: [id] }]);
  });

  it.each`
    batchRegion         | offered  | words                             | why
    ${null}             | ${false} | ${'needs Sundial on AWS'}         | ${'this is one machine'}
    ${'ap-northeast-1'} | ${false} | ${'runs in ap-northeast-1 alone'} | ${'the bucket is elsewhere'}
    ${'eu-central-1'}   | ${true}  | ${'In batch, at half the price'}  | ${'the calls are where the bucket is'}
  `(
    'offers a batch: $offered, since $why',
    async ({ batchRegion, offered, words }: { batchRegion: string | null; offered: boolean; words: string }) => {
      world.slack.batchRegion = batchRegion;
      await world.ask(request({ kind: 'openForm', form: 'compare', viewId: 'V1', about: id, fields: {} }));

      const view = world.slack.views.get('V1');
      expect(view?.blocks.some(({ block_id }) => block_id === 'engine')).toBe(offered);
      expect(JSON.stringify(view)).toContain(words);
    },
  );

  it.each(['batch', 'onDemand'])('asks for a run %s where the form says so', async (engine) => {
    world.slack.batchRegion = 'eu-central-1';
    const fields = { source: 's3', address: 's3://cases/a.jsonl', candidate: sonnet5, engine };
    await world.ask(request({ kind: 'submitForm', form: 'compare', about: id, fields }));

    expect(world.slack.asked.map((asked) => asked.engine)).toEqual([engine === 'batch' ? 'batch' : undefined]);
  });

  it('asks again what failed, on demand however it was asked first', async () => {
    world.slack.runs.set('run-1', aRun({ runId: 'run-1', migrationIds: [id], status: 'concluded', engine: 'batch' }));
    await world.ask(request({ kind: 'button', button: 'askAgain', about: 'run-1' }));

    expect(world.slack.asked).toMatchObject([
      {
        dataset: 'failed:run-1',
        candidate: sonnet5,
        sample: null,
        migrationIds: [id],
        requestedBy: ana,
      },
    ]);
    expect(world.slack.asked[0]).not.toHaveProperty('engine');
  });

  it.each`
    status         | about      | why
    ${'running'}   | ${'run-1'} | ${'it goes on'}
    ${'failed'}    | ${'run-1'} | ${'it has no verdict'}
    ${'concluded'} | ${'run-2'} | ${'there is none'}
  `('asks nothing again of a run where $why', async ({ status, about }: { status: 'running'; about: string }) => {
    world.slack.runs.set('run-1', aRun({ runId: 'run-1', migrationIds: [id], status }));
    await world.ask(request({ kind: 'button', button: 'askAgain', about }));

    expect(world.slack.asked).toEqual([]);
    expect(world.said()).toContain('There is no such run, or it has no verdict.');
  });

  it('says why there is no estimate', async () => {
    world.slack.estimateFault = new Error('there is no such object');
    const fields = { source: 's3', address: 's3://cases/a.jsonl', candidate: sonnet5 };
    await world.ask(request({ kind: 'openForm', form: 'compare', viewId: 'V1', about: id, fields }));

    expect(JSON.stringify(world.slack.views.get('V1'))).toContain('there is no such object');
  });

  it.each`
    form         | fields                                          | change
    ${'snooze'}  | ${{ until: '2026-12-15', reason: 'tests run' }} | ${{ snooze: { until: '2026-12-15', reason: 'tests run', by: ana, at } }}
    ${'owner'}   | ${{ person: ben }}                              | ${{ owner: { person: ben, by: ana, at } }}
    ${'replace'} | ${{ candidate: sonnet5, other: null }}          | ${{ chosen: { modelId: sonnet5, by: ana, at } }}
    ${'replace'} | ${{ candidate: null, other: 'sonnet 5' }}       | ${{ chosen: { modelId: sonnet5, by: ana, at } }}
    ${'waive'}   | ${{ until: '2027-06-30', reason: 'contract' }}  | ${{ arrangement: { until: '2027-06-30', reason: 'contract', by: ana, at } }}
  `(
    'does what the form $form asks for',
    async ({ form, fields, change }: { form: 'snooze'; fields: never; change: object }) => {
      await world.ask(request({ kind: 'submitForm', form, about: id, fields }, { channel: null, responseUrl: null }));

      expect(world.migration()).toMatchObject(change);
    },
  );

  it('says to the person alone why a form came to nothing, since the date moved meanwhile', async () => {
    const fields = { until: '2027-03-01', reason: 'tests run' };
    await world.ask(
      request({ kind: 'submitForm', form: 'snooze', about: id, fields }, { channel: null, responseUrl: null }),
    );

    expect(world.slack.told[0]?.to).toBe(`C0123456789 ${ana}`);
    expect(world.said()).toContain('snooze until 8 January 2027 at most');
    expect(world.migration()?.snooze).toBeNull();
  });

  it('shows the Home: what is mine, with buttons', async () => {
    await world.ask(typed('owner sonnet 4.5 me'));
    await world.ask(request({ kind: 'openHome' }));

    const home = world.slack.homes.get(ana);
    expect(JSON.stringify(home)).toContain(`migration:${id}`);
    expect(home && viewProblems(home)).toEqual([]);
  });
});

describe('a comparison', () => {
  it('is asked for on the bus, with the replacement and the cases of the team', async () => {
    await world.ask(typed('compare sonnet 4.5 on s3://cases/a.jsonl'));

    expect(world.slack.asked).toEqual([
      expect.objectContaining({
        current: sonnet45,
        candidate: sonnet5,
        dataset: 's3://cases/a.jsonl',
        migrationIds: [id],
        requestedBy: ana,
      }),
    ]);
  });

  it('is asked for in batch where somebody typed so', async () => {
    world.slack.batchRegion = 'eu-central-1';
    await world.ask(typed('compare sonnet 4.5 on s3://cases/a.jsonl --batch'));

    expect(world.slack.asked).toMatchObject([{ dataset: 's3://cases/a.jsonl', engine: 'batch' }]);
    expect(world.said()).toContain('is asked for, in batch');
  });

  it('is refused in batch where the models cannot be asked so, with the reason', async () => {
    world.slack.batchRegion = null;
    await world.ask(typed('compare sonnet 4.5 on s3://cases/a.jsonl --batch'));

    expect(world.slack.asked).toEqual([]);
    expect(world.said()).toContain('needs Sundial on AWS');
    expect(world.said()).toContain('Without `--batch` the models are asked at once');
  });

  it('asks for cases where the team has none', async () => {
    await world.ask(typed('compare sonnet 4.5'));

    expect(world.slack.asked).toEqual([]);
    expect(world.said()).toContain('Which cases?');
  });

  it('keeps cases that were uploaded, and passes on what the form says', async () => {
    world.slack.files.set('F1', { name: 'mine.jsonl', bytes: new Uint8Array() });
    const fields = {
      candidate: sonnet5,
      source: 'upload',
      file: ['F1'],
      sample: '40',
      judge: 'amazon.nova-pro-v1:0',
      budget: '2.50',
    };
    await world.ask(request({ kind: 'submitForm', form: 'compare', about: id, fields }, { responseUrl: null }));

    expect(world.slack.kept).toEqual(['mine.jsonl']);
    expect(world.slack.asked).toMatchObject([
      { dataset: 's3://sundial-cases/mine.jsonl', sample: 40, judge: 'amazon.nova-pro-v1:0', budget: 2.5 },
    ]);
  });

  it('is asked of a profile where one was typed: some models answer through a profile only', async () => {
    await world.ask(typed(`compare sonnet 4.5 with us.${sonnet5} on s3://cases/a.jsonl`));

    expect(world.slack.asked).toMatchObject([{ candidate: `us.${sonnet5}` }]);
  });
});
