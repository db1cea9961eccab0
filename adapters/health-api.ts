import type {
  AffectedEntity,
  Event,
  HealthClient,
  EventAccountFilter,
  OrganizationEvent,
} from '@aws-sdk/client-health';
import {
  DescribeEventDetailsCommand,
  DescribeEventDetailsForOrganizationCommand,
  paginateDescribeAffectedAccountsForOrganization,
  paginateDescribeAffectedEntities,
  paginateDescribeAffectedEntitiesForOrganization,
  paginateDescribeEvents,
  paginateDescribeEventsForOrganization,
} from '@aws-sdk/client-health';
import type { HealthEvent } from '../domain/health-event.ts';
import { healthEventOf } from './health-api-event.ts';

/** What AWS Health's API told; without a support plan it tells nothing, and EventBridge alone is left. */
export type HealthAnswer =
  { readonly kind: 'events'; readonly events: readonly HealthEvent[] } | { readonly kind: 'noSupportPlan' };

/** Most events that one call gives details or entities of. */
const atOnce = 10;

const open = { services: ['BEDROCK'], eventStatusCodes: ['open', 'upcoming'] } satisfies {
  services: string[];
  eventStatusCodes: ('open' | 'upcoming')[];
};

/**
 * The events about Bedrock that are open for one account, details and entities included.
 * @see https://docs.aws.amazon.com/health/latest/APIReference/API_DescribeEventDetails.html
 */
export function openHealthEvents(client: HealthClient, account: string): Promise<HealthAnswer> {
  return planned(async () => {
    const events = await every(
      paginateDescribeEvents({ client }, { filter: open, maxResults: 100 }),
      (page) => page.events,
    );
    const read: HealthEvent[] = [];
    for (const some of chunks(events.flatMap(({ arn }) => arn ?? []))) {
      const { successfulSet = [], failedSet = [] } = await client.send(
        new DescribeEventDetailsCommand({ eventArns: some }),
      );
      complain(failedSet);
      const entities = await every(
        paginateDescribeAffectedEntities({ client }, { filter: { eventArns: some }, maxResults: 100 }),
        (page) => page.entities,
      );
      read.push(
        ...successfulSet.map((details) =>
          healthEventOf({ ...details, account, entities: of(details.event, entities) }),
        ),
      );
    }
    return read;
  });
}

/** The same for every account of the organisation, as its management or delegated administrator account sees them. */
export function openHealthEventsOfOrganization(client: HealthClient, receivedBy: string): Promise<HealthAnswer> {
  return planned(async () => {
    const events = await every(
      paginateDescribeEventsForOrganization({ client }, { filter: open, maxResults: 100 }),
      (page) => page.events,
    );
    const filters: EventAccountFilter[] = [];
    for (const event of events) filters.push(...(await accountsOf(client, event)));

    const read: HealthEvent[] = [];
    for (const some of chunks(filters)) {
      const { successfulSet = [], failedSet = [] } = await client.send(
        new DescribeEventDetailsForOrganizationCommand({ organizationEventDetailFilters: some }),
      );
      complain(failedSet);
      const entities = await every(
        paginateDescribeAffectedEntitiesForOrganization(
          { client },
          { organizationEntityAccountFilters: some, maxResults: 100 },
        ),
        (page) => page.entities,
      );
      for (const { awsAccountId: account = receivedBy, ...details } of successfulSet) {
        const own = of(details.event, entities).filter(({ awsAccountId }) => (awsAccountId ?? account) === account);
        read.push(healthEventOf({ ...details, account, receivedBy, entities: own }));
      }
    }
    return read;
  });
}

/** What AWS would not tell of some events. */
export class HealthDetailsError extends Error {
  override readonly name = 'HealthDetailsError';
}

async function accountsOf(
  client: HealthClient,
  { arn, eventScopeCode }: OrganizationEvent,
): Promise<EventAccountFilter[]> {
  if (eventScopeCode === 'PUBLIC') return [{ eventArn: arn }];
  const accounts = await every(
    paginateDescribeAffectedAccountsForOrganization({ client }, { eventArn: arn, maxResults: 100 }),
    (page) => page.affectedAccounts,
  );
  return accounts.map((awsAccountId) => ({ eventArn: arn, awsAccountId }));
}

/** The client models no such exception, so its name has to do. */
async function planned(read: () => Promise<readonly HealthEvent[]>): Promise<HealthAnswer> {
  try {
    return { kind: 'events', events: await read() };
  } catch (error) {
    if (error instanceof Error && error.name === 'SubscriptionRequiredException') return { kind: 'noSupportPlan' };
    throw error;
  }
}

function complain(
  failed: readonly { readonly eventArn?: string | undefined; readonly errorMessage?: string | undefined }[],
): void {
  const [first] = failed;
  if (first)
    throw new HealthDetailsError(
      `${failed.length} events have no details, first ${first.eventArn ?? ''}: ${first.errorMessage ?? ''}`,
    );
}

async function every<Page, Item>(
  pages: AsyncIterable<Page>,
  items: (page: Page) => readonly Item[] | undefined,
): Promise<Item[]> {
  const all: Item[] = [];
  for await (const page of pages) all.push(...(items(page) ?? []));
  return all;
}

function of(event: Event | undefined, entities: readonly AffectedEntity[]): readonly AffectedEntity[] {
  return entities.filter(({ eventArn }) => eventArn === event?.arn);
}

function chunks<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / atOnce) }, (_, index) =>
    items.slice(index * atOnce, (index + 1) * atOnce),
  );
}
