import type { Event, LookupEventsRequest, LookupEventsResponse } from '@aws-sdk/client-cloudtrail';
import type { AwsCall, Handlers } from '../handlers.ts';
import { AwsError } from '../wire/aws-error.ts';
import { daysBetween } from './metering.ts';
import type { Simulation } from './simulation.ts';
import type { CallRecord } from './call-records.ts';
import { callRecords } from './call-records.ts';
import type { Use } from './use.ts';
import { callsOn } from './use.ts';

const mostDays = 90;

/**
 * CloudTrail's management events of calls: one of each day's calls of each use, the newest first. A real trail has them all.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
 */
export function trailHandlers({ estates, now }: Simulation): Handlers {
  return {
    'cloudtrail:LookupEvents': (
      { LookupAttributes: attributes = [], StartTime, EndTime }: LookupEventsRequest,
      call: AwsCall,
    ): LookupEventsResponse => {
      const [attribute, ...more] = attributes;
      if (more.length > 0) throw new AwsError('InvalidLookupAttributesException', 'Only one attribute can be used.');
      const earliest = now().minus({ days: mostDays }).toJSDate();
      const from = StartTime && StartTime > earliest ? StartTime : earliest;
      const to = EndTime && EndTime < now().toJSDate() ? EndTime : now().toJSDate();
      const events = (estates(call.account, call.region).uses ?? [])
        .filter(({ endpoint }) => endpoint === 'bedrock-runtime')
        .flatMap((use, index) => daysBetween(from, to).flatMap((day) => recordsOn(use, day, index, call)))
        .filter(({ eventTime }) => new Date(eventTime) >= from && new Date(eventTime) <= to)
        .toSorted((a, b) => b.eventTime.localeCompare(a.eventTime))
        .map(event);
      return {
        Events: events.filter((one) => !attribute || isLike(one, attribute.AttributeKey, attribute.AttributeValue)),
      };
    },
  };
}

/** Early in the day, so that today has some too. */
function recordsOn(use: Use, day: string, index: number, call: AwsCall): readonly CallRecord[] {
  if (callsOn(use, day) === 0) return [];
  const minute = String((index * 7) % 60).padStart(2, '0');
  return callRecords(use, `${day}T00:${minute}:00Z`, call);
}

function event(record: CallRecord): Event {
  return {
    EventId: record.eventID,
    EventName: record.eventName,
    ReadOnly: 'true',
    EventTime: new Date(record.eventTime),
    EventSource: record.eventSource,
    Username: record.userIdentity.userName ?? '',
    Resources: [],
    CloudTrailEvent: JSON.stringify(record),
  };
}

function isLike(one: Event, key: string | undefined, value: string | undefined): boolean {
  switch (key) {
    case 'EventName':
      return one.EventName === value;
    case 'EventSource':
      return one.EventSource === value;
    case 'Username':
      return one.Username === value;
    default:
      throw new AwsError('InvalidLookupAttributesException', `${key ?? ''} is not simulated`);
  }
}
