import { TrackerError } from '../../adapters/trackers/tracker-error.ts';
import type { TrackerAccess } from '../../adapters/trackers/tickets-in.ts';
import type { Configuration } from '../../domain/configuration.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Tracker } from '../../domain/tracker.ts';
import { placeOf } from '../../domain/tracker.ts';
import { trackerTickets } from '../../handlers/tracker-tickets.ts';
import { trackerName } from '../../templates/words-tracker.ts';
import type { Credentials } from './credentials.ts';
import { lacking } from './lacking.ts';

type Reached = Pick<TrackerAccess, 'address' | 'now'>;

/** What each tracker of a configuration says of itself; one that cannot be asked stops no other. */
export async function trackerFindings(
  configuration: Configuration,
  credentials: Credentials,
  reached: Reached,
): Promise<readonly Finding[]> {
  const configured = trackersOf(configuration);
  const found = await Promise.all(
    configured.map(async ({ tracker, by }) => {
      const token = tracker.kind === 'opscenter' ? '' : await credentials.tracker(tracker.kind);
      if (token === null) return [lacking(trackerName(tracker), credentials.nameOf(tracker.kind), 'docs/trackers.md')];
      const findings = await findingsOf(tracker, token, reached);
      const isOnlyOne = configured.filter((one) => placeOf(one.tracker) === placeOf(tracker)).length === 1;
      return isOnlyOne ? findings : findings.map((one) => ({ ...one, subject: `${one.subject} (${by.join(', ')})` }));
    }),
  );
  return found.flat();
}

/** Each tracker that a configuration names, once as each team fills it, and who names it so. */
function trackersOf({ teams, campaigns }: Configuration): readonly Configured[] {
  const all = [
    ...[...teams.values()].flatMap(({ name, trackers }) => trackers.map((tracker) => ({ tracker, by: name }))),
    ...(campaigns ? [{ tracker: campaigns, by: 'campaigns' }] : []),
  ];
  const byContent = new Map<string, Configured>();
  for (const { tracker, by } of all) {
    const content = JSON.stringify(tracker);
    byContent.set(content, { tracker, by: [...(byContent.get(content)?.by ?? []), by] });
  }
  return [...byContent.values()];
}

interface Configured {
  readonly tracker: Tracker;
  readonly by: readonly string[];
}

async function findingsOf(tracker: Tracker, token: string, reached: Reached): Promise<readonly Finding[]> {
  try {
    const tickets = trackerTickets({ ...reached, credential: () => Promise.resolve(token) });
    return await tickets(tracker).check();
  } catch (fault) {
    const subject = trackerName(tracker);
    if (!(fault instanceof TrackerError)) {
      const seen = fault instanceof Error ? fault.message : String(fault);
      return [{ subject, state: 'unknown', seen, fix: 'See docs/trackers.md for what it needs' }];
    }
    const { said, status, hint } = fault.data;
    const seen = said ?? (status === undefined ? fault.message : `HTTP ${status}`);
    const state = fault.fault === 'unreachable' ? 'unknown' : 'missing';
    return [{ subject, state, seen, fix: hint }];
  }
}
