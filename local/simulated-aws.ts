import { createHash } from 'node:crypto';
import type { PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { DateTime } from 'luxon';
import { awsAccess } from '../adapters/aws-access.ts';
import { eventBus } from '../adapters/event-bus.ts';
import type { HealthAnswer } from '../adapters/health-api.ts';
import { openHealthEventsOfOrganization } from '../adapters/health-api.ts';
import { healthClient } from '../adapters/health-endpoint.ts';
import { awsSurvey } from '../adapters/survey.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { LifecycleChanged } from '../domain/lifecycle-changed.ts';
import type { SweepScope } from '../domain/sweep-scope.ts';
import type { Survey } from '../handlers/sweep-ports.ts';
import { simulatedOrganization } from './aws/organization/organization.ts';
import type { FakeAws } from './aws/server.ts';
import { startFakeAws } from './aws/server.ts';

export interface SimulatedAws {
  readonly survey: Survey;
  /** Puts changes on the simulated bus, and returns when whoever listens there has taken them. */
  readonly announce: (changes: readonly LifecycleChanged[]) => Promise<void>;
  /** What the simulated AWS Health holds open, for the whole organisation. */
  readonly healthEvents: () => Promise<HealthAnswer>;
  /** What is out of order there; nothing, unless somebody says so. */
  readonly faults: FakeAws['faults'];
  readonly close: () => Promise<void>;
}

interface SimulatedAwsOptions {
  readonly scope: SweepScope;
  readonly catalogue: Catalogue;
  readonly now: () => DateTime;
  readonly pageSize?: number | undefined;
  readonly deliver: (event: unknown) => Promise<unknown>;
}

const homeRegion = 'us-east-1';

/** The simulated organisation, behind the same clients and adapters that ask the real one. */
export async function startSimulatedAws({
  scope,
  catalogue,
  now,
  pageSize = 100,
  deliver,
}: SimulatedAwsOptions): Promise<SimulatedAws> {
  const taken: PutEventsRequestEntry[] = [];
  const organization = simulatedOrganization({ now, catalogue, takeEvent: (entry) => taken.push(entry) > 0 });
  const aws = await startFakeAws({ organization, pageSize });
  // Nobody's quota has to be spared here, and what is out of order stays so.
  const access = { ...awsAccess({ endpoint: aws.endpoint, credentials: aws.credentials }), maxAttempts: 2 };
  const wait = () => Promise.resolve();
  const put = eventBus('sundial', new EventBridgeClient({ ...access, region: homeRegion }));

  return {
    survey: awsSurvey({ ...scope, organization: true }, { access, homeRegion, now, wait }),
    async announce(changes) {
      await put(changes.map((detail) => ({ detailType: 'Model Lifecycle Changed', detail })));
      for (const entry of taken.splice(0)) await deliver(eventOf(entry, organization.hub, now));
    },
    healthEvents: async () => openHealthEventsOfOrganization(await healthClient(access), organization.hub),
    faults: aws.faults,
    close: aws.close,
  };
}

/** What EventBridge makes of an entry. The same entry at the same time is the same event, so that a repeat is known as one. */
function eventOf({ Source, DetailType, Detail = '{}' }: PutEventsRequestEntry, account: string, now: () => DateTime) {
  const time = now().toUTC().startOf('second').toISO({ suppressMilliseconds: true }) ?? '';
  return {
    version: '0',
    id: createHash('sha256').update([time, DetailType, Detail].join(' ')).digest('hex').slice(0, 32),
    'detail-type': DetailType,
    source: Source,
    account,
    time,
    region: homeRegion,
    resources: [],
    detail: JSON.parse(Detail) as unknown,
  };
}
