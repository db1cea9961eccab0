import { describe, expect, it } from 'vitest';
import type { Call, Fault } from '../fakes/faulty-proxy.ts';
import { faultyProxy } from '../fakes/faulty-proxy.ts';
import { fixture } from '../fixtures/fixture.ts';
import { anEngine, outside } from './engine.ts';

const notice = fixture('health-bedrock', 'sonnet-4-5-organization-view');
const patience = { attempts: 3, firstPauseMs: 2, longestMs: 3000 };
const fine = () => null;

const posts = ({ method, path }: Call) => method === 'POST' && path.endsWith('/chat.postMessage');
const opens = ({ method, path }: Call) => method === 'POST' && path.endsWith('/issues');
const always = (fault: Fault) => (): Fault => fault;
const once =
  (of: (call: Call) => boolean, fault: Fault) =>
  (call: Call, nth: number): Fault | null =>
    of(call) && nth === 0 ? fault : null;

/** A Sundial whose Slack and GitHub go wrong as told; both are the simulated ones, so that what really happened can be seen. */
async function aSundial(faults: {
  slack?: Parameters<typeof faultyProxy>[0];
  github?: Parameters<typeof faultyProxy>[0];
}) {
  const slack = await faultyProxy(faults.slack ?? fine);
  const github = await faultyProxy(faults.github ?? fine);
  const engine = await anEngine({
    slack: { token: 'xoxb-proxied', url: `${slack.url}/` },
    github: { token: 'proxied', url: github.url },
    patience,
  });
  slack.leadsTo(engine.world.slackApiUrl, engine.world.slackToken);
  github.leadsTo(engine.world.githubApiUrl, engine.world.githubToken);
  const heal = () => {
    slack.heal();
    github.heal();
  };
  return { engine, slack, github, heal };
}

/** One ticket and one root message in total, and a migration that was told. */
async function everythingOnce({ engine }: Pick<Awaited<ReturnType<typeof aSundial>>, 'engine'>): Promise<void> {
  const seen = await outside(engine);
  expect([seen.tickets.length, seen.messages, seen.replies]).toEqual([1, 1, []]);
  const situations = await engine.situations();
  expect(
    situations.map(({ migration }) => [migration.ticket !== null, migration.thread !== null, migration.told !== null]),
  ).toEqual([[true, true, true]]);
}

describe('a fault that passes', () => {
  it.each`
    faults                                                                                                                                      | why
    ${{ slack: once(posts, { status: 500 }) }}                                                                                                  | ${'Slack fails'}
    ${{ slack: once(posts, { status: 503, headers: { 'retry-after': '0' } }) }}                                                                 | ${'Slack is away, and says when it is back'}
    ${{ slack: once(posts, 'answerLost') }}                                                                                                     | ${'Slack posts, and its answer is lost'}
    ${{ github: once(opens, { status: 500, body: { message: 'Server Error' } }) }}                                                              | ${'GitHub fails'}
    ${{ github: once(opens, { status: 429, headers: { 'retry-after': '0' }, body: { message: 'You have exceeded a secondary rate limit' } }) }} | ${'GitHub asks for patience'}
    ${{ github: once(opens, 'answerLost') }}                                                                                                    | ${'GitHub opens the ticket, and its answer is lost'}
    ${{ slack: once(() => true, { status: 500 }), github: once(() => true, { status: 502, body: {} }) }}                                        | ${'every first call of both'}
    ${{ slack: once(() => true, 'answerLost'), github: once(() => true, 'answerLost') }}                                                        | ${'every first answer of both'}
  `(
    'is waited out, and nothing is done twice: $why',
    async ({ faults }: { faults: Parameters<typeof aSundial>[0] }) => {
      const sundial = await aSundial(faults);

      const report = await sundial.engine.deliver(notice);

      expect(report).toMatchObject({ outcome: 'handled', reason: null });
      expect(await sundial.engine.deadLetters()).toEqual([]);
      await everythingOnce(sundial);
    },
  );

  it('of Slack’s rate is waited out for as long as Slack says', async () => {
    const sundial = await aSundial({
      slack: once(posts, { status: 429, headers: { 'retry-after': '1' }, body: { ok: false, error: 'ratelimited' } }),
    });

    await sundial.engine.deliver(notice);

    const [first, second, ...more] = sundial.slack.calls.filter(posts);
    expect(more).toEqual([]);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
    await everythingOnce(sundial);
  });
});

describe('a fault that stays', () => {
  it.each`
    faults                                                                                                              | reason                          | why
    ${{ slack: always({ status: 500 }) }}                                                                               | ${/Slack could not be reached/} | ${'Slack fails'}
    ${{ slack: always({ status: 429, headers: { 'retry-after': '600' }, body: { ok: false, error: 'ratelimited' } }) }} | ${/Slack/}                      | ${'Slack asks for more patience than there is'}
    ${{ slack: always('answerLost') }}                                                                                  | ${/Slack could not be reached/} | ${'every answer of Slack’s is lost'}
    ${{ slack: always({ status: 200, body: { ok: false, error: 'not_in_channel' } }) }}                                 | ${/not_in_channel|invite/i}     | ${'Slack refuses, and the reason says what to do'}
    ${{ github: always({ status: 500, body: { message: 'Server Error' } }) }}                                           | ${/GitHub/}                     | ${'GitHub fails'}
    ${{ github: always({ status: 429, headers: { 'retry-after': '600' }, body: {} }) }}                                 | ${/GitHub/}                     | ${'GitHub asks for more patience than there is'}
    ${{ github: always('answerLost') }}                                                                                 | ${/GitHub/}                     | ${'every answer of GitHub’s is lost'}
  `(
    'is dead-lettered with the reason, and redriving completes it, once: $why',
    async ({ faults, reason }: { faults: Parameters<typeof aSundial>[0]; reason: RegExp }) => {
      const sundial = await aSundial(faults);

      const failed = await sundial.engine.deliver(notice);

      expect(failed).toMatchObject({ outcome: 'failed', rules: ['health-bedrock'], actions: [] });
      expect(failed.reason).toMatch(reason);
      expect(await sundial.engine.deadLetters()).toMatchObject([
        { event: { id: notice['id'] }, reason: failed.reason },
      ]);

      sundial.heal();
      const redriven = await sundial.engine.redrive();

      expect(redriven).toMatchObject([{ outcome: 'handled' }]);
      expect(await sundial.engine.deadLetters()).toEqual([]);
      await everythingOnce(sundial);
    },
  );

  it('of a tracker that refuses is told in the thread, and mended by the next tick', async () => {
    const sundial = await aSundial({ github: always({ status: 404, body: { message: 'Not Found' } }) });

    expect(await sundial.engine.deliver(notice)).toMatchObject({ outcome: 'handled' });
    const before = await outside(sundial.engine);
    expect([before.tickets.length, before.messages]).toEqual([0, 1]);
    expect(before.replies[0]).toContain('There is no such repository or ticket');

    sundial.heal();
    await sundial.engine.tick();
    const after = await outside(sundial.engine);
    // The week's digest came too.
    expect([after.tickets.length, after.messages]).toEqual([1, 2]);
    expect(after.replies.at(-1)).toContain('takes the ticket again');
  });

  it('redriving while it stays leaves the event where it was', async () => {
    const sundial = await aSundial({ slack: always({ status: 500 }) });
    await sundial.engine.deliver(notice);

    expect(await sundial.engine.redrive()).toMatchObject([{ outcome: 'failed' }]);
    expect(await sundial.engine.deadLetters()).toHaveLength(1);
  });
});
