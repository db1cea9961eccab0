import type { AwsAccess } from '../../adapters/aws-access.ts';
import { awsAccess } from '../../adapters/aws-access.ts';
import type { AskModel } from '../../adapters/comparison/converse.ts';
import { once } from '../once.ts';
import type { Deps } from '../ports.ts';

/**
 * Asks models of other accounts by the role for custom models, where the operator named one: a deployment or throughput can be called from
 * its own account only. All others are asked as oneself.
 */
export function askAnywhere(
  own: AskModel,
  askWith: (access: AwsAccess) => AskModel,
  region: string,
  { configuration, now }: Pick<Deps, 'configuration' | 'now'>,
): AskModel {
  const { customModels } = configuration;
  const accounts = once(async () => {
    const { writingAccess } = await import('../../adapters/custom-models/writing-access.ts');
    return writingAccess(awsAccess(), customModels, region, () => now().toMillis());
  });
  const asks = new Map<string, Promise<AskModel>>();
  return async (modelId, kase, signal) => {
    const account = accountIn(modelId);
    if (account === null || customModels.role === null) return own(modelId, kase, signal);
    const known = asks.get(account) ?? accounts().then(({ to }) => askWith(to(account)));
    asks.set(account, known);
    return (await known)(modelId, kase, signal);
  };
}

/** The account in the ARN of something that serves a model; `null` for everything else. */
function accountIn(modelId: string): string | null {
  const serves =
    /^arn:[\w-]+:bedrock:[a-z0-9-]+:(?<account>\d{12}):(?:custom-model-deployment|provisioned-model|imported-model)\//;
  return serves.exec(modelId)?.groups?.['account'] ?? null;
}
