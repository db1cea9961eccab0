import type { Situation } from '../../domain/situation.ts';
import type { Asked } from '../../domain/slack-request.ts';
import { plainAnswer } from '../../templates/answers/plain-answer.ts';
import type { Message } from '../../templates/message.ts';
import type { SlackDeps } from '../slack-ports.ts';
import type { Asking } from './asking.ts';
import { change } from './change.ts';
import { asked } from './compare-form.ts';
import { askForRun } from './compare.ts';
import { requestIn } from './form-request.ts';
import { textIn } from './form-view.ts';
import type { Meant } from './meant.ts';
import { migrationMeant, modelMeant } from './meant.ts';
import { situationWithId } from './situations.ts';

type SubmitForm = Extract<Asked, { kind: 'submitForm' }>;

/** Does what a form asks for. The form is closed by then: what must be said is said to the person alone, beside the thread. */
export async function submitForm(form: SubmitForm, asking: Asking, deps: SlackDeps): Promise<void> {
  const meant = await situationOf(form, asking, deps);
  const message = meant.kind === 'asked' ? meant.message : await done(form, meant.one, asking, deps);
  const channel = asking.channel ?? (meant.kind === 'one' ? meant.one.migration.thread?.channel : null) ?? asking.user;
  await deps.desk.whisper(channel, asking.user, message);
}

/** A form that was opened without a migration names its model. */
async function situationOf({ about, fields }: SubmitForm, asking: Asking, deps: SlackDeps): Promise<Meant<Situation>> {
  if (about === null)
    return migrationMeant(textIn(fields, 'current') ?? '', asking, deps, (words) => `status ${words}`);
  const situation = await situationWithId(about, deps);
  return situation
    ? { kind: 'one', one: situation }
    : { kind: 'asked', message: plainAnswer(['Sundial keeps no migration of this id any more.']) };
}

async function done(
  { form, fields }: SubmitForm,
  situation: Situation,
  asking: Asking,
  deps: SlackDeps,
): Promise<Message> {
  if (form === 'compare') return askForRun(await asked(situation, fields, deps), situation, asking, deps);
  const request = requestIn(form, situation.migration.id, fields);
  if (request === null) return plainAnswer(['The form came without what it asks for: open it again.']);
  if (request.kind !== 'replace') return change(request, situation, asking, deps);

  const candidate = modelMeant(request.candidate, deps, (words) => `replace ${situation.migration.id} with ${words}`);
  return candidate.kind === 'asked'
    ? candidate.message
    : change({ ...request, candidate: candidate.one.modelId }, situation, asking, deps);
}
