/** One ticket in a tracker that speaks Markdown. */
export interface Ticket {
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
}
