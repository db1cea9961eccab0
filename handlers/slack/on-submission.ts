import type { SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { utcDay } from '../../domain/calendar-date.ts';
import { formProblems } from '../../domain/form-problems.ts';
import type { FormName } from '../../domain/slack-request.ts';
import { notTaken } from '../../templates/slack/not-taken.ts';
import { formFields } from './form-fields.ts';
import { formMetadata } from './form-metadata.ts';
import type { Listening } from './listening.ts';
import { requestKey } from './request-key.ts';
import { takeInTime } from './take-in-time.ts';

type Arguments = Pick<SlackViewMiddlewareArgs<ViewSubmitAction>, 'body' | 'view' | 'ack'>;

/** What cannot be taken is said at its field, and the form stays open with what was typed. Else it closes and is handed on. */
export async function onSubmission(
  form: FormName,
  { body, view, ack }: Arguments,
  listening: Listening,
): Promise<void> {
  const metadata = formMetadata(view.private_metadata);
  const fields = formFields(view.state.values);
  const problems = formProblems(form, fields, metadata, utcDay(listening.now()));
  if (problems) {
    await ack({ response_action: 'errors', errors: { ...problems } });
    return;
  }
  const request = {
    // The hash changes with every change of the view: pressed twice, it is one submission.
    key: requestKey('submission', view.id, view.hash),
    at: listening.now().toUTC().toISO() ?? '',
    user: body.user.id,
    channel: null,
    responseUrl: null,
    asked: { kind: 'submitForm', form, about: metadata.about, fields },
  } as const;
  const isTaken = await takeInTime(listening, ({ signal }) => listening.handOn(request, signal));
  const first = Object.keys(fields)[0] ?? '';
  await (isTaken ? ack() : ack({ response_action: 'errors', errors: { [first]: notTaken } }));
}
