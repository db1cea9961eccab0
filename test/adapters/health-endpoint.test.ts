import { HealthClient } from '@aws-sdk/client-health';
import { describe, expect, it } from 'vitest';
import { awsAccess } from '../../adapters/aws-access.ts';
import { healthClient } from '../../adapters/health-endpoint.ts';

describe('the endpoint of AWS Health', () => {
  it.each`
    aliases                               | region
    ${['health.us-east-1.amazonaws.com']} | ${'us-east-1'}
    ${['health.us-east-2.amazonaws.com']} | ${'us-east-2'}
  `(
    'is the active one, $region, as the global name says',
    async ({ aliases, region }: { aliases: string[]; region: string }) => {
      const client = await healthClient(awsAccess(), () => Promise.resolve(aliases));

      expect(client).toBeInstanceOf(HealthClient);
      expect(await client.config.region()).toBe(region);
    },
  );

  it('is an error where the global name leads nowhere', async () => {
    await expect(healthClient(awsAccess(), () => Promise.resolve([]))).rejects.toThrow('no Region can be read from it');
  });
});
