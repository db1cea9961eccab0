import { models, us } from './known-models.ts';
import type { Estate, Estates } from './estate.ts';
import type { Use } from './use.ts';

/** Account ids that are plainly made up. */
export function manyAccounts(count: number): readonly { readonly id: string; readonly name: string }[] {
  return Array.from({ length: count }, (_, index) => {
    const id = String(900_000_000_001 + index);
    return { id, name: `generated-${index + 1}` };
  });
}

const uses: readonly Use[] = [models.sonnet45, models.novaPro].map((model) => ({
  calledAs: model.startsWith('anthropic.') ? us(model) : model,
  model,
  endpoint: 'bedrock-runtime',
  principal: { role: 'worker', session: 'worker' },
  tokens: { input: 1000, output: 200 },
  calls: [['2026-11-01', 100]],
}));

/** One estate for all of them, so that two hundred accounts in 34 Regions take no more room than one. */
const estate: Estate = {
  uses,
  applicationProfiles: [
    { id: 'generated001', name: 'worker', copiedFrom: us(models.sonnet45), tags: { team: 'generated' } },
  ],
  agents: [
    {
      id: 'GENERATED1',
      name: 'worker',
      versions: ['DRAFT', '1'].map((version) => ({ version, model: us(models.sonnet45) })),
      aliases: { prod: '1' },
    },
  ],
};

export const sameEverywhere: Estates = () => estate;
