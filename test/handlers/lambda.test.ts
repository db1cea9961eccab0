import { describe, expect, it } from 'vitest';
import { UnreadableEventError } from '../../events/unreadable-event.ts';
import type { Delivery, SqsEvent } from '../../handlers/lambda.ts';
import { lambda } from '../../handlers/lambda.ts';
import { jsonLog } from '../../handlers/log.ts';

interface Letter {
  readonly body: string;
  readonly error: string;
  readonly reason: string;
}

/** What a function has around it, and what it did. */
function delivery(sendLetter: (letter: Letter) => Promise<void> = () => Promise.resolve()) {
  const letters: Letter[] = [];
  const lines: Record<string, unknown>[] = [];
  const deps: Delivery = {
    deadLetters: {
      send: async (body, why) => {
        await sendLetter({ body, ...why });
        letters.push({ body, ...why });
      },
    },
    log: jsonLog((line) => lines.push(JSON.parse(line) as Record<string, unknown>)),
    maxReceiveCount: 5,
  };
  return { deps, letters, lines, build: () => Promise.resolve(deps) };
}

function delivered(...bodies: readonly string[]): SqsEvent {
  return {
    Records: bodies.map((body, n) => ({ messageId: `m${n + 1}`, body, attributes: { ApproximateReceiveCount: '1' } })),
  };
}

const fifthTime = (body: string): SqsEvent => ({
  Records: [{ messageId: 'm1', body, attributes: { ApproximateReceiveCount: '5' } }],
});

const handled = { outcome: 'handled', reason: null };
const fails = (message: string) => () => Promise.reject(new TypeError(message));

describe('lambda', () => {
  it('hands every event of the batch to the handler, in order', async () => {
    const seen: unknown[] = [];
    const handler = lambda(delivery().build, (event) => {
      seen.push(event);
      return Promise.resolve(handled);
    });

    expect(await handler(delivered('{"id":1}', '{"id":2}'))).toEqual({ batchItemFailures: [] });
    expect(seen).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it('returns only the events that failed, and goes on with the others', async () => {
    const { build, lines, letters } = delivery();
    const handler = lambda(build, (event) =>
      JSON.stringify(event) === '2' ? fails('Slack is away')() : Promise.resolve(handled),
    );

    expect(await handler(delivered('1', '2', '3'))).toEqual({ batchItemFailures: [{ itemIdentifier: 'm2' }] });
    expect(letters).toEqual([]);
    expect(lines.filter(({ level }) => level === 'ERROR')).toEqual([
      {
        level: 'ERROR',
        message: 'An event could not be handled',
        messageId: 'm2',
        received: 1,
        error: 'TypeError',
        reason: 'Slack is away',
      },
    ]);
  });

  it('logs what came of an event', async () => {
    const { build, lines } = delivery();

    await lambda(build, () => Promise.resolve({ outcome: 'ignored', reason: 'no Bedrock model' }))(delivered('{}'));

    expect(lines).toEqual([
      { level: 'INFO', message: 'An event was taken', messageId: 'm1', outcome: 'ignored', reason: 'no Bedrock model' },
    ]);
  });

  it('sends an event that can never be read to the dead letters at once, with the reason', async () => {
    const { build, letters } = delivery();
    const handler = lambda(build, () => Promise.reject(new UnreadableEventError('detail.page', 'expected a number')));

    expect(await handler(delivered('{"a":1}'))).toEqual({ batchItemFailures: [] });
    expect(letters).toEqual([
      { body: '{"a":1}', error: 'UnreadableEventError', reason: 'detail.page: expected a number' },
    ]);
  });

  it('can never read what is not JSON', async () => {
    const { build, letters } = delivery();

    expect(await lambda(build, () => Promise.resolve(handled))(delivered('{'))).toEqual({ batchItemFailures: [] });
    expect(letters).toEqual([{ body: '{', error: 'UnreadableEventError', reason: 'body: the message is not JSON' }]);
  });

  it('sends an event to the dead letters at its last receive, so that they say why', async () => {
    const { build, letters } = delivery();

    expect(await lambda(build, fails('Slack is away'))(fifthTime('{}'))).toEqual({ batchItemFailures: [] });
    expect(letters).toEqual([{ body: '{}', error: 'TypeError', reason: 'Slack is away' }]);
  });

  it('lets the queue keep an event that the dead letters would not take', async () => {
    const { build, lines } = delivery(fails('SQS is away'));

    expect(await lambda(build, fails('Slack is away'))(fifthTime('{}'))).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm1' }],
    });
    expect(lines.map(({ message }) => message)).toEqual([
      'An event could not be handled',
      'The dead letters could not be reached',
    ]);
  });

  it('builds once per cold start, and again only if that failed', async () => {
    const { deps } = delivery();
    let builds = 0;
    const handler = lambda(
      () => {
        builds += 1;
        return builds === 1 ? Promise.reject(new Error('no parameter store')) : Promise.resolve(deps);
      },
      () => Promise.resolve(handled),
    );

    await expect(handler(delivered('1'))).rejects.toThrow('no parameter store');
    await handler(delivered('1'));
    await handler(delivered('1'));

    expect(builds).toBe(2);
  });
});
