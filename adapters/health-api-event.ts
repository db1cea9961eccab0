import type { AffectedEntity, Event, EventDescription } from '@aws-sdk/client-health';
import type { HealthEvent } from '../domain/health-event.ts';

/** What the API tells of one event for one account, over several calls. */
interface ApiEvent {
  readonly account: string;
  readonly receivedBy?: string;
  readonly event?: Event | undefined;
  readonly eventDescription?: EventDescription | undefined;
  readonly eventMetadata?: Readonly<Record<string, string>> | undefined;
  readonly entities: readonly AffectedEntity[];
}

/**
 * The event as EventBridge would have delivered it: the API has other names for the same things, dates instead of text, and neither
 * pages nor a communication id.
 */
export function healthEventOf({
  account,
  receivedBy = account,
  event = {},
  eventDescription,
  eventMetadata,
  entities,
}: ApiEvent): HealthEvent {
  const { arn = '', region, startTime, lastUpdatedTime } = event;
  const sent = lastUpdatedTime ?? startTime ?? new Date(0);
  return {
    account,
    receivedBy,
    eventArn: arn,
    communication: arn,
    page: 1,
    totalPages: 1,
    category: event.eventTypeCategory ?? '',
    eventTypeCode: event.eventTypeCode ?? '',
    statusCode: event.statusCode ?? 'open',
    scope: event.eventScopeCode ?? '',
    eventRegion: region === undefined ? null : region === 'global' ? 'all' : region,
    backup: false,
    sentAt: sent.toISOString(),
    startTime: startTime?.toISOString() ?? null,
    lastUpdatedTime: lastUpdatedTime?.toISOString() ?? null,
    description: eventDescription?.latestDescription ?? '',
    metadata: eventMetadata ?? {},
    entities: entities.flatMap(({ entityValue, statusCode }) =>
      entityValue === undefined ? [] : [{ value: entityValue, status: statusCode ?? null }],
    ),
  };
}
