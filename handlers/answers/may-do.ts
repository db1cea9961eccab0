import { allowed } from '../../domain/permitted.ts';
import type { Situation } from '../../domain/situation.ts';
import type { PermittedAction } from '../../domain/slack-settings.ts';
import { notAllowedWords } from '../../templates/answers/change-words.ts';
import { plainAnswer } from '../../templates/answers/plain-answer.ts';
import type { Message } from '../../templates/message.ts';
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
  for (const group of who.groups) if ((await desk.membersOf(group)).includes(user)) return null;

  await store.putAudit({ key, about: situation.migration.id, who: user, at, did, reason: null, allowed: false });
  return plainAnswer([notAllowedWords(action, who)]);
}
