import type { Tracker } from '../domain/tracker.ts';
import type { Tickets } from '../handlers/ticket-ports.ts';
import { trackerTickets } from '../handlers/tracker-tickets.ts';
import type { EngineOptions } from './engine-options.ts';
import { standInFor } from './stand-in.ts';
import type { World } from './world.ts';

/** Tickets where the team keeps them, for trackers whose credentials were given; the simulated GitHub stands in for the others. */
export function localTickets(
  { github, trackerTokens = {}, patience, now }: Pick<EngineOptions, 'github' | 'trackerTokens' | 'patience' | 'now'>,
  world: Pick<World, 'githubToken' | 'githubApiUrl'>,
): (tracker: Tracker) => Tickets {
  const tokens: Partial<Record<Tracker['kind'], string>> = {
    ...trackerTokens,
    ...(github && { github: github.token }),
  };
  const common = { now, ...(patience && { patience }) };
  const real = trackerTickets({
    ...common,
    credential: (kind) => Promise.resolve(tokens[kind] ?? ''),
    address: (kind) => (kind === 'github' ? (github?.url ?? null) : null),
  });
  const simulated = trackerTickets({
    ...common,
    credential: () => Promise.resolve(world.githubToken),
    address: () => world.githubApiUrl,
  });
  return (tracker) =>
    tokens[tracker.kind] !== undefined ? real(tracker) : simulated({ kind: 'github', repository: standInFor(tracker) });
}
