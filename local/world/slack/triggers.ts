import { randomUUID } from 'node:crypto';
import type { DateTime } from 'luxon';

/** What lets an app open a form for somebody who just did something. */
export interface Triggers {
  readonly issue: (user: string) => string;
  /** Whose it was, or Slack's word for why it opens nothing. Each opens one form. */
  readonly exchange: (trigger: string) => { readonly user: string } | { readonly error: string };
}

const secondsOfValidity = 3;

export function triggers(now: () => DateTime): Triggers {
  const issued = new Map<string, { readonly user: string; readonly until: DateTime; used: boolean }>();
  return {
    issue: (user) => {
      const trigger = `trigger.${randomUUID()}`;
      issued.set(trigger, { user, until: now().plus({ seconds: secondsOfValidity }), used: false });
      return trigger;
    },
    exchange: (trigger) => {
      const found = issued.get(trigger);
      if (!found) return { error: 'invalid_trigger_id' };
      if (found.used) return { error: 'exchanged_trigger_id' };
      if (now() > found.until) return { error: 'expired_trigger_id' };
      found.used = true;
      return { user: found.user };
    },
  };
}
