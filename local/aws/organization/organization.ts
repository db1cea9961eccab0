import type { DateTime } from 'luxon';
import type { Catalogue } from '../../../domain/catalogue.ts';
import { accounts } from '../../story/organisation.ts';
import type { Handlers } from '../handlers.ts';
import { foundationModelHandlers } from './foundation-models.ts';
import { placeHandlers } from './places.ts';

/** What the simulated AWS holds: who there is, whom one may become, and what each call is answered. */
export interface SimulatedOrganization {
  /** Account the base credentials belong to. */
  readonly hub: string;
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
}

/** The Regions of the story. */
const storyRegions = ['us-east-1', 'eu-central-1', 'eu-west-1', 'ap-northeast-1'];

/** Three accounts, made up, with at least one of every kind of thing that uses a model. */
export function simulatedOrganization(options: OrganizationOptions): SimulatedOrganization {
  const { now, catalogue, regions = storyRegions, denying = [] } = options;
  const members = Object.entries(accounts).map(([name, id]) => ({ id, name }));
  return {
    hub: accounts.payments,
    trusts: (account) => members.some(({ id }) => id === account) && !denying.includes(account),
    handlers: { ...placeHandlers(members, regions, accounts.payments), ...foundationModelHandlers(catalogue, now) },
  };
}
