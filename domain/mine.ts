import type { Situation } from './situation.ts';

export interface Channel {
  readonly id: string;
  /** Without `#`. */
  readonly name: string;
}

/** Whether a migration is somebody's: they lead it, acknowledged it, watch it, are its on-call, or are in its team's channel. */
export function isMine(
  { migration, team, watchers }: Situation,
  person: string,
  channels: readonly Channel[],
): boolean {
  return (
    (migration.owner?.person === person && migration.owner.where === undefined) ||
    migration.acknowledged?.by === person ||
    watchers.includes(person) ||
    team.escalation.onCall === person ||
    channels.some((channel) => isChannelOf(team.channel, channel) || channel.id === migration.thread?.channel)
  );
}

/** A team names its channel as `#payments` or by its id. */
export function isChannelOf(configured: string, { id, name }: Channel): boolean {
  return configured === id || configured.replace(/^#/, '') === name;
}
