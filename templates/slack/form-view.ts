import type { KnownBlock, ModalView } from '@slack/types';
import type { FormFields, FormName } from '../../domain/slack-request.ts';
import { formWords } from './form-words.ts';

/** What a form carries to its check and back: `about` is the migration's id. */
export interface FormMetadata extends Readonly<Record<string, unknown>> {
  readonly about: string | null;
}

export function formView(form: FormName, metadata: FormMetadata, blocks: readonly (KnownBlock | null)[]): ModalView {
  const { title, submit } = formWords[form];
  return {
    type: 'modal',
    callback_id: form,
    private_metadata: JSON.stringify(metadata),
    title: { type: 'plain_text', text: title, emoji: false },
    submit: { type: 'plain_text', text: submit, emoji: false },
    close: { type: 'plain_text', text: 'Cancel', emoji: false },
    blocks: blocks.filter((block) => block !== null),
  };
}

/** What one field holds as text, `undefined` where it holds nothing. */
export function heldText(fields: FormFields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
