import { DateTime } from 'luxon';
import type { Wait } from './definition.ts';
import { StateError } from './state-error.ts';
import type { Visit } from './visit.ts';
import { amountIn, valueIn } from './visit.ts';

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html: a moment that is past is not waited for. */
export async function waitIn(wait: Wait, visit: Visit): Promise<void> {
  const { run, signal } = visit.frame;
  const milliseconds =
    wait.Seconds === undefined
      ? await untilIn(visit, wait.Timestamp ?? '', run.now())
      : 1000 * (await amountIn(visit, wait.Seconds, 'Seconds', 0));
  if (milliseconds > 0) await run.sleep(milliseconds, signal);
}

async function untilIn(visit: Visit, timestamp: string, now: DateTime): Promise<number> {
  const value = await valueIn(visit, timestamp, 'Timestamp');
  const until = typeof value === 'string' && value.includes('T') ? DateTime.fromISO(value, { setZone: true }) : null;
  if (until?.isValid !== true)
    throw new StateError(
      'States.QueryEvaluationError',
      `${visit.name}.Timestamp: expected an instant, got ${JSON.stringify(value)}`,
    );
  return until.toMillis() - now.toMillis();
}
