import type { ModalView } from '@slack/types';
import type { DateTime } from 'luxon';
import type { SlackRequest } from '../../domain/slack-request.ts';
import type { Log } from '../log.ts';
import type { SlackDesk } from '../ports.ts';

/** What the listeners need. They acknowledge, open forms and hand on, and do nothing else. */
export interface Listening extends Pick<SlackDesk, 'respond' | 'updateView'> {
  /** Resolves when somebody else keeps the request: only then is it acknowledged. Given up where the signal says that it is too late. */
  readonly handOn: (request: SlackRequest, signal?: AbortSignal) => Promise<void>;
  /** Answers the id of the view. A trigger is good for three seconds and one form. */
  readonly openModal: (triggerId: string, view: ModalView) => Promise<string>;
  readonly now: () => DateTime;
  readonly log: Log;
}
