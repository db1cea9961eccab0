import { describe, expect, it } from 'vitest';
import { plusDays } from '../../domain/calendar-date.ts';
import { unconditional } from '../../domain/configuration.ts';
import { TrackerError } from '../../adapters/trackers/tracker-error.ts';
import { readBack } from '../../handlers/read-back.ts';
import { reconcile } from '../../handlers/reconcile.ts';
import { takeNotice } from '../../handlers/take-notice.ts';
import { aCoverage, aDependent, aProfile, aUsage, usageDays } from '../builders/dependent.ts';
import { aNotice } from '../builders/notice.ts';
import { sonnet45 } from '../builders/situation.ts';
import { rememberingDeps } from '../fakes/remembering-deps.ts';

const id = `${sonnet45}/platform`;

type World = ReturnType<typeof rememberingDeps>;

/** A month: use until the 20th, a profile until the 24th, and use again on the 8th of December. Some days a sweep fails. */
function seen({ world }: World, day: string): void {
  world.now = `${day}T09:00:00Z`;
  const at = `${day}T05:00:00.000Z`;
  const failed = day === '2026-11-28' || day === '2026-12-01';
  const failure = { account: '111122223333', region: 'us-east-1', call: 'bedrock:ListFlows', error: 'down' };
  world.coverage = [aCoverage({ at, failures: failed ? [failure] : [] })];
  world.dependents = [
    aDependent({ seenAt: at }),
    aProfile({ seenAt: day < '2026-11-24' ? at : '2026-11-23T05:00:00.000Z' }),
  ];
  const until = day < '2026-11-20' ? day : '2026-11-20';
  const days = usageDays(
    '2026-10-20',
    Array.from({ length: 40 }, () => 50),
  ).filter((one) => one.day <= until);
  world.usage = [aUsage([...days, ...(day >= '2026-12-08' ? usageDays('2026-12-08', [3]) : [])])];
}

/** The tick of a day, again after each death, as the queue brings it back. */
async function tick(all: World, day: string): Promise<void> {
  seen(all, day);
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const lived = await readBack(id, all.deps)
      .then(() => reconcile(id, all.deps))
      .then(
        () => true,
        // What a tracker owes waits for the next day.
        (fault: unknown) => fault instanceof TrackerError,
      );
    if (lived) return;
    all.world.diesAfter = Infinity;
  }
  throw new Error('never lived');
}

async function month(diesAfter = Infinity, fails?: Fails): Promise<string[]> {
  const all = rememberingDeps();
  seen(all, '2026-11-02');
  await takeNotice(aNotice(), all.deps);
  all.world.diesAfter = diesAfter;
  if (fails) all.world.trackerFails = (_, what) => fails(what, all.world.now.slice(0, 10));
  for (let day = '2026-11-03'; day <= '2026-12-20'; day = plusDays(day, 1)) await tick(all, day);
  return all.world.did.filter((what) => !what.startsWith('event'));
}

type Fails = (what: string, day: string) => TrackerError | null;

const refusing = (status?: number) =>
  new TrackerError('refused', { tracker: 'GitHub', where: 'a#1', hint: 'By hand', ...(status && { status }) });

/** What was done, without the keys. */
const inShort = (did: readonly string[]) => did.map((what) => what.replace(/\|.*?(?= Claude|$)/, ''));

describe('a migration from its notice to its end, and back', () => {
  it('is escalated by the ladder, told each week, closed when nothing is left, and opened again by a call', async () => {
    const did = inShort(await month());

    expect(did.filter((what) => what === 'close' || what === 'reopen')).toEqual(['close', 'reopen', 'close']);
    expect(did.filter((what) => what.includes('escalation ladder'))).toHaveLength(3);
    expect(did.filter((what) => what.includes('The week in numbers'))).toHaveLength(4);
    expect(did.filter((what) => what.startsWith('open'))).toHaveLength(1);
    expect(did.filter((what) => what.startsWith('post'))).toHaveLength(1);
  });

  it('closes on the first day on which everything is known: not on one when a call failed', async () => {
    const all = rememberingDeps();
    seen(all, '2026-11-02');
    await takeNotice(aNotice(), all.deps);
    const closed: string[] = [];
    for (let day = '2026-11-03'; day <= '2026-12-05'; day = plusDays(day, 1)) {
      await tick(all, day);
      if (all.world.migrations.get(id)?.status === 'done') closed.push(day);
    }

    // Seven full days after the last call is the 28th, when the sweep failed.
    expect(closed[0]).toBe('2026-11-29');
    expect(closed).toHaveLength(7);
  });

  it('says and does the same wherever the process dies', async () => {
    const undisturbed = await month();
    for (let diesAfter = 1; diesAfter <= undisturbed.length; diesAfter += 1)
      expect(await month(diesAfter), `died after ${diesAfter}`).toEqual(undisturbed);
  }, 120_000);

  it('is the owner’s of what is tagged, wherever a notice names the account', async () => {
    const all = rememberingDeps();
    const routes = [{ ...unconditional, tags: { team: 'pay' }, team: 'payments' }];
    all.world.dependents = [aProfile({ tags: { team: 'pay' } })];
    await takeNotice(aNotice(), { ...all.deps, configuration: { ...all.deps.configuration, routes } });

    expect([...all.world.migrations.keys()]).toEqual([`${sonnet45}/payments`]);
  });
});

describe('a tracker that fails at the end of a migration', () => {
  it.each`
    fault                                                                               | why
    ${new TrackerError('unreachable', { tracker: 'GitHub', where: 'a#1', hint: null })} | ${'it could not be opened again for three days'}
    ${refusing(403)}                                                                    | ${'it was refused for three days'}
    ${refusing()}                                                                       | ${'its tracker never opens anything again'}
  `('has nobody asked about what Sundial closed itself, where $why', async ({ fault }: { fault: TrackerError }) => {
    const did = inShort(await month(Infinity, (what, day) => (what === 'reopen' && day < '2026-12-11' ? fault : null)));

    expect(did.filter((what) => what.includes('Is the migration done?'))).toEqual([]);
  });

  it('is told what a workflow forbids once, writes all the rest, and never closes what is open again', async () => {
    const all = await month(Infinity, (what) => (what === 'close' ? refusing(400) : null));
    const did = inShort(all);
    const replies = did.filter((what) => what.startsWith('reply'));
    const comments = (one: readonly string[]) => one.filter((what) => what.startsWith('comment')).length;

    // Once for each time that it was done: it was not to be closed any more between.
    expect(replies.filter((what) => what.includes('refuses the ticket'))).toHaveLength(2);
    expect(replies.filter((what) => what.includes('takes the ticket again'))).toHaveLength(1);
    expect(comments(did)).toBe(comments(await month()));
    expect(did.filter((what) => what === 'close' || what === 'reopen')).toEqual([]);
  });
});
