import type { DateTime } from 'luxon';
import type { Catalogue } from '../../../domain/catalogue.ts';
import { accounts } from '../../story/organisation.ts';
import type { Handlers } from '../handlers.ts';
import { agentHandlers } from './agents.ts';
import { batchJobHandlers } from './batch-jobs.ts';
import { bedrockRegions } from './bedrock-regions.ts';
import { customModelHandlers } from './custom-models.ts';
import type { Estates } from './estate.ts';
import type { TakeEvent } from './event-bus.ts';
import { eventBusHandlers } from './event-bus.ts';
import { flowHandlers } from './flows.ts';
import { foundationModelHandlers } from './foundation-models.ts';
import { healthHandlers } from './health.ts';
import { inferenceProfileHandlers } from './inference-profiles.ts';
import { invocationLogHandlers } from './invocation-log.ts';
import { knowledgeBaseHandlers } from './knowledge-bases.ts';
import { manyAccounts, sameEverywhere } from './many-accounts.ts';
import { metricHandlers } from './metrics.ts';
import { offeredModels } from './offered-models.ts';
import type { Member } from './places.ts';
import { placeHandlers } from './places.ts';
import { promptRouterHandlers } from './prompt-routers.ts';
import { promptHandlers } from './prompts.ts';
import { provisionedThroughputHandlers } from './provisioned-throughput.ts';
import { quotaHandlers } from './quotas.ts';
import { storyEstates } from './story/estates.ts';
import type { HealthNotice } from './story/notices.ts';
import { storyNotices } from './story/notices.ts';
import { tagHandlers } from './tags.ts';
import { trailHandlers } from './trail.ts';

/** What the simulated AWS holds: who there is, whom one may become, and what each call is answered. */
export interface SimulatedOrganization {
  /** Account the base credentials belong to. */
  readonly hub: string;
  readonly accounts: readonly Member[];
  readonly regions: readonly string[];
  /** Whether an account exists and lets the hub assume a role in it. */
  readonly trusts: (account: string) => boolean;
  readonly handlers: Handlers;
}

export interface OrganizationOptions {
  /** The organisation's clock: what is listed, used and migrated follows it. */
  readonly now: () => DateTime;
  readonly catalogue: Catalogue;
  readonly regions?: readonly string[];
  /** Accounts whose roles let nobody in. */
  readonly denying?: readonly string[];
  /** Without a plan AWS Health answers no question; on by default. */
  readonly hasSupportPlan?: boolean;
  /** What AWS Health has sent; the story's by default. */
  readonly notices?: readonly HealthNotice[];
  /** Where events go that are put on a bus; all are taken by default. */
  readonly takeEvent?: TakeEvent;
}

/** The Regions of the story. */
const storyRegions = ['us-east-1', 'eu-central-1', 'eu-west-1', 'ap-northeast-1'];

/** `simulatedOrganization` is the story's: three accounts, with at least one of every kind of thing that uses a model. */
export function simulatedOrganization(options: OrganizationOptions): SimulatedOrganization {
  const members = Object.entries(accounts).map(([name, id]) => ({ id, name }));
  return organization(members, storyEstates, { regions: storyRegions, ...options });
}

/** `largeOrganization` is for benchmarks: many accounts, every one the same in every Region. */
export function largeOrganization(accountCount: number, options: OrganizationOptions): SimulatedOrganization {
  return organization(manyAccounts(accountCount), sameEverywhere, { regions: bedrockRegions, ...options });
}

function organization(
  members: readonly Member[],
  estates: Estates,
  options: OrganizationOptions,
): SimulatedOrganization {
  const { now, catalogue, regions = [], denying = [], takeEvent = () => true } = options;
  const { hasSupportPlan = true, notices = storyNotices } = options;
  const simulation = { estates, catalogue, now, offered: offeredModels(catalogue, now) };
  const hub = members[0]?.id ?? '';
  return {
    hub,
    accounts: members,
    regions,
    trusts: (account) => members.some(({ id }) => id === account) && !denying.includes(account),
    handlers: {
      ...placeHandlers(members, regions, hub),
      ...foundationModelHandlers(simulation),
      ...inferenceProfileHandlers(simulation),
      ...provisionedThroughputHandlers(simulation),
      ...customModelHandlers(simulation),
      ...batchJobHandlers(simulation),
      ...promptRouterHandlers(simulation),
      ...agentHandlers(simulation),
      ...promptHandlers(simulation),
      ...flowHandlers(simulation),
      ...knowledgeBaseHandlers(simulation),
      ...tagHandlers(simulation),
      ...metricHandlers(simulation),
      ...trailHandlers(simulation),
      ...invocationLogHandlers(simulation),
      ...quotaHandlers(simulation),
      ...healthHandlers(simulation, hub, { hasSupportPlan, notices }),
      ...eventBusHandlers(takeEvent),
    },
  };
}
