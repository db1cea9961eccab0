import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AskModel } from '../../../adapters/comparison/converse.ts';
import { askAnywhere } from '../../../handlers/custom-models/ask-anywhere.ts';
import { aCase } from '../../builders/case.ts';
import { aConfiguration } from '../../builders/configuration.ts';
import { utc } from '../../builders/situation.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

function asked(role: string | null) {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'simulated');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'simulated');
  vi.stubEnv('AWS_ACCOUNT_ID', '111122223333');
  const base = aConfiguration();
  const configuration = { ...base, customModels: { ...base.customModels, role } };
  const seen: string[] = [];
  const saying =
    (who: string): AskModel =>
    (modelId) => {
      seen.push(`${who} ${modelId}`);
      return Promise.reject(new Error('not asked here'));
    };
  // Only what was entered has credentials of its own.
  const ask = askAnywhere(
    saying('own'),
    ({ credentials }) => saying(credentials === undefined ? 'own account' : 'entered'),
    'us-east-1',
    { configuration, now: () => utc('2026-11-20T09:00:00Z') },
  );
  return async (modelId: string) => {
    await ask(modelId, aCase('case-1'), new AbortController().signal).catch(() => undefined);
    return seen.at(-1)?.replace(` ${modelId}`, '');
  };
}

const deployment = (account: string) => `arn:aws:bedrock:us-east-1:${account}:custom-model-deployment/abcdefghijkl`;

describe('a model that is compared', () => {
  it.each`
    modelId                                                                                | role                     | who              | why
    ${'amazon.nova-pro-v1:0'}                                                              | ${'SundialCustomModels'} | ${'own'}         | ${'base models are everywhere'}
    ${'arn:aws:bedrock:us-east-1:444455556666:application-inference-profile/a1b2c3d4e5f6'} | ${'SundialCustomModels'} | ${'own'}         | ${'profiles are not what the role is for'}
    ${deployment('444455556666')}                                                          | ${'SundialCustomModels'} | ${'entered'}     | ${'a deployment is called from its own account'}
    ${deployment('111122223333')}                                                          | ${'SundialCustomModels'} | ${'own account'} | ${'it is Sundial’s own'}
    ${deployment('444455556666')}                                                          | ${null}                  | ${'own'}         | ${'nobody named a role'}
  `(
    '$modelId is asked as $who: $why',
    async ({ modelId, role, who }: { modelId: string; role: string | null; who: string }) => {
      expect(await asked(role)(modelId)).toBe(who);
    },
  );
});
