import { expect, it } from 'vitest';
import { defaultConfiguration } from '../../adapters/configuration.ts';
import type { Configuration } from '../../domain/configuration.ts';
import { unconditional } from '../../domain/configuration.ts';
import { packaged, unpacked } from '../../handlers/packaged-configuration.ts';

it('unpacks the configuration that was packaged', () => {
  const configuration: Configuration = {
    ...defaultConfiguration,
    routes: [{ ...unconditional, accounts: ['111122223333'], models: ['anthropic.*'], team: 'default' }],
    replacements: new Map([['anthropic.claude-sonnet-4-5-20250929-v1:0', 'anthropic.claude-sonnet-5']]),
  };

  expect(unpacked(packaged(configuration))).toEqual(configuration);
});
