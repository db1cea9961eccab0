import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HealthEventFacts } from '../../local/story/health-envelope.ts';
import { healthEvent } from '../../local/story/health-envelope.ts';
import { anEngine, outside } from './engine.ts';

type Payload = Readonly<Record<string, unknown>> & { readonly detail?: unknown };

const organization = '777788889999';
const [sonnet, jamba] = ['anthropic.claude-sonnet-4-5-20250929-v1:0', 'ai21.jamba-1-5-mini-v1:0'];

/** Sonnet is left by both teams, told to each in two pages; Jamba by one: three migrations. */
const notices: readonly HealthEventFacts[] = [
  { account: '111122223333', model: sonnet, pages: 2 },
  { account: '444455556666', model: sonnet, pages: 2 },
  { account: '111122223333', model: jamba, pages: 1 },
].flatMap(({ account, model, pages }) =>
  Array.from({ length: pages }, (_, n) => ({
    id: `${model.replaceAll(/[.:]/g, '')}-${account}`,
    account,
    region: 'eu-west-1',
    sentOn: '2026-10-08',
    text: `${model} is Legacy from 2026-10-08, in extended access from 2027-01-08, and reaches end of life on 2027-04-08.`,
    page: n + 1,
    totalPages: pages,
    entities: [`arn:aws:bedrock:eu-west-1:${account}:inference-profile/${n}`],
  })),
);

/** The ways of docs/fan-in.md, each as its copy of a notice arrives. */
const ways = {
  /** Untouched: a forwarded event keeps its account and its Region. */
  forwarded: (facts: HealthEventFacts): Payload => healthEvent(facts),
  /** In the organisation's own account, whose event it then is; with its ARN in the shorter of the two shapes that AWS writes. */
  organization: (facts: HealthEventFacts): Payload => {
    const event: Payload = healthEvent({ ...facts, receivedBy: organization });
    const { eventArn } = event.detail as { readonly eventArn: string };
    return { ...event, detail: { ...(event.detail as object), eventArn: eventArn.replace(/event\/.*\//, 'event/') } };
  },
  /** In us-west-2, marked as a copy. */
  backup: (facts: HealthEventFacts): Payload => healthEvent({ ...facts, backup: true }),
} as const;
type Way = keyof typeof ways;

async function everythingOnce(events: readonly Payload[]): Promise<void> {
  const engine = await anEngine();
  for (const event of events) expect(await engine.deliver(event)).toMatchObject({ outcome: 'handled' });

  const seen = await outside(engine);
  expect([seen.tickets.length, seen.messages, seen.replies]).toEqual([3, 3, []]);
  expect(new Set(seen.texts).size).toBeGreaterThan(1);
  expect(await engine.deadLetters()).toEqual([]);
  await engine.close();
}

describe('fan-in', () => {
  it.each<{ deployed: readonly Way[] }>([
    { deployed: ['forwarded'] },
    { deployed: ['organization'] },
    { deployed: ['backup'] },
    { deployed: ['forwarded', 'organization'] },
    { deployed: ['forwarded', 'backup'] },
    { deployed: ['organization', 'backup'] },
  ])('by $deployed tells each team once', async ({ deployed }) => {
    await everythingOnce(notices.flatMap((facts) => deployed.map((way) => ways[way](facts))));
  });

  it('tells each team once in any order, also when everything comes twice', async () => {
    const all = notices.flatMap((facts) => Object.values(ways).map((way) => way(facts)));
    const order = fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length });

    await fc.assert(fc.asyncProperty(order, everythingOnce), { numRuns: 8 });
  });

  it('tells a team once of what is public, though each of its accounts forwards a copy', async () => {
    const engine = await anEngine();
    const facts = {
      id: 'withdrawn',
      region: 'us-east-1',
      sentOn: '2026-10-08',
      scope: 'PUBLIC',
      category: 'issue',
      text: `Access to ${sonnet} has been revoked with immediate effect in us-east-1. The model remains unavailable.`,
    } as const;

    for (const account of ['123456789012', '210987654321']) await engine.deliver(healthEvent({ ...facts, account }));

    const seen = await outside(engine);
    expect([seen.tickets.length, seen.messages]).toEqual([1, 1]);
  });
});
