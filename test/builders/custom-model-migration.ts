import type { CreatedThing } from '../../domain/custom-models/created-thing.ts';
import type { Approval, CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import { freshProposal } from '../../domain/custom-models/fresh-proposal.ts';
import { aDependent } from './dependent.ts';

export const novaLite = 'amazon.nova-lite-v1:0';
export const novaPro = 'amazon.nova-pro-v1:0';
export const supportLite =
  'arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-lite-v1:0:300k/supportlite1';

/** A person is asked for a week. */
export const anApproval: Approval = {
  token: 'token-1',
  askedAt: '2026-11-20T08:00:00.000Z',
  expiresAt: '2026-11-27T08:00:00.000Z',
  remindedAt: null,
  decision: null,
};

/** Throughput that costs $20 an hour until somebody removes it. */
export const boughtThroughput: CreatedThing = {
  kind: 'provisionedThroughput',
  arn: 'arn:aws:bedrock:us-east-1:111122223333:provisioned-model/abcdefghijkl',
  account: '111122223333',
  region: 'us-east-1',
  usdPerHour: 20,
  createdAt: '2026-11-21T06:00:00.000Z',
  removedAt: null,
  kept: false,
};

/** A custom Nova Lite of a development account, proposed this morning. */
export function aCustomModelMigration(overrides: Partial<CustomModelMigration> = {}): CustomModelMigration {
  return {
    id: '111122223333-us-east-1-supportlite1',
    customModel: { arn: supportLite, name: 'support-lite', account: '111122223333', region: 'us-east-1' },
    base: novaLite,
    replacement: novaPro,
    migrationIds: [`${novaLite}/platform`],
    ...freshProposal,
    proposedAt: '2026-11-20T06:00:00.000Z',
    changedAt: '2026-11-20T06:00:00.000Z',
    version: 0,
    ...overrides,
  };
}

/** The custom model as the sweep sees it. */
export function aCustomModel(arn = supportLite) {
  const [, , , region = '', account = ''] = arn.split(':');
  return aDependent({
    kind: 'customModel',
    id: arn,
    name: 'support-lite',
    account,
    region,
    uses: [{ reference: novaLite, modelIds: [novaLite], through: [], purpose: 'customization' }],
  });
}
