import type { Situation } from '../domain/situation.ts';
import { isoWeek } from '../domain/week.ts';
import { isWorkingDay, localDay } from '../domain/working-days.ts';
import { digestMessage } from '../templates/digest-message.ts';
import { currentSituation } from './current-situation.ts';
import { performOnce } from './perform-once.ts';
import type { Deps } from './ports.ts';
import { reasonOf } from './reason.ts';

/**
 * Once a week, on the first working day of a channel's teams: what they must leave, in one message. A channel with nothing to leave
 * hears nothing; one that cannot be told does not keep the others from hearing.
 */
export async function tellDigests(deps: Deps): Promise<void> {
  const faults: unknown[] = [];
  for (const [channel, situations] of await byChannel(deps))
    await tellDigest(channel, situations, deps).catch((fault: unknown) => faults.push(fault));
  if (faults.length > 0) throw new AggregateError(faults, faults.map((fault) => reasonOf(fault).reason).join('\n'));
}

async function tellDigest(channel: string, situations: readonly Situation[], deps: Deps): Promise<void> {
  const [first] = situations;
  if (!first) return;
  const today = localDay(deps.now(), first.team.timeZone);
  if (!isWorkingDay(today, first.team)) return;

  const key = `digest|${channel}|${isoWeek(today)}`;
  await performOnce(
    key,
    deps.ledger,
    () => deps.chat.post(channel, key, digestMessage(situations)),
    async () => {
      const found = await deps.chat.findPosted(channel, key);
      return found && { outcome: found };
    },
  );
}

async function byChannel(deps: Deps): Promise<ReadonlyMap<string, readonly Situation[]>> {
  const channels = new Map<string, Situation[]>();
  for (const migration of await deps.store.migrations()) {
    if (migration.status !== 'open') continue;
    const { situation } = await currentSituation(migration, deps);
    const channel = situation.team.channel.replace(/^#?(?=[a-z0-9])/, '#');
    channels.set(channel, [...(channels.get(channel) ?? []), situation]);
  }
  return channels;
}
