import type { ModalView } from '@slack/types';
import type { Situation } from '../../domain/situation.ts';
import { mrkdwn } from '../markup.ts';
import { replacementInShort } from '../words-replacement.ts';
import { menuField, textField } from './form-inputs.ts';
import { formLead } from './form-lead.ts';
import { formView } from './form-view.ts';

/** A model that one might move to, and what speaks for it. */
export interface Candidate {
  readonly modelId: string;
  readonly name: string;
  readonly note: string | null;
}

interface ReplaceForm {
  readonly situation: Situation;
  readonly candidates: readonly Candidate[];
}

/** The team decides where to go. Nothing is chosen at first, so that a name that is written never contradicts the menu. */
export function replaceModal({ situation, candidates }: ReplaceForm): ModalView {
  const { id, modelId } = situation.migration;
  const choices = candidates.map(({ modelId: value, name, note }) => ({ value, label: name, note: note ?? value }));
  const menu = menuField(
    { name: 'candidate', label: 'Replacement', hint: 'Models that are worth moving to.', optional: true },
    choices,
    undefined,
  );

  return formView('replace', { about: id, model: modelId }, [
    formLead(situation, [`Replacement now: ${replacementInShort(situation, mrkdwn)}.`]),
    menu,
    textField({
      name: 'other',
      label: menu ? 'Or another model' : 'Replacement',
      hint: 'Its id in Amazon Bedrock, such as anthropic.claude-sonnet-5. The thread is told who chose it.',
      optional: menu !== null,
    }),
  ]);
}
