import type { FormName } from '../../domain/slack-request.ts';

/** What stands over each form, and on the button that sends it; Slack gives either 24 characters. */
export const formWords: Readonly<Record<FormName, { readonly title: string; readonly submit: string }>> = {
  compare: { title: 'Compare two models', submit: 'Start the run' },
  snooze: { title: 'Snooze reminders', submit: 'Snooze' },
  owner: { title: 'Name the owner', submit: 'Save' },
  replace: { title: 'Choose a replacement', submit: 'Save' },
  waive: { title: 'Private arrangement', submit: 'Save' },
};
