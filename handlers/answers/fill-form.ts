import type { ModalView } from '@slack/types';
import type { Asked } from '../../domain/slack-request.ts';
import { refusedModal } from '../../templates/slack/refused-modal.ts';
import type { SlackDeps } from '../slack-ports.ts';
import type { Asking } from './asking.ts';
import { compareForm } from './compare-form.ts';
import { formOf } from './form-view.ts';
import { mayDo } from './may-do.ts';
import { situationWithId } from './situations.ts';

type OpenForm = Extract<Asked, { kind: 'openForm' }>;

/** Fills a form that stands open, or fills it again with what was given so far. */
export async function fillForm(
  { form, viewId, about, fields }: OpenForm,
  asking: Asking,
  deps: SlackDeps,
): Promise<void> {
  await deps.desk.updateView(viewId, await view());

  async function view(): Promise<ModalView> {
    const situation = about === null ? null : await situationWithId(about, deps);
    if (form === 'compare') {
      if (about !== null && !situation) return gone();
      const forbidden = situation && (await mayDo('compare', situation, asking, 'open the form to compare', deps));
      return forbidden ? refused(forbidden.text) : compareForm(situation, fields, asking, deps);
    }
    if (!situation) return about === null ? withoutModel(form) : gone();
    const forbidden = await mayDo(form, situation, asking, `open the form to ${form}`, deps);
    return forbidden ? refused(forbidden.text) : formOf(form, situation, fields, deps);
  }
}

function refused(text: string): ModalView {
  return refusedModal({ title: 'Not allowed', text });
}

function gone(): ModalView {
  return refusedModal({ title: 'Not there any more', text: 'Sundial keeps no migration of this id any more.' });
}

function withoutModel(form: string): ModalView {
  return refusedModal({
    title: 'Which model?',
    text: `Press the button of a migration, in its message or in the Home of the app, or type /sundial ${form} with a model.`,
  });
}
