/** One AWS Health event, or one page of it, as EventBridge delivered it. Times are ISO in UTC. */
export interface HealthEvent {
  /** Who is affected; in an organisation view this is not the account that received the event. */
  readonly account: string;
  readonly receivedBy: string;
  readonly eventArn: string;
  /** `communicationId` without its page suffix: what all pages and all copies of one communication share. */
  readonly communication: string;
  readonly page: number;
  readonly totalPages: number;
  readonly category: string;
  readonly eventTypeCode: string;
  readonly statusCode: string;
  readonly scope: string;
  /** The Region the event is about, `null` where it does not say. */
  readonly eventRegion: string | null;
  /** A copy that AWS delivers to the backup Region. */
  readonly backup: boolean;
  readonly sentAt: string;
  readonly startTime: string | null;
  readonly lastUpdatedTime: string | null;
  readonly description: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly entities: readonly HealthEntity[];
}

export interface HealthEntity {
  readonly value: string;
  readonly status: string | null;
}

/** What the pages of one communication to one account share. */
export function communicationKey({ communication, account, eventArn }: HealthEvent): string {
  return [communication, account, eventArn].join(' ');
}

/** The whole event once every page is there, `null` while pages are missing. */
export function assembled(pages: readonly HealthEvent[]): HealthEvent | null {
  const total = Math.max(0, ...pages.map(({ totalPages }) => totalPages));
  const byNumber = new Map(pages.map((page) => [page.page, page]));
  const first = byNumber.get(1) ?? pages[0];
  if (!first || byNumber.size < total) return null;

  const ordered = [...byNumber.values()].toSorted((a, b) => a.page - b.page);
  return { ...first, page: 1, totalPages: 1, entities: ordered.flatMap(({ entities }) => entities) };
}
