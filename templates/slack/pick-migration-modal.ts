import type { ModalView } from '@slack/types';
import { bindsFirst } from '../../domain/binds-first.ts';
import type { FormName } from '../../domain/slack-request.ts';
import type { Situation } from '../../domain/situation.ts';
import { section } from '../blocks.ts';
import { clipped } from '../text.ts';
import { countdown } from '../words-deadline.ts';
import { formWords } from './form-words.ts';

/** What Slack lets one menu offer, and the longest value an option can have. */
const mostChoices = 100;
const longestValue = 150;

/**
 * A form that was asked for without a migration asks for that first; choosing one makes the form itself. It has no input, which Slack
 * would want a button for.
 */
export function pickMigrationModal(form: FormName, situations: readonly Situation[]): ModalView {
  const options = bindsFirst(situations)
    .filter(({ migration }) => migration.id.length <= longestValue)
    .slice(0, mostChoices)
    .map((situation) => ({
      text: {
        type: 'plain_text' as const,
        text: clipped(`${situation.modelName}, ${situation.migration.team}: ${countdown(situation)}`, 75),
        emoji: false,
      },
      value: situation.migration.id,
    }));
  return {
    type: 'modal',
    callback_id: form,
    private_metadata: JSON.stringify({ about: null }),
    title: { type: 'plain_text', text: formWords[form].title, emoji: false },
    close: { type: 'plain_text', text: 'Cancel', emoji: false },
    blocks: [
      section(['Which model, and whose?']),
      {
        type: 'actions',
        block_id: 'migration',
        elements: [
          {
            type: 'static_select',
            action_id: 'value',
            placeholder: { type: 'plain_text', text: 'Choose one', emoji: false },
            options,
          },
        ],
      },
    ],
  };
}
