import type { Configuration } from '../domain/configuration.ts';
import { defaultChannel } from '../domain/slack-settings.ts';
import { standInFor } from './stand-in.ts';

/** Channels and repositories that a configuration speaks of, each once. */
export function placesOf(configuration: Configuration): { channels: string[]; repositories: string[] } {
  const teams = [...configuration.teams.values()];
  const escalations = teams.flatMap(({ escalation }) => escalation.channel ?? []);
  const channels = [...teams.map(({ channel }) => channel), ...escalations, defaultChannel(configuration)];
  return {
    channels: [...new Set(channels)],
    repositories: [...new Set(teams.flatMap(({ trackers }) => trackers.map(standInFor)))],
  };
}
