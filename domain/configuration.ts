import type { CustomModelSettings } from './custom-models/custom-model-settings.ts';
import type { Policy } from './policy.ts';
import type { SlackSettings } from './slack-settings.ts';
import type { SweepScope } from './sweep-scope.ts';
import type { Team } from './team.ts';
import type { Tracker } from './tracker.ts';
import type { Waiver } from './waiver.ts';

/** Who owns what: the first route whose every condition holds decides. An absent condition holds for everything. */
export interface Route {
  readonly accounts: readonly string[] | null;
  readonly regions: readonly string[] | null;
  /** Base model ids; a trailing `*` stands for any ending. */
  readonly models: readonly string[] | null;
  /** Tags that a dependent must all bear, key → value; a trailing `*` stands for any ending. */
  readonly tags: Readonly<Record<string, string>> | null;
  /** Application inference profiles, by ARN, id or name; a trailing `*` stands for any ending. */
  readonly profiles: readonly string[] | null;
  /** `requestMetadata` that a caller's requests must all bear, key → value; a trailing `*` stands for any ending. */
  readonly requestMetadata: Readonly<Record<string, string>> | null;
  /** ARNs of callers; a `*` stands for any text, anywhere. */
  readonly principals: readonly string[] | null;
  readonly team: string;
}

/** A route's conditions where it has none: it holds for everything. */
export const unconditional: Omit<Route, 'team'> = {
  accounts: null,
  regions: null,
  models: null,
  tags: null,
  profiles: null,
  requestMetadata: null,
  principals: null,
};

/** `sundial.yml`, checked: every team that a route names exists. */
export interface Configuration {
  readonly teams: ReadonlyMap<string, Team>;
  readonly routes: readonly Route[];
  readonly defaultTeam: string;
  /** Where a campaign's ticket is opened, one for each model; `null` opens none. */
  readonly campaigns: Tracker | null;
  readonly policy: Policy;
  /** The operator's own replacements, by base model id. */
  readonly replacements: ReadonlyMap<string, string>;
  /** What `sundial scan` lets pass for a time. */
  readonly waivers: readonly Waiver[];
  readonly slack: SlackSettings;
  readonly sweep: SweepScope;
  readonly customModels: CustomModelSettings;
}

/** The team of that name. A migration of a team that has left the configuration belongs to the default team. */
export function teamNamed(name: string, { teams, defaultTeam }: Configuration): Team {
  const team = teams.get(name) ?? teams.get(defaultTeam);
  if (!team) throw new Error(`the default team ${defaultTeam} is not configured`);
  return team;
}
