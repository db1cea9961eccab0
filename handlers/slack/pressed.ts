import type { BlockAction, BlockElementAction } from '@slack/bolt';
import type { ButtonName, FormName } from '../../domain/slack-request.ts';
import { formNames } from '../../domain/slack-request.ts';

/** What pressing something in a message, an answer or App Home comes to. */
export type Pressing =
  | { readonly kind: 'button'; readonly button: ButtonName; readonly about: string }
  | { readonly kind: 'form'; readonly form: FormName; readonly about: string | null }
  | { readonly kind: 'command'; readonly text: string }
  /** Slack opens the address by itself, and wants to be answered all the same. */
  | { readonly kind: 'link' };

/** `null` for what no message of ours holds. */
export function pressing(action: BlockElementAction): Pressing | null {
  const name = action.action_id === 'more' ? valueOf(action) : action.action_id.split(':')[0];
  const migration = /^migration:(?<id>.+)$/.exec(action.block_id)?.groups?.['id'] ?? null;
  const form = formNames.find((one) => one === name);
  if (form) return { kind: 'form', form, about: migration };
  switch (name) {
    case 'acknowledge':
    case 'watch':
      return migration === null ? null : { kind: 'button', button: name, about: migration };
    case 'cancel-run':
      return { kind: 'button', button: 'cancelRun', about: valueOf(action) };
    case 'ask-again':
      return { kind: 'button', button: 'askAgain', about: valueOf(action) };
    case 'start-custom':
      return { kind: 'button', button: 'startCustom', about: valueOf(action) };
    case 'approve-custom':
      return { kind: 'button', button: 'approveCustom', about: valueOf(action) };
    case 'refuse-custom':
      return { kind: 'button', button: 'refuseCustom', about: valueOf(action) };
    case 'cancel-custom':
      return { kind: 'button', button: 'cancelCustom', about: valueOf(action) };
    case 'run-command':
      return { kind: 'command', text: valueOf(action) };
    case 'timeline':
      return migration === null ? null : { kind: 'command', text: `timeline ${modelOf(migration)}` };
    case 'open-ticket':
    case 'open-thread':
    case 'open-report':
      return { kind: 'link' };
    default:
      return null;
  }
}

/** What an input or a button inside a form changes: the form is filled anew. */
export function isInForm({ view }: BlockAction): boolean {
  return view?.type === 'modal';
}

/** A migration is a model and a team, and no team has a slash in its name. */
function modelOf(migration: string): string {
  return migration.slice(0, migration.lastIndexOf('/'));
}

function valueOf(action: BlockElementAction): string {
  if (action.type === 'overflow') return action.selected_option.value;
  return action.type === 'button' ? (action.value ?? '') : '';
}
