import type { DateTime } from 'luxon';
import type { CreatedThing } from '../../domain/custom-models/created-thing.ts';
import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import { freshProposal } from '../../domain/custom-models/fresh-proposal.ts';
import type { Sample } from '../../templates/console/preview-page.ts';
import { customModelMessage } from '../../templates/custom-models/custom-model-message.ts';
import { customModelCost, customModelReminder } from '../../templates/custom-models/custom-model-telling.ts';
import type { Message } from '../../templates/message.ts';

const development = { account: '111122223333', region: 'us-east-1' } as const;
const arn = (kind: string, id: string, region = 'us-east-1', account: string = development.account) =>
  `arn:aws:bedrock:${region}:${account}:${kind}/${id}`;

/** A custom model from its proposal to production, and what may become of it otherwise. */
export function customModelSamples(now: DateTime): Sample[] {
  const at = (days: number) => now.toUTC().plus({ days }).toISO() ?? '';
  const made = (kind: CreatedThing['kind'], id: string, more: Partial<CreatedThing> = {}): CreatedThing => ({
    ...{ kind, arn: id, ...development, usdPerHour: 0, createdAt: at(-1), removedAt: null, kept: false, ...more },
  });
  const model = arn('custom-model', 'amazon.nova-pro-v1:0:300k/renewed00001');
  const approval = { token: '', askedAt: at(0), expiresAt: at(7), remindedAt: null, decision: null };
  const proposed: CustomModelMigration = {
    id: '111122223333-us-east-1-supportlite1',
    customModel: {
      arn: arn('custom-model', 'amazon.nova-lite-v1:0:300k/supportlite1'),
      name: 'support-lite',
      ...development,
    },
    base: 'amazon.nova-lite-v1:0',
    replacement: 'amazon.nova-pro-v1:0',
    migrationIds: ['amazon.nova-lite-v1:0/payments'],
    ...freshProposal,
    ...{ proposedAt: at(-2), changedAt: at(0), version: 1 },
  };
  const begun = { ...proposed, attempt: 1, startedBy: 'U0ANA', newName: 'support-lite-renewed-1' };
  const created = [
    made('customizationJob', arn('model-customization-job', 'amazon.nova-pro-v1:0:300k/renewed00001')),
    made('customModel', model, { usdPerHour: null }),
    made('deployment', arn('custom-model-deployment', 'renewed00001')),
  ];
  const verdict = {
    kind: 'ready' as const,
    reasons: ['The new model does at least as well within 5 points, over 100 cases.'],
  };
  const asked = { ...begun, status: 'awaitingApproval', verdict, approval, created } as const;
  const outcomes = (['us-east-1', 'us-west-2'] as const).map((region) => ({
    ...({ account: '444455556666', region, serving: 'deployment', key: null, kind: 'done', model, why: null } as const),
    serves: arn('custom-model-deployment', 'production01', region, '444455556666'),
  }));
  const decision = { approved: true, by: 'U0BEN', at: at(0) };
  const shown = (title: string, message: Message): Sample => ({ title, kind: 'message', message });
  const told = (title: string, one: CustomModelMigration) => shown(title, customModelMessage(one));
  const bought = arn('provisioned-model', 'production01', 'us-west-2', '444455556666');
  const units = [made('provisionedThroughput', bought, { usdPerHour: 20, kept: true }), ...created.slice(1, 2)];
  const cost = customModelCost({ ...asked, status: 'promoted', created: units }, true);

  return [
    told('Proposed', proposed),
    told('In training', { ...begun, status: 'training' }),
    told('Asked for approval', asked),
    shown('Still nobody decided', customModelReminder(asked).message),
    told('Promoted', {
      ...asked,
      status: 'promoted',
      approval: { ...approval, decision },
      outcomes,
    }),
    told('Worse than the old one', {
      ...asked,
      status: 'worse',
      verdict: { kind: 'regressed', reasons: ['9 of 100 answers break where the old model’s do not.'] },
    }),
    told('Stopped by the check', {
      ...begun,
      status: 'failed',
      reason: 'The check found what has to be put right before a training can begin.',
      problems: ['The training data s3://example-training/train.jsonl are not there.'],
    }),
    ...(cost ? [shown('What keeps costing', cost.message)] : []),
  ];
}
