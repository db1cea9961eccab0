import type { DateTime } from 'luxon';
import type { Dependent } from '../dependent.ts';
import { modelIdsOf } from '../dependent.ts';
import type { CustomModelMigration } from './custom-model-migration.ts';
import { freshProposal } from './fresh-proposal.ts';
import { sourceModel } from './source-model.ts';

/** A model that one team leaves, as far as proposals need it. */
export interface LeavingModel {
  readonly migrationId: string;
  readonly modelId: string;
  /** Model id; `null` where there is none. */
  readonly replacement: string | null;
  /** The team's own custom models on it, through any chain of custom models. */
  readonly customModels: readonly Dependent[];
}

/**
 * Custom models whose base leaves and that nobody proposed to move yet, and proposals that other migrations shall hear of too, or that a
 * replacement was found for. A proposal spends nothing.
 */
export function customModelProposals(
  leaving: readonly LeavingModel[],
  known: readonly CustomModelMigration[],
  now: DateTime,
): readonly CustomModelMigration[] {
  const before = new Map(known.map((one) => [one.id, one]));
  const after = new Map(before);
  for (const model of leaving)
    for (const dependent of model.customModels.filter((one) => rests(one, model.modelId))) {
      const id = customModelMigrationId(dependent.id);
      const proposal = after.get(id) ?? proposalOf(id, dependent, model, now);
      after.set(id, alsoFor(proposal, model));
    }
  return [...after.values()].filter((one) => one !== before.get(one.id));
}

/** Of those that account owns: what another shared with it is proposed there. */
function rests(dependent: Dependent, modelId: string): boolean {
  const source = sourceModel(dependent.id);
  return (
    dependent.kind === 'customModel' &&
    source.kind === 'custom' &&
    source.account === dependent.account &&
    modelIdsOf(dependent).includes(modelId)
  );
}

/** The same for the same model: `111122223333-us-east-1-abcdefghijkl`. */
export function customModelMigrationId(arn: string): string {
  const [, , , region = '', account = ''] = arn.split(':');
  return `${account}-${region}-${arn.slice(arn.lastIndexOf('/') + 1)}`;
}

function alsoFor(
  proposal: CustomModelMigration,
  { migrationId, replacement }: Pick<LeavingModel, 'migrationId' | 'replacement'>,
): CustomModelMigration {
  const found = proposal.replacement === null ? replacement : proposal.replacement;
  if (proposal.migrationIds.includes(migrationId) && found === proposal.replacement) return proposal;
  return { ...proposal, replacement: found, migrationIds: [...new Set([...proposal.migrationIds, migrationId])] };
}

function proposalOf(
  id: string,
  { id: arn, name, account, region }: Dependent,
  { modelId, replacement, migrationId }: LeavingModel,
  now: DateTime,
): CustomModelMigration {
  const at = now.toUTC().toISO() ?? '';
  return {
    id,
    customModel: { arn, name, account, region },
    base: modelId,
    replacement,
    migrationIds: [migrationId],
    ...freshProposal,
    proposedAt: at,
    changedAt: at,
    version: 0,
  };
}
