import type * as z from 'zod/mini';
import { knowsParents } from '../domain/tracker.ts';
import { trackerOf } from './configuration-tracker.ts';
import type { ConfigurationFile } from './configuration-schema.ts';

export interface Problem {
  readonly path: readonly PropertyKey[];
  readonly problem: string;
}

/** Names that point at no team, campaigns where no ticket has a parent, and freezes that end before they begin. */
export function dangling({ teams, routes, defaultTeam, campaigns }: ConfigurationFile): Problem[] {
  const known = Object.keys(teams);
  const unknown = (team: string) =>
    `no team is called ${team}; there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}`;
  return [
    ...(known.includes(defaultTeam) ? [] : [{ path: ['defaultTeam'], problem: unknown(defaultTeam) }]),
    ...routes.flatMap(({ team }, index) =>
      known.includes(team) ? [] : [{ path: ['routes', index, 'team'], problem: unknown(team) }],
    ),
    ...(campaigns && !knowsParents(trackerOf(campaigns))
      ? [
          {
            path: ['campaigns', 'kind'],
            problem: `expected github, jira or servicenow: ${campaigns.kind} knows no parents`,
          },
        ]
      : []),
    ...Object.entries(teams).flatMap(([name, { freezes }]) =>
      freezes.flatMap(({ from, to }, index) =>
        from <= to
          ? []
          : [{ path: ['teams', name, 'freezes', index, 'to'], problem: `expected a day from ${from} on, got ${to}` }],
      ),
    ),
  ];
}

/** A field that nobody knows is a problem at that field, not of what holds it. */
export function problemsOf(issue: z.core.$ZodIssue): Problem[] {
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
