import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import * as z from 'zod/mini';
import type { Configuration } from '../domain/configuration.ts';
import { defaultPolicy } from '../domain/policy.ts';
import type { Team } from '../domain/team.ts';
import { ConfigurationFile, isoWeekday } from './configuration-schema.ts';
import { lineOf, lineOfAlias } from './yaml-lines.ts';

/** Something in `sundial.yml` is not as expected; the message names file, line and field. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** With no `sundial.yml` one team owns everything. */
export const defaultConfiguration: Configuration = {
  teams: new Map([['default', aTeam('default', { channel: '#sundial', repository: 'sundial/migrations' })]]),
  routes: [],
  defaultTeam: 'default',
  policy: defaultPolicy,
  replacements: new Map(),
  waivers: [],
};

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
  policy,
  replacements,
  waivers,
}: ConfigurationFile): Configuration {
  return {
    teams: new Map(
      Object.entries(teams).map(([name, team]) => [
        name,
        { ...team, name, workingDays: team.workingDays.map(isoWeekday) },
      ]),
    ),
    routes: routes.map((route) => ({
      accounts: route.accounts ?? null,
      regions: route.regions ?? null,
      models: route.models ?? null,
      team: route.team,
    })),
    defaultTeam,
    policy,
    replacements: new Map(Object.entries(replacements)),
    waivers: waivers.map(({ path, ...waiver }) => ({ ...waiver, path: path ?? null })),
  };
}

/** Names that point at no team, and freezes that end before they begin. */
function dangling({ teams, routes, defaultTeam }: ConfigurationFile): { path: PropertyKey[]; problem: string }[] {
  const known = Object.keys(teams);
  const unknown = (team: string) =>
    `no team is called ${team}; there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}`;
  return [
    ...(known.includes(defaultTeam) ? [] : [{ path: ['defaultTeam'], problem: unknown(defaultTeam) }]),
    ...routes.flatMap(({ team }, index) =>
      known.includes(team) ? [] : [{ path: ['routes', index, 'team'], problem: unknown(team) }],
    ),
    ...Object.entries(teams).flatMap(([name, { freezes }]) =>
      freezes.flatMap(({ from, to }, index) =>
        from <= to
          ? []
          : [{ path: ['teams', name, 'freezes', index, 'to'], problem: `expected a day from ${from} on, got ${to}` }],
      ),
    ),
  ];
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

/** A field that nobody knows is a problem at that field, not of what holds it. */
function problemsOf(issue: z.core.$ZodIssue): { path: readonly PropertyKey[]; problem: string }[] {
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ path: [...issue.path, key], problem: 'there is no field of this name here' }))
    : [{ path: issue.path, problem: problemOf(issue) }];
}

function problemOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${issue.expected}${issue.input === undefined ? ', but it is missing' : ''}`;
    case 'invalid_value':
      return `expected ${issue.values.map(String).join(', ')}`;
    default:
      return issue.message;
  }
}

function aTeam(name: string, { channel, repository }: { channel: string; repository: string }): Team {
  return {
    name,
    channel,
    tracker: { kind: 'github', repository },
    timeZone: 'UTC',
    workingDays: [1, 2, 3, 4, 5],
    holidays: [],
    freezes: [],
  };
}
