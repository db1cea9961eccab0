import type { DateTime } from 'luxon';
import type { BurnDown } from './burn-down.ts';
import { burnDown } from './burn-down.ts';
import { utcDay } from './calendar-date.ts';
import type { Catalogue } from './catalogue.ts';
import type { Configuration } from './configuration.ts';
import type { CostOfWaiting } from './cost-of-waiting.ts';
import { costOfWaiting } from './cost-of-waiting.ts';
import type { IdleAccount } from './idle.ts';
import { idleAccounts } from './idle.ts';
import type { Inventory } from './inventory.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Migration } from './migration.ts';
import type { OwnDependent } from './own-dependents.ts';
import { ownDependents } from './own-dependents.ts';
import type { PriceList } from './price-list.ts';
import type { QuotaNeed } from './quota-need.ts';
import { quotaNeeds } from './quota-need.ts';
import type { Reading } from './reading.ts';
import { reading } from './reading.ts';
import type { UseByDay } from './team-use.ts';
import { teamUse, useByDay } from './team-use.ts';
import type { Timeline } from './timeline.ts';

/** What the sweep knows of a team's use of the model it must leave. */
export interface Presence {
  /** Present ones, by kind and place. */
  readonly dependents: readonly OwnDependent[];
  readonly reading: Reading;
  readonly use: UseByDay;
  readonly burnDown: BurnDown;
  readonly idle: readonly IdleAccount[];
  readonly cost: CostOfWaiting | null;
  readonly quotas: readonly QuotaNeed[];
}

/** What presence is worked out from, beside the inventory. */
export interface PresenceFacts {
  readonly migration: Migration;
  /** Name of the team, which is not the migration's where that one has left the configuration. */
  readonly team: string;
  readonly lifecycle: Lifecycle;
  readonly timeline: Timeline;
  readonly replacementId: string | null;
  readonly catalogue: Catalogue;
  readonly configuration: Configuration;
  readonly priceList: PriceList;
  readonly now: DateTime;
}

export function presenceOf(inventory: Inventory, facts: PresenceFacts): Presence {
  const { migration, team, lifecycle, timeline, replacementId, catalogue, configuration, priceList, now } = facts;
  const { modelId, openedOn, affected, prices } = migration;
  const { policy } = configuration;
  const today = utcDay(now);
  const use = teamUse(team, inventory.usage, [...inventory.dependents, ...inventory.former], configuration);
  const dependents = ownDependents(inventory.dependents, facts, use);
  const used = useByDay(use);
  const places = [...affected, ...dependents.map((one) => one.ownership.dependent), ...use.map(({ usage }) => usage)];
  const read = reading(places, inventory.coverage, now);
  const nameOf = (id: string) => catalogue.find(id)?.name ?? id;
  const burndownOf = (id: string | null) => (id === null ? null : (catalogue.find(id)?.burndown ?? null));

  return {
    dependents,
    reading: read,
    use: used,
    burnDown: burnDown({
      old: used,
      replacement: useByDay(teamUse(team, inventory.replacementUsage, inventory.replacementDependents, configuration)),
      phases: timeline.phases,
      openedOn,
      seenThrough: read.usedThrough,
      tolerancePercent: policy.behindPlanPercent,
    }),
    idle: idleAccounts({
      stage: timeline.stage,
      dependents: dependents.map((one) => one.ownership.dependent),
      use,
      reading: read,
      today,
      warningDays: policy.idleWarningDays,
    }),
    cost: costOfWaiting({
      modelId,
      replacement: replacementId === null ? null : { modelId: replacementId, name: nameOf(replacementId) },
      dates: lifecycle.dates,
      prices,
      priceList,
      use,
      seenThrough: read.usedThrough,
      today,
    }),
    quotas: quotaNeeds({
      use,
      burndown: burndownOf(modelId),
      replacementBurndown: burndownOf(replacementId),
      replacementId,
      quotas: inventory.quotas,
      today,
    }),
  };
}
