import type { ActionsBlock, Button } from '@slack/types';
import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import { isUnderWay } from '../../domain/custom-models/custom-model-status.ts';
import { clipped } from '../text.ts';

/** What a person can decide of a custom model's migration as it stands; `null` where nothing is left to decide. */
export function customModelActions(migration: CustomModelMigration): ActionsBlock | null {
  const elements = buttonsOf(migration);
  return elements.length === 0 ? null : { type: 'actions', elements };
}

function buttonsOf(migration: CustomModelMigration): Button[] {
  const { status, customModel, replacement } = migration;
  const named = { id: migration.id, name: customModel.name };
  // The question stays in the thread; of a later attempt it says nothing.
  const asked = { ...named, id: `${migration.id}#${migration.attempt}` };
  switch (status) {
    case 'promoted':
      return [];
    case 'awaitingApproval':
      return [
        button('approve-custom', 'Approve', asked, 'primary'),
        button('refuse-custom', 'Refuse', asked, 'danger', 'Everything that was created for it is removed.'),
      ];
    case 'proposed':
    case 'worse':
    case 'refused':
    case 'expired':
    case 'cancelled':
    case 'failed':
      return replacement === null
        ? []
        : [
            button(
              'start-custom',
              status === 'proposed' ? 'Start training' : 'Start again',
              named,
              'primary',
              `Training and a deployment cost money. It is trained on ${replacement}, as the old one was.`,
            ),
          ];
    default:
      return isUnderWay(migration)
        ? [button('cancel-custom', 'Cancel', named, 'danger', 'What was created for it so far is removed.')]
        : [];
  }
}

/** What costs money or cannot be undone asks once more. Screen readers hear which model it is about. */
function button(
  name: string,
  label: string,
  about: { readonly id: string; readonly name: string },
  style: 'primary' | 'danger',
  consequence?: string,
): Button {
  const words = (text: string, most: number) => ({
    type: 'plain_text' as const,
    text: clipped(text, most),
    emoji: false,
  });
  return {
    type: 'button',
    action_id: name,
    value: about.id,
    style,
    text: words(label, 75),
    accessibility_label: clipped(`${label} ${about.name}`, 75),
    ...(consequence !== undefined && {
      confirm: {
        title: words(`${label}?`, 100),
        text: words(consequence, 300),
        confirm: words(label, 30),
        deny: words('Back', 30),
        style,
      },
    }),
  };
}
