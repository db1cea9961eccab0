import type { MigrationRequest } from '../../domain/request.ts';
import type { Situation } from '../../domain/situation.ts';
import { mrkdwn } from '../markup.ts';
import type { Message } from '../message.ts';
import { longDate } from '../text.ts';
import { plainAnswer } from './plain-answer.ts';

/** That a request was done, for whoever made it; the thread tells the others. */
export function doneAnswer(request: MigrationRequest, { modelName, migration }: Situation): Message {
  const what = `${mrkdwn.bold(modelName)} (${mrkdwn.text(migration.team)})`;
  const { thread } = migration;
  const where = thread?.permalink ? [mrkdwn.link(thread.permalink, 'The thread')] : [];
  return plainAnswer([`${doneWords(request)}: ${what}.`, ...where]);
}

function doneWords(request: MigrationRequest): string {
  switch (request.kind) {
    case 'acknowledge':
      return 'Acknowledged';
    case 'owner':
      return request.person === null ? 'You are the owner now' : `${mrkdwn.person(request.person)} is the owner now`;
    case 'snooze':
      return `Reminders rest until ${longDate(request.until)}`;
    case 'waive':
      return 'The arrangement is noted, and reminders rest';
    case 'replace':
      return `The replacement is ${mrkdwn.code(request.candidate)} now`;
  }
}
