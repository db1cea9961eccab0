import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TrackerError } from '../../adapters/trackers/tracker-error.ts';
import type { Tracker } from '../../domain/tracker.ts';
import { placeOf } from '../../domain/tracker.ts';
import type { SweepRecord } from '../../adapters/inventory-store.ts';
import { concludeSweep } from '../../handlers/conclude-sweep.ts';
import { onDailyTick } from '../../handlers/on-daily-tick.ts';
import type { Deps } from '../../handlers/ports.ts';
import { shortPatience } from '../../handlers/short-patience.ts';
import { sparingTrackers } from '../../handlers/sparing-trackers.ts';
import type { SweepDeps } from '../../handlers/sweep-ports.ts';
import { aMigration, sonnet45 } from '../builders/situation.ts';
import { rememberingDeps } from '../fakes/remembering-deps.ts';

const ref = { key: 'a#1', url: '' };
const github = (name: string): Tracker => ({ kind: 'github', repository: `example-corp/${name}` });
const failing = (kind: 'unreachable' | 'refused' | 'gone') =>
  new TrackerError(kind, { tracker: 'GitHub', where: 'a', hint: null });

/** Asks each tracker in turn, and answers with the places that were really asked. */
async function asked(trackers: readonly Tracker[], fault: TrackerError): Promise<string[]> {
  const places: string[] = [];
  const tickets = (tracker: Tracker) => {
    const fail = () => {
      places.push(placeOf(tracker));
      return Promise.reject(fault);
    };
    return { open: fail, find: fail, close: fail, reopen: fail, readBack: fail } as never;
  };
  const sparing = sparingTrackers<Pick<Deps, 'tickets'>>({ tickets });
  for (const tracker of trackers) await expect(sparing.tickets(tracker).readBack(ref)).rejects.toThrow(TrackerError);
  return places.map((place) => place.replace('github | example-corp/', ''));
}

describe('a tracker that cannot be reached', () => {
  it.each`
    trackers                | fault            | places        | why
    ${['a', 'a', 'a']}      | ${'unreachable'} | ${['a']}      | ${'once is enough'}
    ${['a', 'b', 'a']}      | ${'unreachable'} | ${['a', 'b']} | ${'another repository may answer'}
    ${['a', 'b', 'c', 'd']} | ${'unreachable'} | ${['a', 'b']} | ${'two repositories are GitHub itself'}
    ${['a', 'a']}           | ${'refused'}     | ${['a', 'a']} | ${'a refusal takes no time, and says nothing of the next'}
    ${['a', 'a']}           | ${'gone'}        | ${['a', 'a']} | ${'another ticket may be there'}
  `('is asked at $places: $why', async ({ trackers, fault, places }: Row) => {
    expect(await asked(trackers.map(github), failing(fault))).toEqual(places);
  });

  it('is asked once a day, however many migrations have tickets there', async () => {
    const all = rememberingDeps();
    for (const model of ['a', 'b', 'c']) {
      const id = `${sonnet45}-${model}/platform`;
      all.world.migrations.set(id, aMigration({ id, team: 'platform', modelId: sonnet45, ticket: ref }));
    }
    let times = 0;
    all.world.trackerFails = () => {
      times += 1;
      return failing('unreachable');
    };

    const reason = 'The tracker could not be reached in time; tracker: GitHub; where: a';
    await expect(onDailyTick(all.deps)).rejects.toMatchObject({ message: reason });
    expect(times).toBe(1);
    await expect(onDailyTick(all.deps)).rejects.toThrow('could not be reached');
    expect(times).toBe(2);
  });
});

describe('the daily tick', () => {
  it('brings migrations up to date although pages that came late cannot be acted on', async () => {
    const all = rememberingDeps();
    all.world.now = '2026-11-23T07:00:00Z';
    const id = `${sonnet45}/platform`;
    all.world.migrations.set(id, aMigration({ id, team: 'platform' }));
    const pagesSeenBefore = () => Promise.reject(new Error('no pages'));

    const tick = onDailyTick({ ...all.deps, store: { ...all.deps.store, pagesSeenBefore } });
    await expect(tick).rejects.toThrow('no pages');
    expect(all.world.did.some((what) => what.startsWith('post #platform'))).toBe(true);
  });
});

describe('the end of a sweep', () => {
  it('is remembered, and every migration brought up to date, although the inventory cannot be told', async () => {
    const all = rememberingDeps();
    all.world.now = '2026-11-23T07:00:00Z';
    const id = `${sonnet45}/platform`;
    all.world.migrations.set(id, aMigration({ id, team: 'platform' }));
    const swept: SweepRecord[] = [];
    const deps = {
      ...all.deps,
      store: {
        ...all.deps.store,
        listings: () => Promise.reject(new Error('a tracker hangs')),
        putSweep: (sweep: SweepRecord) => Promise.resolve(void swept.push(sweep)),
      },
      log: { info: () => undefined, error: () => undefined },
    } as unknown as SweepDeps;

    const conclusion = concludeSweep({ sweepId: '2026-11-23T03:30:00.000Z', accounts: [] }, deps);
    await expect(conclusion).rejects.toThrow('a tracker hangs');
    expect(all.world.did.some((what) => what.startsWith('post #platform'))).toBe(true);
    expect(swept).toEqual([{ startedAt: '2026-11-23T03:30:00.000Z', concludedAt: '2026-11-23T07:00:00.000Z' }]);
  });
});

describe('the function that does what people ask in Slack', () => {
  it('has time left when three trackers hang', () => {
    const { patience, timeoutMs } = shortPatience;
    const [, seconds] =
      /on-slack-request\.handler[\s\S]*?timeout: (\d+)/.exec(readFileSync('serverless.yml', 'utf8')) ?? [];

    expect(3 * (patience.attempts * timeoutMs + patience.longestMs)).toBeLessThan((Number(seconds) * 1000 * 2) / 3);
  });
});

interface Row {
  readonly trackers: string[];
  readonly fault: 'unreachable' | 'refused' | 'gone';
  readonly places: string[];
}
