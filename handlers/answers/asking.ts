import type { SlackRequest } from '../../domain/slack-request.ts';
import type { Message } from '../../templates/message.ts';

/** Who asks, where and when: what every answer needs beside the question. */
export type Asking = Omit<SlackRequest, 'asked'>;

/** What a person is told. */
export interface Answer {
  /** `told` answers a question, `done` says that something was; `refused` says why not, and `asked` asks back. */
  readonly kind: 'told' | 'done' | 'refused' | 'asked';
  readonly message: Message;
}

export function told(message: Message): Answer {
  return { kind: 'told', message };
}

export function done(message: Message): Answer {
  return { kind: 'done', message };
}

export function refused(message: Message): Answer {
  return { kind: 'refused', message };
}
