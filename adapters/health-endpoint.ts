import { resolveCname } from 'node:dns/promises';
import { HealthClient } from '@aws-sdk/client-health';
import type { AwsAccess } from './aws-access.ts';

const globalName = 'global.health.amazonaws.com';

/**
 * A client for AWS Health's active endpoint: the global name is an alias of it, and names the Region to sign for. Where an endpoint
 * is given, or the access has one of its own, that is asked.
 * @see https://docs.aws.amazon.com/health/latest/ug/health-api.html#endpoints
 */
export async function healthClient(
  access: AwsAccess,
  endpoint = access.endpoint,
  resolve: (name: string) => Promise<readonly string[]> = resolveCname,
): Promise<HealthClient> {
  if (endpoint !== undefined) return new HealthClient({ ...access, endpoint, region: 'us-east-1' });
  return new HealthClient({ ...access, region: regionIn(await resolve(globalName)) });
}

function regionIn(aliases: readonly string[]): string {
  const region = aliases.flatMap(
    (alias) => /^health\.(?<region>[a-z0-9-]+)\./.exec(alias)?.groups?.['region'] ?? [],
  )[0];
  if (region === undefined)
    throw new Error(`${globalName} is an alias of ${aliases.join(', ') || 'nothing'}: no Region can be read from it`);
  return region;
}
