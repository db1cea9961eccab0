import { describe, expect, it } from 'vitest';
import { callsOf } from '../../local/event-report.ts';
import { healthStream } from '../builders/health-stream.ts';
import { aDirectory, anEngine, outside } from './engine.ts';

/** Four models in two accounts of two teams: eight migrations, whatever is delivered twice, late or out of order. */
const once = { ticketsOpened: 8, messagesPosted: 8, repliesPosted: 0 };

describe('a stream of 200 events with duplicates, shuffles, pages, backup copies and two accounts', () => {
  it.each([1, 2, 3])('opens one ticket and one thread for each migration (order %i)', async (seed) => {
    const engine = await anEngine();

    for (const event of healthStream(200, seed)) {
      const { outcome } = await engine.deliver(event);
      expect(outcome).toBe('handled');
    }

    expect(callsOf(engine.done())).toEqual(once);
    const seen = await outside(engine);
    expect([seen.tickets.length, seen.messages, seen.replies]).toEqual([8, 8, []]);
    expect(await engine.deadLetters()).toEqual([]);
  });

  it('tells the same in every order', async () => {
    const told = [];
    for (const seed of [4, 5]) {
      const engine = await anEngine();
      for (const event of healthStream(80, seed)) await engine.deliver(event);
      told.push((await outside(engine)).texts.map((text) => text.replaceAll(/#\d+/g, '#')));
    }

    expect(told[0]).toEqual(told[1]);
  });

  it('opens nothing again in a later run over the same state', async () => {
    const directory = aDirectory();
    const first = await anEngine({ directory });
    for (const event of healthStream(60, 6)) await first.deliver(event);
    await first.close();

    const second = await anEngine({ directory });
    for (const event of healthStream(60, 7)) await second.deliver(event);

    expect(callsOf(second.done())).toEqual({ ticketsOpened: 0, messagesPosted: 0, repliesPosted: 0 });
    expect((await outside(second)).messages).toBe(8);
  });
});
