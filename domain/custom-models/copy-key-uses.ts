import type { ModelKeyUse } from './model-key-uses.ts';
import type { PromotionRequest } from './promotion-problems.ts';

/** Who must be able to use which key for a promotion: the model's own, which is `modelKey`, and those of the copies. `roleArn` copies. */
export function copyKeyUses(
  { source, targetAccount, regions, keys, serving }: PromotionRequest,
  modelKey: string | null,
  roleArn: string,
): readonly ModelKeyUse[] {
  const principal = { kind: 'role', arn: roleArn, account: targetAccount } as const;
  const own: readonly ModelKeyUse[] =
    modelKey === null
      ? []
      : [
          {
            key: modelKey,
            account: source.account,
            principal,
            regions: [...new Set([source.region, ...regions])],
            use: 'decryptSource',
          },
        ];
  const ofCopies = Object.entries(keys).flatMap(([region, key]): readonly ModelKeyUse[] => {
    const use = { key, account: targetAccount, regions: [region] };
    return [
      { ...use, principal, use: 'encryptCopy' },
      ...(serving === 'provisioned' ? novaKeyUses(use, source.foundationModel) : []),
    ];
  });
  return [...own, ...ofCopies];
}

/** Bedrock itself, where throughput is to serve a custom Nova. */
export function novaKeyUses(
  use: Pick<ModelKeyUse, 'key' | 'account' | 'regions'>,
  foundationModel: string,
): readonly ModelKeyUse[] {
  return foundationModel.startsWith('amazon.nova-')
    ? [{ ...use, principal: { kind: 'service', name: 'bedrock.amazonaws.com' }, use: 'serveNova' }]
    : [];
}
