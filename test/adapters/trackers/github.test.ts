import { createEmulator } from 'emulate';
import * as z from 'zod/mini';
import { ticketsIn } from '../../../adapters/trackers/tickets-in.ts';
import { DateTime } from 'luxon';
import type { TicketRef } from '../../../domain/migration.ts';
import { ticketsContract } from './tickets-contract.ts';
import type { TrackerWorld } from './tracker-world.ts';
import { allTraits } from './tracker-world.ts';

const secret = 'ghp-sundial-for-tests';
const Issue = z.object({
  title: z.string(),
  body: z.string(),
  state: z.string(),
  milestone: z.unknown(),
  labels: z.array(z.object({ name: z.string() })),
});

/** GitHub as `emulate` has it: without sub-issues, and accepting any credential. */
async function github(): Promise<TrackerWorld> {
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: { [secret]: { login: 'sundial', scopes: ['repo'] } },
      github: { users: [{ login: 'sundial' }, { login: 'ana' }], repos: [{ owner: 'sundial', name: 'payments' }] },
    },
  });
  const url = emulator.url.replace(/\/$/, '');
  const asked = async (path: string, method = 'GET', body?: unknown): Promise<unknown> => {
    const response = await fetch(`${url}/repos/sundial/payments/issues${path}`, {
      method,
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return response.json();
  };
  const at = ({ key }: TicketRef) => `/${key.split('#')[1] ?? ''}`;
  const issue = async (ref: TicketRef) => Issue.parse(await asked(at(ref)));
  const change = (ref: TicketRef, fields: object) => asked(at(ref), 'PATCH', fields);
  const tickets: TrackerWorld['tickets'] = (
    address,
    { secret: token = secret, attempts = 3, timeoutMs = 2_000 } = {},
  ) =>
    ticketsIn(
      { kind: 'github', repository: 'sundial/payments' },
      {
        credential: () => Promise.resolve(token),
        address: () => address,
        now: () => DateTime.utc(),
        patience: { attempts, firstPauseMs: 1, longestMs: 2_000 },
        timeoutMs,
      },
    );

  return {
    url,
    secret,
    refusal: { status: 401, body: { message: 'Bad credentials' } },
    tickets,
    misplaced: (address) =>
      ticketsIn(
        { kind: 'github', repository: 'sundial/nowhere' },
        { credential: () => Promise.resolve(secret), address: () => address, now: () => DateTime.utc() },
      ),
    opened: async () => {
      let count = 0;
      for (let page = 1; ; page += 1) {
        const listed = z.array(z.unknown()).parse(await asked(`?state=all&per_page=100&page=${page}`));
        count += listed.length;
        if (listed.length < 100) return count;
      }
    },
    people: {
      text: async (ref) => (await issue(ref)).body,
      title: async (ref) => (await issue(ref)).title,
      comments: async (ref) =>
        z
          .array(z.object({ body: z.string() }))
          .parse(await asked(`${at(ref)}/comments`))
          .map(({ body }) => body),
      isClosed: async (ref) => (await issue(ref)).state === 'closed',
      writesAbove: async (ref, words) => {
        await change(ref, { body: `${words}\r\n\r\n${(await issue(ref)).body}` });
      },
      ticks: async (ref, step) => {
        await change(ref, { body: (await issue(ref)).body.replace(`- [ ] ${step}`, `- [x] ${step}`) });
      },
      isTicked: async (ref, step) => (await issue(ref)).body.includes(`- [x] ${step}`),
      setsForeignField: async (ref, value) => {
        await change(ref, { labels: ['sundial', value] });
      },
      foreignField: async (ref) => (await issue(ref)).labels.map(({ name }) => name).find((name) => name !== 'sundial'),
      assigns: async (ref) => {
        await change(ref, { assignees: ['ana'] });
        return 'ana';
      },
      closes: async (ref) => {
        await change(ref, { state: 'closed' });
      },
    },
    close: () => emulator.close(),
  };
}

ticketsContract('GitHub', { ...allTraits, parents: false, attaches: false, deletes: false }, github);
