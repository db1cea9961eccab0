import { TrackerError } from '../adapters/trackers/tracker-error.ts';
import { placeOf, systemOf } from '../domain/tracker.ts';
import type { Deps } from './ports.ts';

/**
 * The same world, where a tracker that could not be reached is not asked again: what is to be done there fails at once, as it did
 * before. Where two places of one system could not be reached, none of it is asked. For one piece of work, which has to be done before
 * its function's time is up, however many migrations it brings up to date.
 */
export function sparingTrackers<All extends Pick<Deps, 'tickets'>>(deps: All): All {
  const unreachable = new Map<string, TrackerError>();
  const tickets: Deps['tickets'] = (tracker) => {
    const [system, place] = [systemOf(tracker), placeOf(tracker)];
    const isInSystem = (one: string) => one !== place && one.startsWith(`${system} |`);
    const spared =
      <Given extends unknown[], Done>(call: (...given: Given) => Promise<Done>) =>
      async (...given: Given): Promise<Done> => {
        const known = unreachable.get(system) ?? unreachable.get(place);
        if (known) throw known;
        try {
          return await call(...given);
        } catch (fault) {
          if (fault instanceof TrackerError && fault.fault === 'unreachable')
            unreachable.set([...unreachable.keys()].some(isInSystem) ? system : place, fault);
          throw fault;
        }
      };
    const there = deps.tickets(tracker);
    return {
      open: spared(there.open),
      find: spared(there.find),
      update: spared(there.update),
      comment: spared(there.comment),
      findComment: spared(there.findComment),
      link: spared(there.link),
      close: spared(there.close),
      reopen: spared(there.reopen),
      readBack: spared(there.readBack),
      check: spared(there.check),
    };
  };
  return { ...deps, tickets };
}
