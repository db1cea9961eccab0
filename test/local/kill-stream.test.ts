import { describe, expect, it } from 'vitest';
import { healthStream } from '../builders/health-stream.ts';
import { prepared, replay, seen } from './killed-replay.ts';

describe('killed and started again', () => {
  it('after every single change of the outside world, a stream of 200 events ends as if it had never been killed', async () => {
    const events = healthStream(200, 8);
    const [calm, shaken] = [prepared(events), prepared(events)];
    await replay(calm);

    let kills = 0;
    // An edit that was killed is done again, so the call after it is the second of the next run.
    for (let killed: string | null = ''; killed !== null; kills += 1) {
      killed = await replay(shaken, { after: killed.includes('chat.update') ? 2 : 1, on: 'changes' });
    }

    expect(kills).toBeGreaterThan(20);
    expect(await seen(shaken)).toEqual(await seen(calm));
  }, 240_000);
});
