/** One line of the audit trail: who did what to what, and when. */
export interface AuditEntry {
  /** The request's own key, so that one delivered twice is written once. */
  readonly key: string;
  /** A migration's id, or a model's where there is no migration. */
  readonly about: string;
  /** Slack's id of the person. */
  readonly who: string;
  /** ISO instant. */
  readonly at: string;
  /** In the words of the command: `snooze until 2026-12-01`. */
  readonly did: string;
  /** As they gave it; `null` where none was asked for. */
  readonly reason: string | null;
  /** `false` where they were not allowed to, and nothing was done. */
  readonly allowed: boolean;
}
