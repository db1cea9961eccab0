import type {
  AffectedEntity,
  DescribeAffectedAccountsForOrganizationRequest,
  DescribeAffectedEntitiesForOrganizationRequest,
  DescribeAffectedEntitiesRequest,
  DescribeEventDetailsForOrganizationRequest,
  DescribeEventDetailsRequest,
  DescribeEventsForOrganizationRequest,
  DescribeEventsRequest,
  Event,
} from '@aws-sdk/client-health';
import { AwsError } from '../wire/aws-error.ts';
import type { AwsCall, Handlers } from '../handlers.ts';
import { matchesFilter } from './health-filter.ts';
import type { Simulation } from './simulation.ts';
import { midnight, today } from './simulation.ts';
import type { HealthNotice } from './story/notices.ts';

/** Most that one call may ask details of. */
const mostDetails = 10;

/** AWS Health's API: an account sees its own events, the hub all; neither without a support plan. */
export function healthHandlers(
  simulation: Simulation,
  hub: string,
  { hasSupportPlan, notices }: { readonly hasSupportPlan: boolean; readonly notices: readonly HealthNotice[] },
): Handlers {
  const sent = () => notices.filter(({ sentOn }) => sentOn <= today(simulation));
  const own = ({ account }: AwsCall) => sent().filter((notice) => notice.account === account);
  const planned =
    <Input, Output extends object>(answer: (input: Input, call: AwsCall) => Output) =>
    (input: Input, call: AwsCall): Output => {
      if (!hasSupportPlan)
        throw new AwsError(
          'SubscriptionRequiredException',
          'AWS Premium Support Subscription is required to use this service.',
        );
      return answer(input, call);
    };
  const forHub = <Input, Output extends object>(answer: (input: Input) => Output) =>
    planned((input: Input, call) => {
      if (call.account !== hub)
        throw new AwsError('AccessDeniedException', 'The account is not the organization’s management account.');
      return answer(input);
    });
  const find = (eventArn: string | undefined, account?: string) =>
    sent().find((notice) => notice.arn === eventArn && (!account || notice.account === account));

  return {
    'health:DescribeEvents': planned(({ filter }: DescribeEventsRequest, call) => ({
      events: own(call)
        .filter((notice) => matchesFilter(notice, filter))
        .map(event),
    })),
    'health:DescribeEventsForOrganization': forHub(({ filter }: DescribeEventsForOrganizationRequest) => {
      const events = sent()
        .filter((notice) => matchesFilter(notice, filter))
        .map(event);
      return { events: [...new Map(events.map((one) => [one.arn, one])).values()] };
    }),
    'health:DescribeEventDetails': planned(({ eventArns = [] }: DescribeEventDetailsRequest, call) => {
      const asked = atMost(eventArns).map((eventArn) => ({ eventArn, notice: find(eventArn, call.account) }));
      return {
        successfulSet: asked.flatMap(({ notice }) => (notice ? [details(notice)] : [])),
        failedSet: asked.flatMap(({ eventArn, notice }) => (notice ? [] : [{ eventArn, ...notFound }])),
      };
    }),
    'health:DescribeEventDetailsForOrganization': forHub(
      ({ organizationEventDetailFilters: filters = [] }: DescribeEventDetailsForOrganizationRequest) => {
        const asked = atMost(filters).map(({ eventArn, awsAccountId }) => ({
          eventArn,
          awsAccountId,
          notice: find(eventArn, awsAccountId),
        }));
        return {
          successfulSet: asked.flatMap(({ notice }) =>
            notice ? [{ ...details(notice), awsAccountId: notice.account }] : [],
          ),
          failedSet: asked.flatMap(({ notice, ...one }) => (notice ? [] : [{ ...one, ...notFound }])),
        };
      },
    ),
    'health:DescribeAffectedAccountsForOrganization': forHub(
      ({ eventArn }: DescribeAffectedAccountsForOrganizationRequest) => ({
        affectedAccounts: sent()
          .filter(({ arn }) => arn === eventArn)
          .map(({ account }) => account),
        eventScopeCode: 'ACCOUNT_SPECIFIC',
      }),
    ),
    'health:DescribeAffectedEntities': planned(({ filter }: DescribeAffectedEntitiesRequest, call) => ({
      entities: own(call)
        .filter(({ arn }) => filter?.eventArns?.includes(arn))
        .flatMap(entities),
    })),
    'health:DescribeAffectedEntitiesForOrganization': forHub(
      ({ organizationEntityAccountFilters = [] }: DescribeAffectedEntitiesForOrganizationRequest) => {
        const filters = atMost(organizationEntityAccountFilters);
        const found = filters.flatMap(({ eventArn, awsAccountId }) => find(eventArn, awsAccountId) ?? []);
        return { entities: found.flatMap(entities), failedSet: [] };
      },
    ),
  };
}

const notFound = { errorName: 'InvalidEventArn', errorMessage: 'The event does not exist.' };

function atMost<Item>(items: readonly Item[]): readonly Item[] {
  if (items.length > mostDetails)
    throw new AwsError('ValidationException', `at most ${mostDetails} events in one call`);
  return items;
}

function event(notice: HealthNotice): Event {
  return {
    arn: notice.arn,
    service: notice.service,
    eventTypeCode: notice.code,
    eventTypeCategory: notice.category,
    region: notice.region,
    startTime: midnight(notice.sentOn),
    lastUpdatedTime: midnight(notice.sentOn),
    statusCode: 'open',
    eventScopeCode: 'ACCOUNT_SPECIFIC',
  };
}

function details(notice: HealthNotice) {
  return { event: event(notice), eventDescription: { latestDescription: notice.text } };
}

function entities(notice: HealthNotice): readonly AffectedEntity[] {
  return notice.entities.map((entityValue) => ({
    eventArn: notice.arn,
    entityArn: `arn:aws:health:${notice.region}:${notice.account}:entity/${Buffer.from(entityValue).toString('base64url').slice(0, 24)}`,
    entityValue,
    awsAccountId: notice.account,
    lastUpdatedTime: midnight(notice.sentOn),
    statusCode: 'PENDING',
  }));
}
