/** What a look at one part of Sundial's surroundings showed. */
export interface Finding {
  /** What was looked at, in a few words: `Jira PAY: permission to create issues`. */
  readonly subject: string;
  /** `note` where only writing would show the rest; `unknown` where it could not be found out. */
  readonly state: 'fine' | 'note' | 'missing' | 'unknown';
  /** What was seen; never a secret. */
  readonly seen: string;
  /** What to do about it; `null` where there is nothing to do. */
  readonly fix: string | null;
}
