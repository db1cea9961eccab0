import { readConfiguration } from '../../adapters/configuration.ts';
import type { Configuration } from '../../domain/configuration.ts';

/** Two teams, one account each, read by the production reader. */
export function aConfiguration(more = ''): Configuration {
  return readConfiguration(
    `
teams:
  payments:
    channel: "#payments"
    tracker: { kind: github, repository: example-corp/payments }
    timeZone: Europe/Berlin
  platform:
    channel: "#platform"
    tracker: { kind: github, repository: example-corp/platform }
routes:
  - { accounts: ["444455556666"], team: payments }
defaultTeam: platform
${more}`,
    'sundial.yml',
  );
}
