import * as z from 'zod/mini';
import type { TrackerWords } from './tracker-failure.ts';

/** @see https://developer.pagerduty.com/docs/errors */
const Failure = z.object({ error: z.object({ message: z.string(), errors: z.optional(z.array(z.string())) }) });

export function pagerdutyWords(token: string): TrackerWords {
  return {
    tracker: 'PagerDuty',
    secrets: [token],
    saidIn: (answer) => {
      const said = read(answer);
      return said.length > 0 ? said.join(': ') : null;
    },
    hintFor: (status, answer, about) => {
      if (status === 401) return 'PagerDuty does not accept the key: it was removed. Store a new one';
      if (status === 403)
        return 'The key may not do this: store one that is not read-only, of somebody who may reach the service';
      if (status === 404 && about === 'ticket')
        return 'The incident is not there any more, or the key may not reach it';
      if (/requester|from/i.test(read(answer).join(' ')))
        return "PagerDuty knows no user by this address: correct from in the team's tracker in sundial.yml";
      return "Check service, from and priorities in the team's tracker in sundial.yml";
    },
  };
}

/** Whether an open incident has the same key already. */
export function isDuplicate(answer: unknown): boolean {
  return read(answer).some((said) => /dedup key already exists/i.test(said));
}

function read(answer: unknown): readonly string[] {
  const { data } = Failure.safeParse(answer);
  return data ? [data.error.message, ...(data.error.errors ?? [])] : [];
}
