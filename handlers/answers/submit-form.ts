import type { Situation } from '../../domain/situation.ts';
import type { Asked } from '../../domain/slack-request.ts';
import { requestWords } from '../../domain/request-words.ts';
import { plainAnswer } from '../../templates/answers/plain-answer.ts';
import { mrkdwn } from '../../templates/markup.ts';
import { reasonOf } from '../reason.ts';
import type { SlackDeps } from '../slack-ports.ts';
import type { Answer, Asking } from './asking.ts';
import { refused } from './asking.ts';
import { change } from './change.ts';
import { asked } from './compare-form.ts';
import type { Wanted } from './compare.ts';
import { askForRun } from './compare.ts';
import { requestIn } from './form-request.ts';
import { textIn } from './form-view.ts';
import { mayDo } from './may-do.ts';
import type { Meant } from './meant.ts';
import { modelMeant } from './meant.ts';
import { migrationMeant } from './meant-migration.ts';
import { situationWithId } from './situations.ts';
import { noMigration } from './no-migration.ts';

type SubmitForm = Extract<Asked, { kind: 'submitForm' }>;

/** Does what a form asks for. The form is closed by then: what must be said is said to the person alone, beside the thread. */
export async function submitForm(form: SubmitForm, asking: Asking, deps: SlackDeps): Promise<void> {
  const meant = await situationOf(form, asking, deps);
  const { message } = meant.kind === 'asked' ? meant : await outcome(form, meant.one, asking, deps);
  const channel = asking.channel ?? (meant.kind === 'one' ? meant.one.migration.thread?.channel : null) ?? asking.user;
  await deps.desk.whisper(channel, asking.user, message);
}

/** A form that was opened without a migration names its model; where several teams have it, the run itself is offered for each. */
async function situationOf({ about, fields }: SubmitForm, asking: Asking, deps: SlackDeps): Promise<Meant<Situation>> {
  if (about === null) {
    const [candidate, dataset] = [textIn(fields, 'candidate'), textIn(fields, 'address')];
    const rephrase = (current: string) => requestWords({ kind: 'compare', current, candidate, dataset });
    return migrationMeant(textIn(fields, 'current') ?? '', asking, deps, rephrase);
  }
  const situation = await situationWithId(about, deps);
  return situation ? { kind: 'one', one: situation } : { kind: 'asked', message: plainAnswer([noMigration]) };
}

async function outcome(
  { form, fields }: SubmitForm,
  situation: Situation,
  asking: Asking,
  deps: SlackDeps,
): Promise<Answer> {
  if (form === 'compare') return compareBy(fields, situation, asking, deps);
  const request = requestIn(form, situation.migration.id, fields);
  if (request === null) return refused(plainAnswer(['The form came without what it asks for: open it again.']));
  if (request.kind !== 'replace') return change(request, situation, asking, deps);

  const candidate = modelMeant(request.candidate, deps, (words) => requestWords({ ...request, candidate: words }));
  if (candidate.kind === 'asked') return candidate;
  return change({ ...request, candidate: candidate.one.modelId }, situation, asking, deps);
}

/** Whoever may not compare has no file kept either; a file that cannot be taken is told of, and nothing begins. */
async function compareBy(
  fields: SubmitForm['fields'],
  situation: Situation,
  asking: Asking,
  deps: SlackDeps,
): Promise<Answer> {
  const forbidden = await mayDo('compare', situation, asking, 'start a comparison by a form', deps);
  if (forbidden) return refused(forbidden);
  const run = await asked(situation, fields, deps).catch((fault: unknown) => mendable(fault));
  return 'why' in run
    ? refused(plainAnswer([`The comparison was not started: ${mrkdwn.text(run.why)}.`]))
    : askForRun(run, situation, asking, deps);
}

function mendable(fault: unknown): { readonly why: string } | Wanted {
  if (fault instanceof Error && fault.name === 'SlackError') return { why: reasonOf(fault).reason };
  throw fault;
}
