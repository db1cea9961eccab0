import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TrackerError } from '../../../adapters/trackers/tracker-error.ts';
import type { TicketRef } from '../../../domain/migration.ts';
import { performOnce } from '../../../handlers/perform-once.ts';
import type { Tickets } from '../../../handlers/ticket-ports.ts';
import { migrationTicket } from '../../../templates/migration-ticket.ts';
import { aSituation } from '../../builders/situation.ts';
import { memoryLedger } from '../../fakes/memory-ledger.ts';
import type { Reply } from '../../fakes/scripted-server.ts';
import type { CutLine, Fate } from '../../fakes/trackers/cut-line.ts';
import { cutLine } from '../../fakes/trackers/cut-line.ts';
import type { People, Traits, TrackerWorld } from './tracker-world.ts';

const ticket = migrationTicket(aSituation());
const later = migrationTicket(aSituation({ now: '2027-02-01T09:00:00Z' }));
const news = 'End of life **moved** to 8 January 2027.\n\n- because AWS said so';
const step = 'Regression';

/** A test of what a tracker can do; none where it can't. */
function itWhere(holds: boolean): (name: string, test: () => Promise<void>) => void {
  return holds ? it : () => undefined;
}

/** What every tracker keeps to, whatever it is. */
export function ticketsContract(name: string, traits: Traits, start: () => Promise<TrackerWorld>): void {
  describe(`tickets in ${name}`, () => {
    let world: TrackerWorld;
    let line: CutLine;
    let keys = 0;
    beforeAll(async () => {
      world = await start();
      line = await cutLine(() => world.url);
    });
    afterEach(() => line.heals());
    afterAll(async () => {
      await line.close();
      await world.close();
    });

    const newKey = () => `anthropic.claude-sonnet-4-5-20250929-v1:0/team ${(keys += 1)}`;
    const tickets = (how?: Parameters<TrackerWorld['tickets']>[1]) => world.tickets(line.url, how);
    const writes = () =>
      line.calls.filter(
        ({ method, path, target }) => method !== 'GET' && !world.reads?.test(`${method} ${path} ${target}`),
      );
    const people = new Proxy({} as People, { get: (_, act: keyof People) => world.people[act] });

    it('opens one, and finds it again by its key alone', async () => {
      const key = newKey();
      const there = await tickets();
      if (traits.finds) expect(await there.find(key)).toBeNull();
      const before = await world.opened();

      const ref = await there.open(key, ticket);

      expect(await world.opened()).toBe(before + 1);
      expect(await people.title(ref)).toBe(ticket.title);
      if (!traits.finds) return;
      expect(await there.find(key)).toEqual(ref);
      expect(await there.find(`${key}0`)).toBeNull();
      expect(await there.find(key.slice(0, -1))).toBeNull();
    });

    itWhere(traits.rewrites)('says in it what the ticket says', async () => {
      const ref = await (await tickets()).open(newKey(), ticket);

      const text = await people.text(ref);
      expect(text).toContain('Claude Sonnet 5');
      expect(text).toContain('111122223333');
    });

    itWhere(traits.attaches)('takes its files along, once', async () => {
      const key = newKey();
      const attachments = [{ name: 'dependents.csv', mediaType: 'text/csv', content: 'kind,name\nagent,"ä, b"\n' }];
      const ref = await (await tickets()).open(key, { ...ticket, attachments });
      const lists = async () =>
        (await people.attachments(ref)).filter((one) => /^dependents(-[0-9a-f]{8})?\.csv$/.test(one));
      const before = await lists();
      expect(before).toHaveLength(1);

      await (await tickets()).update(ref, key, { ...later, attachments });
      expect(await lists()).toEqual(before);

      const changed = attachments.map((file) => ({ ...file, content: file.content.replace('agent', 'flows') }));
      await (await tickets()).update(ref, key, { ...later, attachments: changed });
      expect(await lists()).toHaveLength(1);
    });

    it('comments once, and finds the comment by its key', async () => {
      const there = await tickets();
      const ref = await there.open(newKey(), ticket);
      if (traits.finds) expect(await there.findComment(ref, 'news/1')).toBe(false);

      await there.comment(ref, 'news/1', news);

      if (traits.finds) expect(await there.findComment(ref, 'news/1')).toBe(true);
      if (traits.finds) expect(await there.findComment(ref, 'news/10')).toBe(false);
      const said = await people.comments(ref);
      expect(said).toHaveLength(1);
      expect(said[0]).toContain('8 January 2027');
    });

    itWhere(traits.rewrites)('rewrites its own part, and keeps what people wrote, ticked and set', async () => {
      const key = newKey();
      const there = await tickets();
      const ref = await there.open(key, ticket);
      await people.writesAbove(ref, 'Ana looks after this.');
      await people.setsForeignField(ref, 'q1');
      if (traits.ticks) await people.ticks(ref, step);

      await there.update(ref, key, later);

      expect(await people.title(ref)).toBe(later.title);
      const text = await people.text(ref);
      expect(text).toContain('Ana looks after this.');
      expect(text.indexOf('Ana')).toBeLessThan(text.indexOf('Claude Sonnet 5'));
      const other = await there.open(newKey(), later);
      const mentions = (whole: string) => whole.split('Claude Sonnet 5').length;
      expect(mentions(text)).toBe(mentions(await people.text(other)));
      if (traits.ticks) expect(await people.isTicked(ref, step)).toBe(true);
      expect(await people.foreignField(ref)).toEqual('q1');
      if (traits.finds) expect(await there.find(key)).toEqual(ref);
    });

    it('writes nothing where nothing changed', async () => {
      if (!traits.finds) return;
      const key = newKey();
      const there = await tickets();
      const ref = await there.open(key, ticket);
      line.heals();

      await there.update(ref, key, ticket);

      expect(writes()).toEqual([]);
    });

    itWhere(traits.readsBack)('is closed, and tells whose it is', async () => {
      const key = newKey();
      const there = await tickets();
      const ref = await there.open(key, ticket);
      expect((await there.readBack(ref)).closed).toBe(false);
      const whose = await people.assigns(ref);
      expect(await there.readBack(ref)).toEqual({ assignee: whose, closed: false });

      await there.close(ref);
      await there.close(ref);

      expect(await people.isClosed(ref)).toBe(true);
      expect((await there.readBack(ref)).closed).toBe(true);
      expect(await there.find(key)).toEqual(ref);
    });

    itWhere(traits.readsBack)('sees that a person closed it, and may still write to it', async () => {
      const key = newKey();
      const there = await tickets();
      const ref = await there.open(key, ticket);
      await people.closes(ref);

      expect((await there.readBack(ref)).closed).toBe(true);
      await there.update(ref, key, later);
      await there.comment(ref, 'news', news);
      await there.close(ref);
      expect(await people.isClosed(ref)).toBe(true);
    });

    itWhere(traits.reopens)('is opened again', async () => {
      const there = await tickets();
      const ref = await there.open(newKey(), ticket);
      await there.close(ref);

      await there.reopen(ref);
      await there.reopen(ref);

      expect(await people.isClosed(ref)).toBe(false);
    });

    itWhere(traits.parents)('stands below a parent, once', async () => {
      const there = await tickets();
      const parent = await there.open(newKey(), ticket);
      const ref = await there.open(newKey(), ticket);

      await there.link(ref, parent);
      await there.link(ref, parent);

      expect(await people.childrenOf(parent)).toEqual([ref.key]);
    });

    it('finds all in order, without writing', async () => {
      const findings = await (await tickets()).check();

      expect(findings.length).toBeGreaterThan(0);
      expect(findings.filter(({ state }) => state !== 'fine' && state !== 'note')).toEqual([]);
      expect(writes()).toEqual([]);
    });

    describe('two at once', () => {
      it('make one ticket through the ledger', async () => {
        const key = newKey();
        const before = await world.opened();
        const ledger = memoryLedger();
        const there = await tickets();
        const open = () =>
          performOnce(
            key,
            ledger,
            () => there.open(key, ticket),
            async () => {
              const outcome = await there.find(key);
              return outcome && { outcome };
            },
          );

        const both = await Promise.allSettled([open(), open()]);

        expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
        expect(await world.opened()).toBe(before + 1);
        expect((await open()).done).toBe('before');
      });

      itWhere(traits.deduplicates)('make one ticket without it too', async () => {
        const key = newKey();
        const before = await world.opened();
        const there = await tickets();

        const [one, other] = await Promise.all([there.open(key, ticket), there.open(key, ticket)]);

        expect(one).toEqual(other);
        expect(await world.opened()).toBe(before + 1);
      });
    });

    describe('a process that dies', () => {
      /** What happens to a migration's ticket, each thing done once, with or without a look first. */
      async function story(there: Tickets, key: string, again: boolean): Promise<TicketRef> {
        const ref = (again ? await there.find(key) : null) ?? (await there.open(key, ticket));
        if (!again || !(await there.findComment(ref, `${key}/news`))) await there.comment(ref, `${key}/news`, news);
        await there.update(ref, key, later);
        await there.close(ref);
        return ref;
      }

      it.each(['answerLost', 'neverArrives'] as const)(
        'at any call, which was done or not (%s), leaves one ticket and one comment',
        async (fate) => {
          line.heals();
          await story(await tickets(), newKey(), false);
          const calls = line.calls.length;
          expect(calls).toBeGreaterThanOrEqual(3);

          for (let last = 1; last <= calls; last += 1) {
            const key = newKey();
            const before = await world.opened();
            line.goesWrong((nth): Fate => (nth < last ? 'passes' : nth === last ? fate : 'neverArrives'));
            await story(await tickets({ attempts: 1 }), key, false).then(
              () => expect.unreachable(),
              (fault: unknown) => expect(fault).toBeInstanceOf(TrackerError),
            );
            line.heals();

            const ref = await story(await tickets(), key, true);

            expect(await world.opened(), `call ${last}`).toBe(before + 1);
            expect(await people.comments(ref), `call ${last}`).toHaveLength(1);
            expect(await people.title(ref), `call ${last}`).toBe(later.title);
            expect(await people.isClosed(ref), `call ${last}`).toBe(true);
          }
        },
      );

      it('or an answer that is lost on the way, repeats nothing either', async () => {
        line.heals();
        await story(await tickets(), newKey(), false);
        const calls = line.calls.length;
        for (let lost = 1; lost <= calls; lost += 1) {
          const before = await world.opened();
          line.goesWrong((nth): Fate => (nth === lost ? 'answerLost' : 'passes'));

          const ref = await story(await tickets(), newKey(), false);

          expect(await world.opened(), `call ${lost}`).toBe(before + 1);
          expect(await people.comments(ref), `call ${lost}`).toHaveLength(1);
          expect(await people.isClosed(ref), `call ${lost}`).toBe(true);
        }
      });
    });

    describe('on a bad day', () => {
      const busy = (seconds: number): Reply =>
        world.busy?.(seconds) ?? { status: 429, headers: { 'retry-after': `${seconds}` }, body: {} };
      const broken = (): Reply => world.broken ?? { status: 503, body: {} };

      it('waits as long as it is asked to, and goes on', async () => {
        const before = await world.opened();
        line.goesWrong((nth) => (nth <= 2 ? busy(0) : 'passes'));

        await (await tickets()).open(newKey(), ticket);

        expect(await world.opened()).toBe(before + 1);
      });

      itWhere(traits.retryAfter)('lets a wait beyond its patience out at once', async () => {
        line.goesWrong(() => busy(3_600));
        const fault = await failure((await tickets()).open(newKey(), ticket));

        expect(fault.fault).toBe('unreachable');
        expect(line.calls).toHaveLength(1);
      });

      it('calls what stays broken, or silent, unreachable', async () => {
        line.goesWrong(broken);
        expect((await failure((await tickets()).open(newKey(), ticket))).fault).toBe('unreachable');
        line.goesWrong(() => ({ silent: true }));
        expect((await failure((await tickets({ timeoutMs: 50, attempts: 2 })).open(newKey(), ticket))).fault).toBe(
          'unreachable',
        );
      });

      it('never takes a search that failed for "not there"', async () => {
        if (!traits.finds) return;
        const there = await tickets();
        const ref = await there.open(newKey(), ticket);
        line.goesWrong(broken);

        expect((await failure(there.find(newKey()))).fault).toBe('unreachable');
        expect((await failure(there.findComment(ref, 'news'))).fault).toBe('unreachable');
      });

      it('asks for a new credential where the old one is not accepted, and shows neither', async () => {
        if (world.refusal) line.goesWrong(() => world.refusal ?? {});
        const there = await tickets({ secret: world.secret.replace(/(?<=^.{10})./, (c) => (c === 'A' ? 'B' : 'A')) });
        const fault = await failure(there.open(newKey(), ticket));

        expect(fault.fault).toBe('refused');
        expect(fault.data.hint).toMatch(/new one|permission|secret/i);
        const shown = inspected(fault);
        expect(shown).not.toContain(world.secret);
        expect(shown).not.toContain(Buffer.from(world.secret).toString('base64'));
        expect(shown).not.toContain(ticket.summary.slice(0, 40));
      });

      itWhere(traits.misplaces)('says what to mend where the place is not there', async () => {
        const there = await world.misplaced(line.url);
        const fault = await failure(there.open(newKey(), ticket));

        expect(fault.fault).toBe('refused');
        expect(fault.data.hint).not.toBeNull();
        const [finding] = await there.check().catch((refused: unknown) => [refused]);
        if (finding instanceof TrackerError) expect(finding.data.hint).not.toBeNull();
        else expect(finding).toMatchObject({ state: 'missing', fix: expect.any(String) as string });
      });

      it('shortens what is too long', async () => {
        const long = 'A very long name '.repeat(200);
        const parts = [
          ticket.parts[0],
          ...Array.from({ length: 60 }, (_, n) => `## Part ${n}\n\n${'words '.repeat(2_000)}`),
        ] as const;
        const key = newKey();
        const there = await tickets();

        const ref = await there.open(key, { ...ticket, title: long, parts });
        await there.comment(ref, 'long', 'words '.repeat(50_000));
        await there.update(ref, key, { ...later, title: `${long} still`, parts });
        await there.update(ref, key, later);

        expect(await people.title(ref)).toBe(later.title);
      });

      it('names the field that nobody fills', async () => {
        const field = world.requiresField?.();
        if (!field) return;
        const there = await tickets();
        const fault = await failure(there.open(newKey(), ticket));
        const findings = await there.check();
        field.lift();

        expect(fault.fault).toBe('refused');
        expect(fault.data.hint).toContain(field.name);
        expect(fault.data.hint).toContain('tracker.fields');
        const missing = findings.find(({ state }) => state === 'missing');
        expect(missing?.seen).toContain(field.name);
        expect(missing?.fix).toContain('tracker.fields');
      });

      itWhere(traits.deletes)('calls a ticket that somebody deleted gone', async () => {
        const key = newKey();
        const there = await tickets();
        const ref = await there.open(key, ticket);
        await people.removes(ref);

        for (const attempt of [
          () => there.update(ref, key, later),
          () => there.comment(ref, 'news', news),
          () => there.close(ref),
          ...(traits.readsBack ? [() => there.readBack(ref)] : []),
        ])
          expect((await failure(attempt())).fault).toBe('gone');
      });
    });
  });
}

async function failure(attempt: Promise<unknown>): Promise<TrackerError> {
  const fault: unknown = await attempt.catch((error: unknown) => error);
  if (fault instanceof TrackerError) return fault;
  throw new Error('expected a TrackerError', { cause: fault });
}

/** All that a log could show of a fault. */
function inspected(fault: TrackerError): string {
  return inspect(fault, { depth: 8, showHidden: true }) + JSON.stringify([fault, fault.data, fault.cause]);
}
