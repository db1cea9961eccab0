import { allowed } from '../../domain/permitted.ts';
import type { Situation } from '../../domain/situation.ts';
import type { PermittedAction } from '../../domain/slack-settings.ts';
import { notAllowedWords, unreadGroupWords } from '../../templates/answers/change-words.ts';
import { plainAnswer } from '../../templates/answers/plain-answer.ts';
import type { Message } from '../../templates/message.ts';
import { reasonOf } from '../reason.ts';
import type { SlackDeps } from '../slack-ports.ts';
import type { Asking } from './asking.ts';

/** `null` where a person may do a thing; else what they are told. That they asked stands in the audit trail. */
export async function mayDo(
  action: PermittedAction,
  situation: Situation,
  { user, key, at }: Asking,
  did: string,
  { configuration, desk, store }: Pick<SlackDeps, 'configuration' | 'desk' | 'store'>,
): Promise<Message | null> {
  const who = allowed(action, configuration.slack, situation);
  if (who.kind === 'anyone' || who.people.includes(user)) return null;
  const unreadable: string[] = [];
  for (const group of who.groups)
    if (await isMember(group).catch((fault: unknown) => unread(group, fault))) return null;

  await store.putAudit({ key, about: situation.migration.id, who: user, at, did, reason: null, allowed: false });
  return plainAnswer([notAllowedWords(action, who), ...unreadable]);

  async function isMember(group: string): Promise<boolean> {
    return (await desk.membersOf(group)).includes(user);
  }

  /** Who is in a group that Slack does not tell of is not known: nobody may because of it. */
  function unread(group: string, fault: unknown): false {
    if (!(fault instanceof Error) || fault.name !== 'SlackError') throw fault;
    unreadable.push(unreadGroupWords(group, reasonOf(fault).reason));
    return false;
  }
}
