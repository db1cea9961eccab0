import type { Route } from './configuration.ts';
import type { Caller, Dependent } from './dependent.ts';
import { modelIdsOf } from './dependent.ts';
import { fitsModel } from './model-pattern.ts';
import { fitsAnywhere, fitsEnding } from './star-pattern.ts';

/** What can be asked of a dependent, in the order in which it is asked. */
export const conditionNames = [
  'accounts',
  'regions',
  'models',
  'tags',
  'profiles',
  'requestMetadata',
  'principals',
] as const satisfies readonly (keyof Route)[];
export type ConditionName = (typeof conditionNames)[number];

/** A dependent, or what one of its callers has of it. */
export interface Claimed {
  readonly dependent: Dependent;
  /** `null`: the dependent as a whole. */
  readonly caller: Caller | null;
}

/** The first condition of a route that does not hold. */
export interface Unheld {
  readonly condition: ConditionName;
  /** What the route asks for, and what there is; as words of `sundial.yml`. */
  readonly expected: string;
  readonly actual: string;
}

/** `null` where every condition of the route holds. A route without conditions claims everything. */
export function firstUnheld(route: Route, claimed: Claimed): Unheld | null {
  const condition = conditionNames.find((name) => !holds[name](route, claimed));
  if (!condition) return null;
  return { condition, expected: written(route[condition]), actual: written(actual[condition](claimed)) };
}

const holds: Readonly<Record<ConditionName, (route: Route, claimed: Claimed) => boolean>> = {
  accounts: ({ accounts }, { dependent }) => accounts?.includes(dependent.account) ?? true,
  regions: ({ regions }, { dependent }) => regions?.includes(dependent.region) ?? true,
  models: ({ models }, { dependent }) => anyFits(models, modelIdsOf(dependent), fitsModel),
  tags: ({ tags }, { dependent }) => bears(tags, dependent.tags),
  profiles: ({ profiles }, { dependent }) => anyFits(profiles, profileNames(dependent), fitsEnding),
  requestMetadata: ({ requestMetadata }, { caller }) => bears(requestMetadata, caller?.requestMetadata ?? {}),
  principals: ({ principals }, { caller }) => anyFits(principals, caller ? [caller.principal] : [], fitsAnywhere),
};

const actual: Readonly<Record<ConditionName, (claimed: Claimed) => unknown>> = {
  accounts: ({ dependent }) => [dependent.account],
  regions: ({ dependent }) => [dependent.region],
  models: ({ dependent }) => modelIdsOf(dependent),
  tags: ({ dependent }) => dependent.tags,
  profiles: ({ dependent }) => profileNames(dependent),
  requestMetadata: ({ caller }) => caller?.requestMetadata ?? {},
  principals: ({ caller }) => (caller ? [caller.principal] : []),
};

const profileArn = /:application-inference-profile\/(?<id>[^/\s]+)$/;

/**
 * Every name of the application inference profile that a dependent is, and of those it reaches a model through. Only the profile
 * itself tells its name; what goes through it is known by the profile's ARN and id.
 */
function profileNames({ kind, id, name, uses }: Dependent): readonly string[] {
  const own = kind === 'applicationInferenceProfile' ? [id, name] : [];
  const arns = [...own, ...uses.flatMap(({ reference, through }) => [reference, ...through])].filter((one) =>
    profileArn.test(one),
  );
  return [...new Set([...own, ...arns, ...arns.flatMap((arn) => profileArn.exec(arn)?.groups?.['id'] ?? [])])];
}

function anyFits(
  patterns: readonly string[] | null,
  texts: readonly string[],
  fits: (pattern: string, text: string) => boolean,
): boolean {
  return patterns === null || patterns.some((pattern) => texts.some((text) => fits(pattern, text)));
}

function bears(
  wanted: Readonly<Record<string, string>> | null,
  borne: Readonly<Record<string, string | undefined>>,
): boolean {
  return Object.entries(wanted ?? {}).every(([key, pattern]) => {
    const value = borne[key];
    return value !== undefined && fitsEnding(pattern, value);
  });
}

function written(value: unknown): string {
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : 'none';
  const pairs = Object.entries((value ?? {}) as Record<string, string>).map(([key, one]) => `${key}: ${one}`);
  return pairs.length > 0 ? pairs.join(', ') : 'none';
}
