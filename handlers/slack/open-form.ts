import type { FormName, SlackRequest } from '../../domain/slack-request.ts';
import { loadingModal } from '../../templates/slack/loading-modal.ts';
import { notTakenModal } from '../../templates/slack/not-taken.ts';
import type { Listening } from './listening.ts';

interface Opening {
  readonly request: Omit<SlackRequest, 'asked'>;
  readonly triggerId: string;
  readonly form: FormName;
  readonly about: string | null;
}

/**
 * Opens the form while its trigger is good, empty, and hands on that it waits to be filled. A form that nobody will fill says so.
 */
export async function openForm({ request, triggerId, form, about }: Opening, listening: Listening): Promise<void> {
  const viewId = await listening.openModal(triggerId, loadingModal(form, about));
  const asked = { kind: 'openForm', form, viewId, about, fields: {} } as const;
  try {
    await listening.handOn({ ...request, asked });
  } catch (fault) {
    await listening.updateView(viewId, notTakenModal(form));
    throw fault;
  }
}
