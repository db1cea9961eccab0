import type { HomeView, ModalView } from '@slack/types';
import { blockProblems, viewProblems } from '../templates/block-limits.ts';
import type { Message } from '../templates/message.ts';
import { SlackError } from './slack-error.ts';

/** Throws where Slack would refuse the message: Slack itself would say only `invalid_blocks`. */
export function sendable(message: Message, method: string, channel?: string): void {
  refuse('Slack would refuse this message', blockProblems(message), method, channel);
}

/** The same of a form or a home. */
export function showable(view: ModalView | HomeView, method: string): void {
  refuse('Slack would refuse this view', viewProblems(view), method);
}

function refuse(words: string, problems: readonly string[], method: string, channel?: string): void {
  if (problems.length === 0) return;
  throw new SlackError(words, {
    method,
    ...(channel !== undefined && { channel }),
    problems,
    hint: 'This is a fault of Sundial, not of your settings: please report it',
  });
}
