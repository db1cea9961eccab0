import type { ViewStateValue } from '@slack/bolt';
import type { FormFields } from '../../domain/slack-request.ts';

/** As Slack gives them: block, then element, then what stands in it. Every input of ours is called `value`. */
type ViewState = Readonly<Record<string, Readonly<Record<string, ViewStateValue>>>>;

/** What stands in a form, by the name of the field. */
export function formFields(state: ViewState): FormFields {
  return Object.fromEntries(
    Object.entries(state).map(([field, elements]) => [field, given(elements['value'] ?? Object.values(elements)[0])]),
  );
}

/** Files and people by their ids, options by their values; several are a list. */
function given(element: ViewStateValue | undefined): string | readonly string[] | null {
  if (!element) return null;
  const { files, selected_options: options, selected_users: users } = element;
  return (
    files?.map(({ id }) => id) ??
    options?.map(({ value }) => value) ??
    users ??
    element.value ??
    element.selected_option?.value ??
    element.selected_user ??
    element.selected_date ??
    element.selected_channel ??
    element.selected_conversation ??
    null
  );
}
