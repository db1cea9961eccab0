import type { ModalView } from '@slack/types';
import type { Situation } from '../../domain/situation.ts';
import { mrkdwn } from '../markup.ts';
import { personField } from './form-inputs.ts';
import { formLead } from './form-lead.ts';
import { formView } from './form-view.ts';
import { ownerName } from '../words-decisions.ts';

/** Names who leads a migration. */
export function ownerModal({ situation }: { readonly situation: Situation }): ModalView {
  const { id, owner } = situation.migration;
  const now = owner ? `The owner now: ${ownerName(owner, mrkdwn)}.` : 'Nobody owns it yet.';

  return formView('owner', { about: id }, [
    formLead(situation, [now]),
    personField(
      { name: 'person', label: 'Owner', hint: 'Whoever leads the migration. The thread is told who named them.' },
      owner?.person,
    ),
  ]);
}
