import type { ModalView } from '@slack/types';
import type { Asked } from '../../domain/slack-request.ts';
import { pickMigrationModal } from '../../templates/slack/pick-migration-modal.ts';
import { refusedModal } from '../../templates/slack/refused-modal.ts';
import type { SlackDeps } from '../slack-ports.ts';
import type { Asking } from './asking.ts';
import { compareForm } from './compare-form.ts';
import { formOf, textIn } from './form-view.ts';
import { mayDo } from './may-do.ts';
import { inChannel } from './meant.ts';
import { allSituations, situationWithId } from './situations.ts';
import { noMigration } from './no-migration.ts';

type OpenForm = Extract<Asked, { kind: 'openForm' }>;

/** Fills a form that stands open, or fills it again with what was given so far. */
export async function fillForm(
  { form, viewId, about: known, fields }: OpenForm,
  asking: Asking,
  deps: SlackDeps,
): Promise<void> {
  const about = known ?? textIn(fields, 'migration');
  // Of two changes the later shows, in whatever order they come.
  if (!(await deps.store.putFormAsked(viewId, asking.at))) return;
  const filled = await view();
  if (await deps.store.putFormAsked(viewId, asking.at)) await deps.desk.updateView(viewId, filled);

  async function view(): Promise<ModalView> {
    const situation = about === null ? null : await situationWithId(about, deps);
    if (form === 'compare') {
      if (about !== null && !situation) return gone();
      const forbidden = situation && (await mayDo('compare', situation, asking, 'open the form to compare', deps));
      return forbidden ? refused(forbidden.text) : compareForm(situation, fields, asking, deps);
    }
    if (!situation) return about === null ? pick() : gone();
    const forbidden = await mayDo(form, situation, asking, `open the form to ${form}`, deps);
    return forbidden ? refused(forbidden.text) : formOf(form, situation, fields, deps);
  }

  /** Those of the channel it was asked in, where it has any. */
  async function pick(): Promise<ModalView> {
    const open = (await allSituations(deps)).filter(({ migration }) => migration.status === 'open');
    const here = await inChannel(open, asking, deps);
    const offered = here.length > 0 ? here : open;
    return offered.length > 0 ? pickMigrationModal(form, offered) : nothingToLeave;
  }
}

const nothingToLeave = refusedModal({
  title: 'Nothing to leave',
  text: 'No team has to leave a model, as far as any source tells.',
});

function refused(text: string): ModalView {
  return refusedModal({ title: 'Not allowed', text });
}

function gone(): ModalView {
  return refusedModal({ title: 'Not there any more', text: noMigration });
}
