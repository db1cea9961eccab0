import { OrganizationsClient, paginateListAccounts } from '@aws-sdk/client-organizations';
import type { DateTime } from 'luxon';
import type { Place } from '../domain/coverage.ts';
import type { SweepScope } from '../domain/sweep-scope.ts';
import type { CallerIdentity } from './account-access.ts';
import { callerIdentity, spokeAccess } from './account-access.ts';
import type { AwsAccess } from './aws-access.ts';
import { awsClients } from './aws-clients.ts';
import { enabledRegions, regionsWithBedrock } from './bedrock-regions.ts';
import { CallError } from './call-error.ts';
import { sweepLimits } from './call-limits.ts';
import type { Listing } from './inventory/foundation-models.ts';
import { isStillOffered, listFoundationModels } from './inventory/foundation-models.ts';
import type { PlaceReading, PlaceTerms } from './inventory/read-place.ts';
import { readPlace } from './inventory/read-place.ts';

interface SurveyOptions {
  readonly access: AwsAccess;
  /** The Region in which account-wide questions are asked. */
  readonly homeRegion: string;
  readonly now: () => DateTime;
  /** Calls under way at once, over all accounts and Regions. */
  readonly sideBySide?: number;
  /** How the slowest services' quotas are waited for; the real clock by default. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** AWS itself, as a sweep sees it: every account of the scope through its read-only role, every Region with Bedrock. */
export function awsSurvey(scope: SweepScope, { access, homeRegion, now, sideBySide = 32, wait }: SurveyOptions) {
  const limits = sweepLimits(sideBySide, wait);
  const accesses = new Map<string, Promise<AwsAccess>>();
  let identity: Promise<CallerIdentity> | undefined;
  let withBedrock: Promise<readonly string[]> | undefined;

  const self = () => (identity ??= callerIdentity(access, homeRegion));
  const accessTo = (account: string) => {
    const made = accesses.get(account) ?? accessOf(account);
    accesses.set(account, made);
    return made;
  };
  const accessOf = async (account: string) => {
    const caller = await self();
    if (account === caller.account) return access;
    const role = { name: scope.role, externalId: scope.externalId ?? undefined };
    return spokeAccess(access, { ...caller, account }, role, homeRegion, () => now().toMillis());
  };
  const clientsFor = async ({ account, region }: Place) => awsClients(await accessTo(account), region, limits());

  return {
    /** The accounts of the scope. Throws `CallError`. */
    async accounts(): Promise<readonly string[]> {
      if (scope.accounts) return scope.accounts;
      return scope.organization ? organizationAccounts(access, homeRegion) : [(await self()).account];
    },
    /** The Regions of an account that have Bedrock. Throws `CallError`. */
    async regions(account: string): Promise<readonly string[]> {
      if (scope.regions) return scope.regions;
      withBedrock ??= regionsWithBedrock(access, homeRegion);
      const [enabled, offered] = await Promise.all([enabledRegions(await accessTo(account), homeRegion), withBedrock]);
      return enabled.filter((region) => offered.includes(region));
    },
    /** Throws `CallError`. */
    async listing(place: Place): Promise<Listing> {
      return listFoundationModels((await clientsFor(place)).bedrock, place.region);
    },
    /** Throws `CallError`. */
    async isStillOffered(place: Place, modelId: string): Promise<boolean> {
      return isStillOffered((await clientsFor(place)).bedrock, modelId);
    },
    /** Throws `CallError` only where the account cannot be entered at all. */
    async place(place: Place, terms: PlaceTerms): Promise<PlaceReading> {
      return readPlace({ place, clients: await clientsFor(place), now: now() }, terms);
    },
  };
}

async function organizationAccounts(access: AwsAccess, region: string): Promise<readonly string[]> {
  const accounts: string[] = [];
  try {
    for await (const { Accounts = [] } of paginateListAccounts(
      { client: new OrganizationsClient({ ...access, region }) },
      {},
    ))
      accounts.push(...Accounts.flatMap(({ Id, State, Status }) => ((State ?? Status) === 'ACTIVE' && Id ? [Id] : [])));
  } catch (fault) {
    throw new CallError('organizations:ListAccounts', fault);
  }
  return accounts.toSorted();
}
