import { describe, expect, it } from 'vitest';
import type { Engine } from '../../local/engine.ts';
import { callsOf } from '../../local/event-report.ts';
import { accounts, organisation as withCases } from '../../local/story/organisation.ts';
import { anEngine, outside } from './engine.ts';

/** The story's teams without cases of their own: no comparison begins by itself. */
const organisation = {
  ...withCases,
  teams: new Map([...withCases.teams].map(([name, team]) => [name, { ...team, dataset: null }])),
};
const jamba = 'ai21.jamba-1-5-large-v1:0';
const marengo = 'twelvelabs.marengo-embed-2-7-v1:0';

async function swept(at = '2026-11-21T09:00:00Z', pageSize?: number) {
  const engine = await anEngine({ configuration: organisation, at, pageSize });
  await engine.sweep();
  return engine;
}

async function statusOf(engine: Engine, modelId: string) {
  const found = (await engine.situations()).find(({ migration }) => migration.modelId === modelId);
  return found?.migration.status;
}

describe('a sweep', () => {
  it('opens one ticket and one thread for each team that owns something on a model that leaves, with no notice at all', async () => {
    const engine = await swept();
    const migrations = (await engine.situations()).map(({ migration }) => migration.id).toSorted();

    expect(migrations).toEqual([
      `${jamba}/support`,
      'anthropic.claude-opus-4-1-20250805-v1:0/payments',
      'anthropic.claude-opus-4-1-20250805-v1:0/support',
      'anthropic.claude-sonnet-4-5-20250929-v1:0/payments',
      'anthropic.claude-sonnet-4-5-20250929-v1:0/research',
      'anthropic.claude-sonnet-4-5-20250929-v1:0/support',
      `${marengo}/research`,
    ]);
    expect(callsOf(engine.done())).toMatchObject({ ticketsOpened: 7, messagesPosted: 7 });
    expect((await outside(engine)).tickets).toHaveLength(7);
  });

  it('tells nothing the second time', async () => {
    const engine = await swept();

    expect((await engine.sweep()).done).toEqual([]);
  });

  it('announces what the API lists on the bus, where it is taken as AWS Health’s word is', async () => {
    const engine = await swept();
    const [situation] = await engine.situations();

    expect(situation?.lifecycle.sources.map(({ source }) => source)).toContain('api');
  });

  it('says what each dependent takes to leave', async () => {
    const engine = await swept();
    const research = (await engine.situations()).find(({ migration }) => migration.id === `${marengo}/research`);

    expect(
      research?.presence.dependents.map(({ ownership, leaving }) => [ownership.dependent.kind, leaving[0]?.kind]),
    ).toEqual([
      ['onDemand', 'reEmbed'],
      ['knowledgeBase', 'reEmbed'],
    ]);
  });
});

describe('as the days go by', () => {
  it('a migration is done when nobody calls the model and nothing rests on it: told once, its ticket closed', async () => {
    const engine = await swept();
    engine.travelTo('2026-12-12T09:00:00Z');
    const { done } = await engine.sweep();
    const again = await engine.sweep();

    expect(await statusOf(engine, jamba)).toBe('done');
    expect(await statusOf(engine, marengo)).toBe('done');
    expect(
      done.filter(({ action }) => action.kind === 'closeTicket').map(({ action }) => action.migrationId),
    ).toContain(`${jamba}/support`);
    expect(again.done).toEqual([]);
  });

  it('it is not done a day before the quiet days are over', async () => {
    const engine = await swept();
    engine.travelTo('2026-12-05T09:00:00Z');
    await engine.sweep();

    expect(await statusOf(engine, jamba)).toBe('open');
    engine.travelTo('2026-12-06T09:00:00Z');
    await engine.sweep();
    expect(await statusOf(engine, jamba)).toBe('done');
  });
});

describe('nothing is closed by mistake', () => {
  it.each`
    fault                                                                                     | why
    ${{ kind: 'down', region: 'us-east-1', account: accounts.support }}                       | ${'a Region is down'}
    ${{ kind: 'denied', account: accounts.support }}                                          | ${'an account lets nobody in'}
    ${{ kind: 'denied', call: 'cloudwatch:GetMetricData', account: accounts.support }}        | ${'use cannot be read'}
    ${{ kind: 'denied', call: 'bedrock-agent:ListFlows', account: accounts.support }}         | ${'one kind of dependent cannot be read'}
    ${{ kind: 'halfPage', call: 'bedrock:ListInferenceProfiles', account: accounts.support }} | ${'half a list came'}
    ${{ kind: 'unreachable', account: accounts.support, region: 'us-east-1' }}                | ${'connections are dropped'}
  `(
    'when $why: it is unknown, and done only once it is known',
    async ({ fault }: { fault: never }) => {
      const engine = await swept(undefined, 2);
      engine.travelTo('2026-12-12T09:00:00Z');
      const { faults } = await engine.aws();
      faults.add(fault);
      await engine.sweep();
      expect(await statusOf(engine, jamba)).toBe('open');

      faults.heal();
      await engine.sweep();
      expect(await statusOf(engine, jamba)).toBe('done');
    },
    60_000,
  );

  it('and a Region that is down when it is first seen is said to be unknown, not empty', async () => {
    const engine = await anEngine({ configuration: organisation, at: '2026-11-21T09:00:00Z' });
    const { faults } = await engine.aws();
    faults.add({ kind: 'down', region: 'eu-central-1', account: accounts.payments });
    await engine.sweep();

    const payments = (await engine.situations()).filter(({ migration }) => migration.team === 'payments');
    expect(payments.length).toBeGreaterThan(0);
    engine.travelTo('2026-11-21T10:00:00Z');
    faults.heal();
    await engine.sweep();
    expect(
      (await engine.situations()).find(({ migration }) => migration.id.endsWith('sonnet-4-5-20250929-v1:0/payments'))
        ?.migration.affected,
    ).toContainEqual({ account: accounts.payments, region: 'eu-central-1' });
  }, 60_000);
});

describe('what AWS Health held before Sundial was there', () => {
  it('opens what the notices would have opened, and repeats nothing', async () => {
    const engine = await anEngine({ configuration: organisation, at: '2026-11-21T09:00:00Z' });
    const first = await engine.backfill();
    const second = await engine.backfill();

    expect(first).toMatchObject({ supportPlan: true, events: 3, unreadable: [] });
    expect(callsOf(first.done)).toMatchObject({ ticketsOpened: 3, messagesPosted: 3 });
    expect(second.done).toEqual([]);
  });

  it('is not asked for again and again where there is no support plan', async () => {
    const engine = await anEngine({ configuration: organisation });

    expect(await engine.backfill(() => Promise.resolve({ kind: 'noSupportPlan' }))).toMatchObject({
      supportPlan: false,
      events: 0,
    });
  });
});
