import type { FormName, SlackRequest } from '../../domain/slack-request.ts';
import { loadingModal } from '../../templates/slack/loading-modal.ts';
import { notTakenModal } from '../../templates/slack/not-taken.ts';
import type { Listening } from './listening.ts';
import type { Taking } from './take-in-time.ts';

interface Opening {
  readonly request: Omit<SlackRequest, 'asked'>;
  readonly triggerId: string;
  readonly form: FormName;
  readonly about: string | null;
}

/**
 * Opens the form while its trigger is good, empty, and hands on that it waits to be filled. A form that nobody will fill says so.
 */
export async function openForm(
  { request, triggerId, form, about }: Opening,
  { signal, otherwise }: Taking,
  listening: Listening,
): Promise<void> {
  const opening = listening.openModal(triggerId, loadingModal(form, about));
  otherwise(async () => listening.updateView(await opening, notTakenModal(form)));
  const viewId = await opening;
  signal.throwIfAborted();
  const asked = { kind: 'openForm', form, viewId, about, fields: {} } as const;
  await listening.handOn({ ...request, asked }, signal);
}
