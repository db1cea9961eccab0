/** The forms that people fill in: Slack calls them modals. */
export const formNames = ['compare', 'snooze', 'owner', 'replace', 'waive'] as const;
export type FormName = (typeof formNames)[number];

/** What a person gave in a form, by the name of the field; `null` where nothing was given. */
export type FormFields = Readonly<Record<string, string | readonly string[] | null>>;

/** What somebody asked for in Slack, as it is handed on. */
export type Asked =
  /** Words after `/sundial`, typed or on a button; with `--share` among them the channel sees the answer. */
  | { readonly kind: 'command'; readonly text: string }
  /** A button that does its work without asking anything more. */
  | { readonly kind: 'button'; readonly button: ButtonName; readonly about: string }
  /**
   * A form stands open and waits to be filled, or to be filled again with what was given so far. `about` is a migration's id; `null`
   * where the person names the model in the form.
   */
  | {
      readonly kind: 'openForm';
      readonly form: FormName;
      readonly viewId: string;
      readonly about: string | null;
      readonly fields: FormFields;
    }
  | {
      readonly kind: 'submitForm';
      readonly form: FormName;
      readonly about: string | null;
      readonly fields: FormFields;
    }
  | { readonly kind: 'openHome' };

/**
 * Buttons beside forms: `about` is a migration's id, but for `cancelRun` and `askAgain`, where it is a run's, and for those of custom models,
 * where it is that of the custom model's migration.
 */
export const buttonNames = [
  'acknowledge',
  'watch',
  'cancelRun',
  'askAgain',
  'startCustom',
  'approveCustom',
  'refuseCustom',
  'cancelCustom',
] as const;
export type ButtonName = (typeof buttonNames)[number];

/** Detail of Sundial's own event `Slack Request Received`: the Slack function took it, verified it, and does no more of it. */
export interface SlackRequest {
  /** The same for the same request, however often it is delivered. */
  readonly key: string;
  /** ISO instant. */
  readonly at: string;
  /** Slack's id of the person. */
  readonly user: string;
  /** Slack's id of the channel in which it was asked; `null` in App Home. */
  readonly channel: string | null;
  /** Takes five answers in half an hour; `null` where Slack gave none. */
  readonly responseUrl: string | null;
  readonly asked: Asked;
}
