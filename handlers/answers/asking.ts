import type { SlackRequest } from '../../domain/slack-request.ts';
import type { Message } from '../../templates/message.ts';

/** Who asks, where and when: what every answer needs beside the question. */
export type Asking = Omit<SlackRequest, 'asked'>;

/** What a person is told; `null` where the thread tells it all. */
export type Answer = Message | null;
