import type { SlackCommandMiddlewareArgs, SlashCommand } from '@slack/bolt';
import { nearestVerb, verbNamed } from '../../domain/command-verbs.ts';
import type { SlackRequest } from '../../domain/slack-request.ts';
import { commandHelp, unknownVerb, verbHelp } from '../../templates/slack/command-help.ts';
import type { Message } from '../../templates/message.ts';
import { notTakenMessage } from '../../templates/slack/not-taken.ts';
import type { Listening } from './listening.ts';
import { openForm } from './open-form.ts';
import { requestKey } from './request-key.ts';
import type { Taking } from './take-in-time.ts';
import { takeInTime } from './take-in-time.ts';

type Arguments = Pick<SlackCommandMiddlewareArgs, 'command' | 'ack'>;

/** Help and what nobody understands are answered in the acknowledgement; everything else is handed on. */
export async function onCommand({ command, ack }: Arguments, listening: Listening): Promise<void> {
  const answer = answerAtOnce(command.text);
  if (answer) {
    await ack(privately(answer));
    return;
  }
  const isTaken = await takeInTime(listening, (taking) => take(command, taking, listening));
  await (isTaken ? ack() : ack(privately(notTakenMessage())));
}

async function take(command: SlashCommand, taking: Taking, listening: Listening): Promise<void> {
  const request = requestOf(command, listening);
  const [verb, ...rest] = wordsOf(command.text);
  const form = rest.length === 0 ? verbNamed(verb ?? '')?.form : null;
  if (form) await openForm({ request, triggerId: command.trigger_id, form, about: null }, taking, listening);
  else await listening.handOn({ ...request, asked: { kind: 'command', text: command.text.trim() } }, taking.signal);
}

function answerAtOnce(text: string): Message | null {
  const [first, second] = wordsOf(text);
  if (first === undefined || first === '--help') return commandHelp();
  const verb = verbNamed(first);
  if (!verb) return unknownVerb(first, nearestVerb(first));
  if (second === '--help') return verbHelp(verb);
  if (verb.name !== 'help') return null;
  if (second === undefined) return commandHelp();
  const asked = verbNamed(second);
  return asked ? verbHelp(asked) : unknownVerb(second, nearestVerb(second));
}

/** Where the answer goes is none of the words. */
function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '' && word !== '--share');
}

function requestOf(command: SlashCommand, { now }: Listening): Omit<SlackRequest, 'asked'> {
  return {
    key: requestKey('command', command.trigger_id),
    at: now().toUTC().toISO() ?? '',
    user: command.user_id,
    channel: command.channel_id,
    responseUrl: command.response_url,
  };
}

function privately({ text, blocks }: Message) {
  return { response_type: 'ephemeral' as const, text, blocks: [...blocks] };
}
