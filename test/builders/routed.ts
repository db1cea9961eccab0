import { defaultConfiguration } from '../../adapters/configuration.ts';
import type { Configuration, Route } from '../../domain/configuration.ts';
import { unconditional } from '../../domain/configuration.ts';
import { aTeam } from './situation.ts';

/** Three teams and some routes between them; what no route claims is the platform team's. */
export function routed(...routes: (Partial<Route> & { readonly team: string })[]): Configuration {
  return {
    ...defaultConfiguration,
    teams: new Map(['payments', 'support', 'platform'].map((name) => [name, aTeam({ name })])),
    routes: routes.map((route) => ({ ...unconditional, ...route })),
    defaultTeam: 'platform',
  };
}
