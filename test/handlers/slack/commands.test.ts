import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandVerbs, verbNamed } from '../../../domain/command-verbs.ts';
import { blockProblems } from '../../../templates/block-limits.ts';
import type { SlackStage } from '../../fakes/local-slack.ts';
import { slackStage } from '../../fakes/local-slack.ts';

const exampleOf = (verb: string) => `/sundial ${verbNamed(verb)?.example ?? ''}`;

let stage: SlackStage;
beforeEach(async () => {
  stage = await slackStage();
});
afterEach(() => stage.close());

describe('the slash command', () => {
  it.each`
    text                                 | why
    ${'status'}                          | ${'a word'}
    ${'status payments'}                 | ${'a word and more'}
    ${'timeline claude-opus-4-1'}        | ${'a model'}
    ${'STATUS'}                          | ${'in capitals'}
    ${'mine --share'}                    | ${'for the channel to see'}
    ${'compare claude-opus-4-1 nova-2'}  | ${'two models: no form is needed'}
    ${'snooze claude-opus-4-1 tomorrow'} | ${'all that a form would ask'}
    ${'status <b>&`'}                    | ${'marks of Slack’s'}
  `(
    '"$text" is acknowledged without words, and handed on as it was typed: $why',
    async ({ text }: { text: string }) => {
      expect(await stage.ana.command(text, '#payments')).toEqual({ kind: 'ok' });

      expect(stage.requests).toMatchObject([
        {
          key: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
          at: '2026-11-21T09:00:00.000Z',
          user: stage.ana.user.id,
          channel: stage.world.slackDesk.channels.idOf('payments'),
          asked: { kind: 'command', text },
        },
      ]);
      expect(stage.requests[0]?.responseUrl).toContain(stage.world.slackAnswersAt);
      expect(stage.ana.answers()).toEqual([]);
    },
  );

  it.each`
    text                | says
    ${''}               | ${'/sundial digest'}
    ${'   '}            | ${'/sundial digest'}
    ${'help'}           | ${'/sundial digest'}
    ${'--help'}         | ${'/sundial digest'}
    ${'compare --help'} | ${'[--batch]'}
    ${'help snooze'}    | ${exampleOf('snooze')}
    ${'--share'}        | ${'/sundial digest'}
    ${'stauts'}         | ${exampleOf('status')}
    ${'snoze x y'}      | ${exampleOf('snooze')}
    ${'help snoze'}     | ${exampleOf('snooze')}
    ${'<!channel> x'}   | ${'&lt;!channel&gt;'}
  `('"$text" is answered in the acknowledgement, to this person only', async ({ text, says }: Answered) => {
    expect(await stage.ana.command(text, '#payments')).toEqual({ kind: 'ok' });

    const answers = stage.ana.answers();
    expect(answers).toHaveLength(1);
    expect(JSON.stringify(answers[0]?.message)).toContain(says);
    expect(JSON.stringify(answers[0]?.message)).not.toContain('<!channel>');
    expect(answers.flatMap(({ message }) => blockProblems(message))).toEqual([]);
    expect(stage.ben.answers()).toEqual([]);
    expect(stage.requests).toEqual([]);
  });

  it('names people by their ids, as the manifest asks Slack to', async () => {
    await stage.ana.command('owner sonnet 4.5 @ben @nobody', '#payments');

    expect(stage.requests).toMatchObject([{ asked: { text: 'owner sonnet 4.5 <@U0BEN00001|ben> @nobody' } }]);
  });

  it.each(commandVerbs.filter(({ form }) => form !== null))(
    '"$name" alone opens its form, and asks for it to be filled',
    async ({ name, form }) => {
      expect(await stage.ana.command(`${name} --share`, '#payments')).toEqual({ kind: 'ok' });

      const modal = stage.ana.modal();
      expect(modal?.view).toMatchObject({ type: 'modal', callback_id: form });
      expect(stage.requests).toMatchObject([
        { user: stage.ana.user.id, asked: { kind: 'openForm', form, viewId: modal?.viewId, about: null, fields: {} } },
      ]);
      expect(stage.ben.modal()).toBeNull();
    },
  );

  it('says so at once where it cannot be handed on', async () => {
    stage.handOn.does = () => Promise.reject(new Error('the bus is away'));

    expect(await stage.ana.command('status', '#payments')).toEqual({ kind: 'ok' });

    expect(stage.ana.answers()).toMatchObject([
      { message: { text: expect.stringContaining('could not take this') as string } },
    ]);
    expect(stage.logged).toEqual([
      { message: 'A Slack request was not taken', error: 'Error', reason: 'the bus is away' },
    ]);
  });

  it('says so in the form where nobody will fill it, and beside it', async () => {
    stage.handOn.does = () => Promise.reject(new Error('the bus is away'));

    await stage.ana.command('compare', '#payments');

    expect(JSON.stringify(stage.ana.modal()?.view.blocks)).toContain('could not take this');
    expect(stage.ana.answers()).toHaveLength(1);
  });

  it('says so in the acknowledgement where Slack opens no form any more', async () => {
    const late = { command: '/sundial', text: 'compare', trigger_id: 'trigger.late', user_id: 'U1', channel_id: 'C1' };
    const { json } = await stage.send.sendForm({ ...late, response_url: 'https://hooks.slack.com/a' });

    expect(json).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('could not take') as string,
    });
    expect(stage.logged).toMatchObject([{ reason: expect.stringContaining('invalid_trigger_id') as string }]);
    expect(stage.requests).toEqual([]);
  });
});

interface Answered {
  readonly text: string;
  readonly says: string;
}
