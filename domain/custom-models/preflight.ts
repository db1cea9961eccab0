import type { OriginalJob } from './original-job.ts';
import type { HyperParameterFamily } from './hyper-parameters.ts';
import { hyperParameterProblems } from './hyper-parameters.ts';
import type { ModelKeyCheck } from './model-key-check.ts';
import { missingStatementWords } from './model-key-check.ts';
import { isCustomModelName } from './custom-model-name.ts';
import type { CopySupport, RegionTable } from './promotion-problems.ts';
import { modelRoomProblems, throughputProblems } from './room-problems.ts';
import type { TrainingDataForm, TrainingDataSupport } from './training-data.ts';
import { trainingDataProblems } from './training-data.ts';
import type { CustomModelMigration } from './custom-model-migration.ts';

/** What was found in the account before anything is created. */
export interface PreflightFacts {
  /** The replacement as Bedrock lists it for customisation; `null` where it does not. */
  readonly replacement: {
    readonly arn: string;
    readonly customizations: readonly string[];
    readonly legacy: boolean;
  } | null;
  /** S3 URIs that are not there any more, or may not be seen. */
  readonly missing: readonly string[];
  readonly form: TrainingDataForm | null;
  readonly role: { readonly trustsBedrock: boolean } | null;
  /** Its state, `Enabled` if it can be used, and what its policy lacks; `null` where the model has no key of its own. */
  readonly key: (ModelKeyCheck & { readonly state: string }) | null;
  readonly models: { readonly names: readonly string[]; readonly quota: number | null };
  /** Model units without a commitment; `null` where none is to be bought. */
  readonly throughput: { readonly units: number; readonly quota: number | null } | null;
}

/** What the catalogue says of training. */
export interface PreflightSupport {
  readonly families: readonly HyperParameterFamily[];
  readonly data: TrainingDataSupport;
  readonly serving: Pick<CopySupport, 'deployment' | 'provisioned'>;
}

/** What keeps a custom model from being trained on its replacement, a sentence each; none where training can begin. */
export function preflightProblems(
  migration: CustomModelMigration,
  original: OriginalJob,
  facts: PreflightFacts,
  support: PreflightSupport,
): readonly string[] {
  const { customModel, hyperParameters, newName } = migration;
  const replacement = migration.replacement ?? '';
  const { region } = customModel;
  return [
    ...replacementProblems(replacement, region, original, facts),
    ...facts.missing.map((uri) => `${uri}: there is no such object, or it may not be read`),
    ...(facts.missing.includes(original.trainingData)
      ? []
      : trainingDataProblems(facts.form, replacement, support.data)),
    ...hyperParameterProblems(hyperParameters, replacement, support.families),
    ...roleProblems(original.roleArn, facts),
    ...keyProblems(original.kmsKey ?? '', facts.key),
    ...quotaProblems(region, newName ?? '', facts),
    ...throughputProblems(region, facts.throughput?.units ?? null, facts.throughput?.quota ?? null),
    ...servingProblems(migration, replacement, support.serving),
    ...(isCustomModelName(newName ?? '')
      ? []
      : [`expected a name of up to 63 letters, digits, single hyphens and underscores, got ${newName ?? 'none'}`]),
  ];
}

function replacementProblems(
  replacement: string,
  region: string,
  { customizationType }: OriginalJob,
  { replacement: found }: PreflightFacts,
): readonly string[] {
  if (replacement === '') return ['nobody named a model to train on instead: name one'];
  if (!found?.customizations.includes(customizationType))
    return [`${replacement} cannot be customised by ${customizationType} in ${region}: name another model`];
  return found.legacy ? [`${replacement} is Legacy in ${region}: no training begins on it; name another model`] : [];
}

function roleProblems(roleArn: string, { role }: PreflightFacts): readonly string[] {
  if (!role) return [`the role ${roleArn} is not there any more`];
  return role.trustsBedrock ? [] : [`the role ${roleArn} does not trust bedrock.amazonaws.com`];
}

function keyProblems(arn: string, key: PreflightFacts['key']): readonly string[] {
  if (!key) return [];
  if (key.state !== 'Enabled') return [`the key ${arn} is ${key.state}; it must be Enabled`];
  return [...key.problems, ...missingStatementWords(key.statements)];
}

function quotaProblems(region: string, name: string, { models: { names, quota } }: PreflightFacts): readonly string[] {
  return [
    ...(names.includes(name) ? [`${region}: a custom model named ${name} is there already: delete it`] : []),
    ...modelRoomProblems(region, names.length, quota),
  ];
}

function servingProblems(
  { serving, customModel: { region } }: CustomModelMigration,
  replacement: string,
  { deployment, provisioned }: PreflightSupport['serving'],
): readonly string[] {
  const { regions, asOf, reference }: RegionTable = serving === 'onDemand' ? deployment : provisioned;
  if (replacement === '' || regions[replacement]?.includes(region)) return [];
  const how = serving === 'onDemand' ? 'deployed on demand' : 'given provisioned throughput';
  return [`a custom ${replacement} cannot be ${how} in ${region} (as of ${asOf}, ${reference})`];
}
