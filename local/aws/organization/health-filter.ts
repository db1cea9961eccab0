import type { DateTimeRange, EventFilter, OrganizationEventFilter } from '@aws-sdk/client-health';
import { midnight } from './simulation.ts';
import type { HealthNotice } from './story/notices.ts';

type Filter = Partial<EventFilter & Omit<OrganizationEventFilter, 'regions'>>;

/** Whether an event is among those that a filter asks for; what a filter does not mention, it allows. */
export function matchesFilter(notice: HealthNotice, filter: Filter | undefined): boolean {
  const { services, regions, eventArns, eventTypeCodes, eventTypeCategories, eventStatusCodes, awsAccountIds } =
    filter ?? {};
  const ranges = [
    ...(filter?.startTimes ?? []),
    ...(filter?.lastUpdatedTimes ?? []),
    ...[filter?.startTime, filter?.lastUpdatedTime].filter((range) => range !== undefined),
  ];
  return (
    allows(services, notice.service) &&
    allows(regions, notice.region) &&
    allows(eventArns, notice.arn) &&
    allows(eventTypeCodes, notice.code) &&
    allows(eventTypeCategories, notice.category) &&
    allows(eventStatusCodes, 'open') &&
    allows(awsAccountIds, notice.account) &&
    ranges.every((range) => isIn(range, midnight(notice.sentOn)))
  );
}

function allows(wanted: readonly string[] | undefined, value: string): boolean {
  return wanted === undefined || wanted.length === 0 || wanted.includes(value);
}

function isIn({ from, to }: DateTimeRange, instant: Date): boolean {
  return (!from || instant >= from) && (!to || instant <= to);
}
