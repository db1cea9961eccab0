/** Detail of Sundial's own event `Ticket Changed`: a tracker says that something happened to a ticket, not what. */
export interface TicketChanged {
  readonly tracker: 'github' | 'jira' | 'servicenow' | 'pagerduty';
  /** The ticket's key or id, as the tracker's webhook names it. */
  readonly ticket: string;
  /** When the webhook came, ISO. */
  readonly at: string;
}
