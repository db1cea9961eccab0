import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import { pollSeconds } from '../../../domain/custom-models/poll-seconds.ts';
import type { Json } from '../../../local/state-machine/json.ts';
import { readStateMachine } from '../../../local/state-machine/read-definition.ts';
import { recustomiseModel } from '../../../local/state-machine/recustomise-model.ts';
import { taskTokens } from '../../../local/state-machine/task-tokens.ts';

const day = 86_400;
/** How long each step takes at most, seconds: together more than the 180 days that an execution may last. */
const longest: Readonly<Record<string, number>> = {
  train: 60 * day,
  deploy: 7 * day,
  compare: 30 * day,
  promote: 7 * day,
  cleanUp: 90 * day,
};
const start = DateTime.fromISO('2026-11-20T09:00:00Z');
/** As many as sundial.yml takes. */
const targets = Array.from({ length: 10 }, (_, index) => ({ account: '444455556666', region: `region-${index}` }));

/** A function that takes as long as may be, and says when to ask again as the real one does. */
function slow(answerToken: (token: string) => void) {
  const begun = new Map<string, number>();
  let [clock, tries] = [0, 0];
  const asked = new Map<string, number>();
  /** Regions go on side by side, each on a clock of its own. */
  const turn = (name: string, most: number, at: number) => {
    const since = begun.get(name) ?? at;
    begun.set(name, since);
    const elapsed = at - since;
    const seconds = pollSeconds(start.toISO() ?? '', start.plus({ seconds: elapsed }), 60);
    return { next: elapsed >= most ? 'done' : 'wait', seconds, followed: 'none' };
  };
  const recustomise = (payload: Json): Promise<unknown> => {
    const { step, region, token } = payload as { step: string; region?: string; token?: string };
    if (step === 'check') return Promise.resolve({ next: 'follow' });
    if (step === 'ask') answerToken(token ?? '');
    if (step === 'decide') return Promise.resolve({ next: 'promote' });
    if (step === 'share') return Promise.resolve({ next: (tries += 1) > 40 ? 'done' : 'wait', targets });
    if (step === 'promote') {
      const answer = turn(`promote ${region ?? ''}`, longest[step] ?? 0, asked.get(region ?? '') ?? 0);
      asked.set(region ?? '', (asked.get(region ?? '') ?? 0) + answer.seconds);
      return Promise.resolve(answer);
    }
    const answer = turn(step, longest[step] ?? 0, clock);
    return Promise.resolve(step === 'compare' && answer.next === 'done' ? { ...answer, next: 'ask' } : answer);
  };
  return { recustomise, pass: (milliseconds: number) => (clock += milliseconds / 1000) };
}

it('has room in the 25,000 events of an execution for whatever takes longest', async () => {
  let events = 0;
  const over = new AbortController();
  const tokens = taskTokens();
  const { recustomise, pass } = slow((token) => {
    tokens.succeed(token, { decision: 'approved' });
  });

  const execution = await recustomiseModel(
    { recustomise, train: () => Promise.reject(new Error('nothing is trained here')) },
    { id: 'one', attempt: 1 },
    {
      now: () => start,
      tokens,
      sleep: (milliseconds) => {
        pass(milliseconds);
        return Promise.resolve();
      },
      deadline: () => new Promise(() => undefined),
      signal: over.signal,
      // Step Functions has an event for a task that is scheduled, and another for one that is started.
      onEvent: ({ type }) => {
        events += type === 'TaskStarted' ? 2 : 1;
        if (events > 25_000) over.abort(new Error('Step Functions ends it here'));
      },
    },
  );

  expect(execution.status).toBe('SUCCEEDED');
  expect(events).toBeGreaterThan(5_000);
  expect(events).toBeLessThan(15_000);
});

it('waits as long as the step says, but for a share, which is waited for forty times', () => {
  const { States } = readStateMachine('recustomise-model', {
    Partition: 'aws',
    RecustomiseModelFunction: 'recustomise-model',
  });
  const flat = Object.entries(States).flatMap(([name, state]): (readonly [string, typeof state])[] =>
    state.Type === 'Map' ? Object.entries(state.ItemProcessor.States) : [[name, state]],
  );
  const waits = flat.flatMap(([name, state]) => (state.Type === 'Wait' ? [[name, state.Seconds]] : []));

  const said = '{% $states.input.seconds %}';
  expect(Object.fromEntries(waits)).toEqual({
    WaitForTraining: said,
    WaitForDeployment: said,
    WaitForComparison: said,
    WaitThere: said,
    WaitForRemoval: said,
    WaitForShare: 30,
  });
});
