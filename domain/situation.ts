import type { DateTime } from 'luxon';
import type { Catalogue } from './catalogue.ts';
import { knowledgeOf } from './catalogue.ts';
import type { Configuration } from './configuration.ts';
import { utcDay } from './calendar-date.ts';
import type { CustomModelMigration } from './custom-models/custom-model-migration.ts';
import type { PlannedTraining } from './custom-models/training-plan.ts';
import { plannedTraining } from './custom-models/training-plan.ts';
import type { DateThatMatters } from './dates-that-matter.ts';
import { datesThatMatter } from './dates-that-matter.ts';
import type { Resting } from './resting.ts';
import { restingOf } from './resting.ts';
import { teamNamed } from './configuration.ts';
import type { Inventory } from './inventory.ts';
import { noInventory } from './inventory.ts';
import type { Rung } from './ladder.ts';
import { rungReached } from './ladder.ts';
import type { Lifecycle } from './lifecycle.ts';
import { afterVerdict } from './moved-on.ts';
import type { Knowledge } from './merge-words.ts';
import { mergeWords, whereRegionsDiffer } from './merge-words.ts';
import type { Migration } from './migration.ts';
import type { Presence } from './presence.ts';
import { presenceOf } from './presence.ts';
import type { PriceList } from './price-list.ts';
import { noPrices } from './price-list.ts';
import type { Successor } from './replacement.ts';
import { foundReplacement, recommendationsFor, replacementFor } from './replacement.ts';
import type { Returned } from './standing.ts';
import { standingOf } from './standing.ts';
import type { Team } from './team.ts';
import type { Tracker } from './tracker.ts';
import { timeline } from './timeline.ts';

/** Everything that is true of one migration at one moment: what messages, tickets, pages and decisions are made from. */
export interface Situation extends PlannedTraining {
  /** With the status that is true now. */
  readonly migration: Migration;
  /** As AWS displays the model, or its id where no catalogue entry names it. */
  readonly modelName: string;
  readonly team: Team;
  /** Where the ticket of the model's campaign is, which all teams' tickets hang below; `null` where there is none. */
  readonly campaign: Tracker | null;
  readonly lifecycle: Lifecycle;
  /** Each affected Region's own dates, where they are not all the same. */
  readonly byRegion: readonly Lifecycle[];
  readonly successor: Successor;
  readonly jobs: readonly JobRecord[];
  /** What the sweep knows of the team's own use. */
  readonly presence: Presence;
  /** Why it is open again although it was done; `null` where it was not. */
  readonly returned: Returned | null;
  /** Days on which the model changes under the team, past ones too, the earliest first. */
  readonly matters: readonly DateThatMatters[];
  /** Whether reminders rest: somebody snoozed them, or has an arrangement with the provider. */
  readonly resting: Resting;
  /** Slack's ids of those who want to be called when there is news. */
  readonly watchers: readonly string[];
  /** The rung of the escalation ladder that is reached, told or not. */
  readonly rung: Rung | null;
  readonly now: DateTime;
}

/** A Bedrock job that touched the model: it goes on the model's timeline. */
export interface JobRecord {
  readonly modelId: string;
  readonly kind: 'modelCustomization' | 'batchInference';
  readonly jobArn: string;
  readonly jobName: string;
  readonly status: string;
  readonly account: string;
  readonly region: string;
  /** ISO instant of the change. */
  readonly at: string;
  readonly failure: string | null;
}

/** What the store has heard of a model beyond the catalogue. */
export interface Heard extends Pick<Knowledge, 'words' | 'withdrawals'> {
  readonly jobs: readonly JobRecord[];
  /** Slack's ids of those who watch the model. */
  readonly watchers?: readonly string[];
}

export function situationOf(
  migration: Migration,
  heard: Heard,
  catalogue: Catalogue,
  configuration: Configuration,
  now: DateTime,
  inventory: Inventory = noInventory,
  priceList: PriceList = noPrices,
  customModels: readonly CustomModelMigration[] = [],
): Situation {
  const { modelId } = migration;
  const knowledge = knowledgeOf(modelId, catalogue, heard);
  const regions = [...new Set(migration.affected.map(({ region }) => region))].toSorted();
  const lifecycle = mergeWords(knowledge, regions);
  const team = teamNamed(migration.team, configuration);
  const successor = replacementFor(
    modelId,
    recommendationsFor(modelId, configuration.replacements, migration.named, migration.chosen),
    catalogue,
    configuration.policy.replacementMinimumDays,
    now,
  );
  const planned = timeline(lifecycle, team, configuration.policy, migration.openedOn, now);
  const line = afterVerdict(planned, migration.comparison, foundReplacement(successor)?.modelId ?? null, team);
  const presence = presenceOf(inventory, {
    migration,
    team: team.name,
    lifecycle,
    timeline: line,
    replacementId: foundReplacement(successor)?.modelId ?? null,
    catalogue,
    configuration,
    priceList,
    now,
  });
  const { trainingDays } = configuration.customModels;
  const training = plannedTraining({ migration, customModels, line, lifecycle, trainingDays, now });
  const { returned, ...standing } = standingOf(migration, presence, configuration.policy.quietDays, now);
  const current = { ...migration, ...standing };
  const byRegion = whereRegionsDiffer(knowledge, regions);
  const matters = datesThatMatter(migration, [lifecycle, ...byRegion], presence);

  return {
    migration: current,
    modelName: catalogue.find(modelId)?.name ?? modelId,
    team,
    campaign: configuration.campaigns,
    lifecycle,
    byRegion,
    successor,
    jobs: heard.jobs,
    presence,
    ...training,
    returned,
    matters,
    resting: restingOf(current, matters, line, utcDay(now)),
    watchers: heard.watchers ?? [],
    rung: rungReached(current, presence.burnDown, configuration.policy.escalationDays, now),
    now,
  };
}
