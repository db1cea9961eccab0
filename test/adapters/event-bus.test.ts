import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterEach, describe, expect, it } from 'vitest';
import type { SundialEvent } from '../../adapters/event-bus.ts';
import { eventBus } from '../../adapters/event-bus.ts';
import { awsJsonServer, fakeCredentials } from '../fakes/aws-json-server.ts';

type Entry = Readonly<Record<string, string>>;

describe('eventBus', () => {
  let close: () => Promise<void>;
  afterEach(() => close());

  /** EventBridge that refuses an entry when told to, by its detail and the number of the call. */
  async function bus(refuses: (detail: string, call: number) => string | undefined = () => undefined) {
    const requests: (readonly Entry[])[] = [];
    const aws = await awsJsonServer(({ input }) => {
      const entries = input['Entries'] as readonly Entry[];
      requests.push(entries);
      const Entries = entries.map((entry) => {
        const code = refuses(String(entry['Detail']), requests.length);
        return code ? { ErrorCode: code, ErrorMessage: 'refused' } : { EventId: 'id' };
      });
      return { body: { FailedEntryCount: Entries.filter((entry) => 'ErrorCode' in entry).length, Entries } };
    });
    close = aws.close;
    const waits: number[] = [];
    const wait = (milliseconds: number) => Promise.resolve(waits.push(milliseconds));
    const client = new EventBridgeClient({ region: 'us-east-1', endpoint: aws.endpoint, credentials: fakeCredentials });
    return { publish: eventBus('sundial', client, { attempts: 3, wait }), requests, waits };
  }

  const changed = (detail: unknown): SundialEvent => ({ detailType: 'Migration Changed', detail });
  const details = (requests: readonly (readonly Entry[])[]) =>
    requests.map((entries) => entries.map((entry) => JSON.parse(String(entry['Detail'])) as unknown));

  it('puts an event on its bus, in its own name', async () => {
    const { publish, requests } = await bus();

    await publish([changed({ id: 'm1' })]);

    expect(requests).toEqual([
      [{ EventBusName: 'sundial', Source: 'sundial', DetailType: 'Migration Changed', Detail: '{"id":"m1"}' }],
    ]);
  });

  it('asks nothing of EventBridge when there is nothing to say', async () => {
    const { publish, requests } = await bus();

    await publish([]);

    expect(requests).toEqual([]);
  });

  it('sends 10 at most in a request', async () => {
    const { publish, requests } = await bus();

    await publish(Array.from({ length: 23 }, (_, n) => changed(n)));

    expect(requests.map((entries) => entries.length).toSorted()).toEqual([10, 10, 3].toSorted());
    expect(details(requests).flat().length).toBe(23);
  });

  it('sends 1 MB at most in a request', async () => {
    const { publish, requests } = await bus();

    await publish([changed('é'.repeat(300_000)), changed('é'.repeat(300_000)), changed('small')]);

    expect(requests.map((entries) => entries.length).toSorted()).toEqual([1, 2]);
  });

  it('refuses an event that no request can hold', async () => {
    const { publish, requests } = await bus();

    await expect(publish([changed('x'.repeat(1_100_000))])).rejects.toThrow('Migration Changed event of');
    expect(requests).toEqual([]);
  });

  it('tries again what was refused, and only that', async () => {
    const { publish, requests, waits } = await bus((detail, call) =>
      detail === '"b"' && call === 1 ? 'ThrottlingException' : undefined,
    );

    await publish([changed('a'), changed('b'), changed('c')]);

    expect(details(requests)).toEqual([['a', 'b', 'c'], ['b']]);
    expect(waits).toEqual([200]);
  });

  it('gives up after three times, with the codes', async () => {
    const { publish, requests } = await bus((detail) => (detail === '"b"' ? 'InternalFailure' : undefined));

    await expect(publish([changed('a'), changed('b')])).rejects.toMatchObject({
      message: 'sundial refused 1 events: InternalFailure',
      codes: ['InternalFailure'],
    });
    expect(requests.length).toBe(3);
  });
});
