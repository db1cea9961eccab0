import { describe, expect, it } from 'vitest';
import { fixture } from '../fixtures/fixture.ts';
import { prepared, replay, seen } from './killed-replay.ts';

describe('killed and started again', () => {
  const health = (name: string, changes: Record<string, unknown>, text: string) => {
    const event = fixture('health-bedrock', name);
    const detail = {
      ...(event['detail'] as object),
      ...changes,
      eventDescription: [{ language: 'en_US', latestDescription: text }],
    };
    return { ...event, time: changes['sentAt'] ?? event['time'], detail };
  };
  const opened = health(
    'unknown-model-without-dates',
    {},
    "Model ID 'examplelab.prose-2-large-v1:0' reaches end of life on May 3, 2027.",
  );
  const moved = health(
    'unknown-model-without-dates',
    { sentAt: '2026-11-05T10:00:00Z', lastUpdatedTime: 'Thu, 5 Nov 2026 10:00:00 GMT', communicationId: 'moved-1' },
    "Model ID 'examplelab.prose-2-large-v1:0' reaches end of life on June 1, 2027.",
  );

  it.each(['calls', 'store'] as const)(
    'after any one of its %s, a ticket, a thread and a moved date are told once',
    async (on) => {
      const calm = prepared([opened, moved]);
      await replay(calm);
      const wanted = await seen(calm);
      expect([wanted.tickets.length, wanted.replies.length, wanted.comments]).toEqual([1, 1, 1]);

      for (let after = 1; ; after += on === 'store' ? 9 : 1) {
        const directory = prepared([opened, moved]);
        if ((await replay(directory, { after, on })) === null) break;
        await replay(directory);
        expect(await seen(directory), `killed after ${on} ${after}`).toEqual(wanted);
      }
    },
    240_000,
  );
});
