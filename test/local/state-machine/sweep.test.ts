import { setTimeout as after } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../local/state-machine/json.ts';
import type { LocalFunction } from '../../../local/state-machine/lambda-tasks.ts';
import { sweepAccounts } from '../../../local/state-machine/sweep.ts';
import type { AccountSwept } from '../../../handlers/sweep-account.ts';
import { failure } from './machine.ts';

interface Concluded {
  readonly sweepId: string;
  readonly accounts: readonly {
    readonly account: string;
    readonly failures?: number;
    readonly failed?: boolean;
    readonly error?: string;
  }[];
}

const account = (n: number) => String(111122223333 + n);
const accounts = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ account: account(n), name: 'not needed' }));
const sweepId = '2026-11-20T03:30:00.000Z';
const none = () => Promise.resolve();

/** What the function answers that sweeps an account. */
function done(input: Json, failures = 0): Promise<AccountSwept> {
  const { account: id } = input as { account: string };
  return Promise.resolve({ account: id, regions: 34, failures });
}

async function swept(count: number, sweep: LocalFunction, more: Partial<Record<string, LocalFunction>> = {}) {
  const concluded: Json[] = [];
  const execution = await sweepAccounts(
    {
      'list-sweep-accounts': () => Promise.resolve({ sweepId, accounts: accounts(count) }),
      'sweep-account': sweep,
      'conclude-sweep': (input) => {
        concluded.push(input);
        return Promise.resolve({ told: true });
      },
      ...more,
    },
    { now: () => DateTime.fromISO('2026-11-20T06:00:00Z', { zone: 'utc' }), sleep: none },
  );
  return { execution, concluded: concluded as unknown as readonly Concluded[] };
}

describe('state-machines/sweep.yml', () => {
  it.each([0, 1, 2, 200])('sweeps %i accounts, each once, and concludes with all of them', async (count) => {
    const visited: Json[] = [];
    const { execution, concluded } = await swept(count, (input) => {
      visited.push(input);
      return done(input, 2);
    });

    expect(execution).toEqual({ status: 'SUCCEEDED', output: { told: true } });
    expect(visited).toEqual(accounts(count).map((one) => ({ sweepId, account: one.account })));
    expect(concluded).toEqual([
      { sweepId, accounts: accounts(count).map((one) => ({ account: one.account, failures: 2 })) },
    ]);
  });

  it('works on ten accounts at once', async () => {
    let [busy, most] = [0, 0];
    await swept(40, async (input) => {
      most = Math.max(most, (busy += 1));
      await after(1);
      busy -= 1;
      return done(input);
    });

    expect(most).toBe(10);
  });

  it('tells of an account that fails, shortly, and sweeps the others', async () => {
    const bad = account(3);
    const { execution, concluded } = await swept(8, (input) =>
      (input as { account: string }).account === bad
        ? Promise.reject(
            failure('AssumeRoleError', `the role SundialSpoke of ${bad} may not be assumed: ${'x'.repeat(500)}`),
          )
        : done(input),
    );

    expect(execution).toMatchObject({ status: 'SUCCEEDED' });
    expect(concluded[0]?.accounts.filter(({ failed }) => failed)).toEqual([
      { account: bad, failed: true, error: 'AssumeRoleError: the role SundialSpoke of 111122223336 may n' },
    ]);
    expect(concluded[0]?.accounts.length).toBe(8);
  });

  it.each`
    error                                | attempts | why
    ${'Sandbox.Timedout'}                | ${12}    | ${'goes on where it stopped when its time is up'}
    ${'Lambda.TooManyRequestsException'} | ${7}     | ${'waits while Lambda is busy'}
    ${'AssumeRoleError'}                 | ${3}     | ${'tries twice more'}
  `('$why', async ({ error, attempts }: { error: string; attempts: number }) => {
    let calls = 0;
    const { concluded } = await swept(1, () => {
      calls += 1;
      return Promise.reject(failure(error));
    });

    expect(calls).toBe(attempts);
    expect(concluded[0]?.accounts).toEqual([{ account: account(0), failed: true, error: `${error}: as told` }]);
  });

  it('tells of an account whose execution ends in a way that no state can catch', async () => {
    const { execution, concluded } = await swept(3, (input) =>
      (input as { account: string }).account === account(1) ? Promise.resolve('x'.repeat(300_000)) : done(input),
    );

    expect(execution).toMatchObject({ status: 'SUCCEEDED' });
    expect(concluded[0]?.accounts).toEqual([
      { account: account(0), failures: 0 },
      { account: account(1), failed: true, error: 'its execution failed or was stopped' },
      { account: account(2), failures: 0 },
    ]);
  });

  it('keeps room for two thousand accounts, all of which fail at length', async () => {
    const { execution, concluded } = await swept(2000, () => Promise.reject(failure('SweepError', 'x'.repeat(5000))));

    expect(execution).toMatchObject({ status: 'SUCCEEDED' });
    expect(concluded[0]?.accounts.every(({ failed }) => failed)).toBe(true);
    expect(concluded[0]?.accounts.length).toBe(2000);
  });

  it.each(['list-sweep-accounts', 'conclude-sweep'])('fails where %s does, after it tried again', async (name) => {
    let calls = 0;
    const fails = () => {
      calls += 1;
      return Promise.reject(failure('OrganizationsError', 'away'));
    };

    const { execution } = await swept(2, (input) => done(input), { [name]: fails });

    expect(execution).toMatchObject({ status: 'FAILED', error: 'OrganizationsError' });
    expect(calls).toBe(name === 'conclude-sweep' ? 4 : 3);
  });
});
