import type { Configuration } from '../domain/configuration.ts';

/** A checked configuration as it is packaged with the functions, so that they carry neither YAML nor the check. */
export function packaged(configuration: Configuration): string {
  const { teams, replacements } = configuration;
  return JSON.stringify({ ...configuration, teams: [...teams], replacements: [...replacements] });
}

/** What `packaged` wrote, and nothing else. */
export function unpacked(json: string): Configuration {
  const { teams, replacements, ...plain } = JSON.parse(json) as Packaged;
  return { ...plain, teams: new Map(teams), replacements: new Map(replacements) };
}

type Entries<Of> = Of extends ReadonlyMap<infer Key, infer Value> ? readonly (readonly [Key, Value])[] : never;

type Packaged = Omit<Configuration, 'teams' | 'replacements'> & {
  readonly teams: Entries<Configuration['teams']>;
  readonly replacements: Entries<Configuration['replacements']>;
};
