import { DateTime } from 'luxon';
import type { CalendarDate } from '../../domain/calendar-date.ts';

export interface HealthEventFacts {
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly sentOn: CalendarDate;
  readonly text: string;
  readonly category?: 'accountNotification' | 'scheduledChange' | 'issue';
  readonly scope?: 'ACCOUNT_SPECIFIC' | 'PUBLIC';
  /** The account that received it, where that is the organisation's and not the affected one. */
  readonly receivedBy?: string;
  readonly entities?: readonly string[];
  readonly page?: number;
  readonly totalPages?: number;
  /** A copy delivered to the backup Region. */
  readonly backup?: boolean;
}

/** An `AWS Health Event` as EventBridge delivers it: numbers and booleans are text, times in `detail` are RFC 1123. */
export function healthEvent(facts: HealthEventFacts): Readonly<Record<string, unknown>> {
  const { id, account, region, sentOn, text, category = 'accountNotification', entities = [] } = facts;
  const sentAt = DateTime.fromISO(sentOn, { zone: 'utc' }).plus({ hours: 16 });
  const page = facts.page ?? 1;
  const code = category === 'issue' ? 'AWS_BEDROCK_OPERATIONAL_ISSUE' : 'AWS_BEDROCK_PLANNED_LIFECYCLE_EVENT';
  return {
    version: '0',
    id: `${id}-${page}${facts.backup ? '-backup' : ''}`,
    'detail-type': 'AWS Health Event',
    source: 'aws.health',
    account: facts.receivedBy ?? account,
    time: sentAt.toISO({ suppressMilliseconds: true }),
    region: facts.backup ? 'us-west-2' : region,
    resources: entities,
    detail: {
      eventArn: `arn:aws:health:${region}::event/BEDROCK/${code}/${code}_${id}`,
      service: 'BEDROCK',
      eventTypeCode: code,
      eventTypeCategory: category,
      eventScopeCode: facts.scope ?? 'ACCOUNT_SPECIFIC',
      communicationId: `${id}-${page}`,
      startTime: sentAt.toHTTP(),
      lastUpdatedTime: sentAt.toHTTP(),
      statusCode: 'open',
      eventRegion: region,
      eventDescription: [{ language: 'en_US', latestDescription: text }],
      affectedEntities: entities.map((entityValue) => ({ entityValue, status: 'PENDING' })),
      page: String(page),
      totalPages: String(facts.totalPages ?? 1),
      backupEvent: String(facts.backup ?? false),
      affectedAccount: account,
    },
  };
}
