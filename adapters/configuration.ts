import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import * as z from 'zod/mini';
import type { Configuration, Route } from '../domain/configuration.ts';
import { unconditional } from '../domain/configuration.ts';
import { defaultCustomModelSettings } from '../domain/custom-models/custom-model-settings.ts';
import { defaultPolicy } from '../domain/policy.ts';
import { defaultSlackSettings } from '../domain/slack-settings.ts';
import type { SweepScope } from '../domain/sweep-scope.ts';
import { defaultSweepScope } from '../domain/sweep-scope.ts';
import type { Team } from '../domain/team.ts';
import { noEscalation } from '../domain/team.ts';
import type { Tracker } from '../domain/tracker.ts';
import { defaultTracker } from '../domain/tracker.ts';
import { customModelsOf } from './configuration-custom-models.ts';
import { dangling, problemsOf } from './configuration-problems.ts';
import { ConfigurationFile } from './configuration-schema.ts';
import { isoWeekday } from './configuration-team.ts';
import { trackerOf } from './configuration-tracker.ts';
import { lineOf, lineOfAlias } from './yaml-lines.ts';

/** Something in `sundial.yml` is not as expected; the message names file, line and field. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** With no `sundial.yml` one team owns everything, and keeps its tickets in one place. */
export function configurationWithout(tracker: Tracker): Configuration {
  return {
    teams: new Map([['default', aTeam('default', '#sundial', tracker)]]),
    routes: [],
    defaultTeam: 'default',
    campaigns: null,
    policy: defaultPolicy,
    replacements: new Map(),
    waivers: [],
    slack: defaultSlackSettings,
    sweep: defaultSweepScope,
    customModels: defaultCustomModelSettings,
  };
}

/** As functions on AWS have it where there is no file. */
export const defaultConfiguration: Configuration = configurationWithout(defaultTracker);

/** Reads and checks `sundial.yml`. Throws `ConfigurationError` with every fault found, one a line. */
export function readConfiguration(text: string, file: string): Configuration {
  return configuration(configurationFile(text, file));
}

/** The same as it stands in the file, with every default filled in. */
export function configurationFile(text: string, file: string): ConfigurationFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const [fault] = document.errors;
  if (fault)
    throw new ConfigurationError(
      `${file}:${fault.linePos?.[0].line ?? 1}: ${fault.message.replace(/:\n\n/, ': ').split('\n')[0] ?? ''}`,
    );

  const result = z.safeParse(ConfigurationFile, resolved(document, text, file));
  const at = (path: readonly PropertyKey[], problem: string) =>
    `${file}:${lineOf(document, path, lines)}: ${path.map(String).join('.') || 'the file'}: ${problem}`;
  if (!result.success)
    throw new ConfigurationError(
      result.error.issues
        .flatMap(problemsOf)
        .map(({ path, problem }) => at(path, problem))
        .join('\n'),
    );

  const problems = dangling(result.data).map(({ path, problem }) => at(path, problem));
  if (problems.length > 0) throw new ConfigurationError(problems.join('\n'));
  return result.data;
}

function configuration({
  teams,
  routes,
  defaultTeam,
  campaigns,
  policy,
  replacements,
  waivers,
  slack,
  sweep,
  customModels,
}: ConfigurationFile): Configuration {
  return {
    teams: new Map(
      Object.entries(teams).map(([name, { tracker, moreTrackers, ...team }]) => [
        name,
        {
          ...team,
          name,
          trackers: [tracker ? trackerOf(tracker) : defaultTracker, ...moreTrackers.map(trackerOf)],
          dataset: team.dataset ?? null,
          workingDays: team.workingDays.map(isoWeekday),
          escalation: { channel: team.escalation.channel ?? null, onCall: team.escalation.onCall ?? null },
        },
      ]),
    ),
    routes: routes.map(routeOf),
    defaultTeam,
    campaigns: campaigns ? trackerOf(campaigns) : null,
    policy,
    replacements: new Map(Object.entries(replacements)),
    waivers: waivers.map(({ path, ...waiver }) => ({ ...waiver, path: path ?? null })),
    slack: { ...slack, defaultChannel: slack.defaultChannel ?? null },
    sweep: sweepOf(sweep),
    customModels: customModelsOf(customModels),
  };
}

function routeOf(route: ConfigurationFile['routes'][number]): Route {
  const said = Object.entries(route).filter(([, condition]) => condition !== undefined);
  return { ...unconditional, ...Object.fromEntries(said), team: route.team };
}

function sweepOf({ accounts, regions, externalId, ...plain }: ConfigurationFile['sweep']): SweepScope {
  return { ...plain, accounts: accounts ?? null, regions: regions ?? null, externalId: externalId ?? null };
}

/** What the file says once its aliases are followed; one that leads nowhere is found only here. */
function resolved(document: Document, text: string, file: string): unknown {
  try {
    return document.toJS();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigurationError(`${file}:${lineOfAlias(message, text)}: ${message}`, { cause });
  }
}

function aTeam(name: string, channel: string, tracker: Tracker): Team {
  return {
    name,
    channel,
    trackers: [tracker],
    timeZone: 'UTC',
    workingDays: [1, 2, 3, 4, 5],
    holidays: [],
    freezes: [],
    escalation: noEscalation,
    dataset: null,
  };
}
