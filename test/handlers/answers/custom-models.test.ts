import { beforeEach, describe, expect, it } from 'vitest';
import type { CustomModelMigration } from '../../../domain/custom-models/custom-model-migration.ts';
import type { ButtonName, SlackRequest } from '../../../domain/slack-request.ts';
import { customModelMigrations } from '../../../handlers/custom-models/custom-model-migrations.ts';
import { onSlackRequest } from '../../../handlers/on-slack-request.ts';
import { blockProblems } from '../../../templates/block-limits.ts';
import { aConfiguration } from '../../builders/configuration.ts';
import { aCustomModelMigration, anApproval, novaLite } from '../../builders/custom-model-migration.ts';
import { wordsOf } from '../../builders/message-words.ts';
import { aMigration, sonnet5 } from '../../builders/situation.ts';
import { customModelDeps } from '../../fakes/custom-model-deps.ts';
import { slackDeps } from '../../fakes/slack-deps.ts';

const ana = 'U0000000ANA';
const ben = 'U0000000BEN';
const { id } = aCustomModelMigration();

let turn = 0;

/** Custom models of the platform team, and people who ask about them. */
function aWorld(...kept: Partial<CustomModelMigration>[]) {
  const people = slackDeps(aConfiguration());
  const models = customModelDeps();
  const migrationId = `${novaLite}/platform`;
  people.world.migrations.set(migrationId, aMigration({ id: migrationId, modelId: novaLite, team: 'platform' }));
  for (const one of kept) {
    const whole = aCustomModelMigration({ told: 99, version: 1, ...one });
    models.kept.set(whole.id, whole);
  }
  const deps = { ...people.deps, customModels: customModelMigrations(models.deps) };
  const request = (asked: SlackRequest['asked'], user: string) => {
    turn += 1;
    const answerTo = { channel: 'C0123456789', responseUrl: 'https://hooks.slack.test/1' };
    return { detail: { key: `custom-${turn}`, at: '2026-11-20T09:00:00.000Z', user, asked, ...answerTo } };
  };
  return {
    ...people,
    did: models.world.did,
    kept: models.kept,
    type: (text: string, user = ana) => onSlackRequest(request({ kind: 'command', text }, user), deps),
    press: (button: ButtonName, user = ana, about = id) =>
      onSlackRequest(request({ kind: 'button', button, about }, user), deps),
    said: () => people.slack.told.map(({ message }) => wordsOf(message)).at(-1) ?? '',
    problems: () => people.slack.told.flatMap(({ message }) => blockProblems(message)),
  };
}

let world: ReturnType<typeof aWorld>;
beforeEach(() => {
  world = aWorld({});
});

describe('/sundial custom', () => {
  it.each`
    text                                | says                                                                       | why
    ${'custom'}                         | ${'• `support-lite` on `amazon.nova-lite-v1:0` (111122223333, us-east-1)'} | ${'all of them'}
    ${'custom support-lite'}            | ${'nothing is spent until somebody starts it'}                             | ${'one by its name'}
    ${'custom Support-Lite'}            | ${'nothing is spent until somebody starts it'}                             | ${'however it is written'}
    ${`custom ${id}`}                   | ${'/sundial custom support-lite start epochCount=3'}                       | ${'or by its id, with how to change it'}
    ${'custom other'}                   | ${'No custom model `other` rests on a model that goes away.'}              | ${'one that is not there'}
    ${'custom support-lite approve'}    | ${'That cannot be done now: nobody is asked: it is proposed.'}             | ${'nobody asked'}
    ${'custom support-lite start on x'} | ${'No source knows `x`'}                                                   | ${'a model that nobody knows'}
    ${'custom support-lite faster'}     | ${'What shall be done?'}                                                   | ${'a word that is none'}
  `('$text: $why', async ({ text, says }: { text: string; says: string }) => {
    await world.type(text);

    expect(world.said()).toContain(says);
    expect(world.did).toEqual([]);
    expect(world.problems()).toEqual([]);
  });

  it('starts training with what the person says otherwise, and notes who did', async () => {
    await world.type('custom support-lite start on sonnet 5 epochCount=3 provisioned');

    expect(world.kept.get(id)).toMatchObject({
      status: 'checking',
      replacement: sonnet5,
      hyperParameters: { epochCount: '3' },
      serving: 'provisioned',
      startedBy: ana,
    });
    expect(world.did).toContain('start 1');
    expect(await world.deps.store.audit(`${novaLite}/platform`)).toMatchObject([
      { who: ana, did: `custom ${id} start on sonnet 5 epochCount=3 provisioned`, allowed: true },
    ]);
  });

  it('asks which one is meant where several have the name', async () => {
    world = aWorld(
      {},
      {
        id: '444455556666-us-east-1-other',
        customModel: { ...aCustomModelMigration().customModel, account: '444455556666' },
      },
    );
    await world.type('custom support-lite start');

    expect(world.said()).toContain('Several custom models are called `support-lite`. Which one?');
    expect(world.did).toEqual([]);
  });

  it('says so where there is none', async () => {
    world = aWorld();
    await world.type('custom');
    expect(world.said()).toContain('No custom model rests on a model that goes away');
  });

  it('lets nobody spend money who may not', async () => {
    const migration = world.world.migrations.get(`${novaLite}/platform`);
    if (!migration) throw new Error('there is a migration');
    const owner = { person: ben, by: ben, at: '2026-11-20T08:00:00.000Z' } as const;
    world.world.migrations.set(migration.id, { ...migration, owner });

    await world.type('custom support-lite start');
    expect(world.said()).toContain(`You may not train a custom model again, or decide on it: <@${ben}> may.`);
    expect(world.did).toEqual([]);

    await world.type('custom support-lite start', ben);
    expect(world.did).toContain('start 1');
  });
});

describe('a button under a custom model', () => {
  it.each`
    status                | button             | does                | after
    ${'proposed'}         | ${'startCustom'}   | ${'start 1'}        | ${'checking'}
    ${'training'}         | ${'cancelCustom'}  | ${'stop 1'}         | ${'cancelled'}
    ${'awaitingApproval'} | ${'approveCustom'} | ${'answer token-1'} | ${'awaitingApproval'}
    ${'awaitingApproval'} | ${'refuseCustom'}  | ${'answer token-1'} | ${'awaitingApproval'}
  `(
    '$button does what it says, and twice does no more',
    async ({ status, button, does, after }: Pick<CustomModelMigration, 'status'> & Record<string, string>) => {
      world = aWorld({ status, attempt: status === 'proposed' ? 0 : 1, approval: anApproval });
      await world.press(button as ButtonName);
      const once = [...world.did];
      await world.press(button as ButtonName);

      expect(once.some((what) => what.startsWith(does ?? ''))).toBe(true);
      expect(world.kept.get(id)?.status).toBe(after);
      expect(world.did).toEqual(once);
      expect(world.said()).toContain('That cannot be done now');
    },
  );

  it.each(['approveCustom', 'refuseCustom'] as const)('%s decides on no later attempt', async (button) => {
    world = aWorld({ status: 'awaitingApproval', attempt: 2, approval: anApproval });

    await world.press(button, ana, `${id}#1`);
    expect(world.said()).toContain('That question was about an earlier attempt.');
    expect(world.did).toEqual([]);

    await world.press(button, ana, `${id}#2`);
    expect(world.did.some((what) => what.startsWith('answer token-1'))).toBe(true);
  });
});
