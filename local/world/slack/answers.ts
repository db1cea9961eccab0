import { randomUUID } from 'node:crypto';
import type { DateTime } from 'luxon';
import type { Message } from '../../../templates/message.ts';

/** What only one person sees. */
export interface Answered {
  readonly id: string;
  readonly user: string;
  readonly channel: string;
  readonly message: Message;
  /** ISO instant. */
  readonly at: string;
}

/** What an address for answers was given out for. */
export interface AnswerPlace {
  readonly user: string;
  readonly channel: string;
  /** What `replace_original` takes the place of. */
  readonly original:
    { readonly kind: 'answer'; readonly id: string } | { readonly kind: 'message'; readonly ts: string } | null;
}

/** Answers that only one person sees, and the addresses they come by. They last as long as the process, as in Slack until a reload. */
export interface Answers {
  readonly put: (user: string, channel: string, message: Message) => Answered;
  readonly replace: (id: string, message: Message) => void;
  readonly of: (user: string) => readonly Answered[];
  readonly answer: (id: string) => Answered | null;
  /** The last part of an address that takes five answers in half an hour. */
  readonly issue: (place: AnswerPlace) => string;
  /** Uses an address up by one; else Slack's word for why not. */
  readonly use: (address: string) => AnswerPlace | { readonly error: 'used_url' | 'expired_url' };
}

const mostUses = 5;
const minutesOfValidity = 30;

export function answers(now: () => DateTime): Answers {
  const given = new Map<string, Answered>();
  const addresses = new Map<string, { readonly place: AnswerPlace; readonly until: DateTime; uses: number }>();

  return {
    put: (user, channel, message) => {
      const answered = { id: randomUUID(), user, channel, message, at: now().toUTC().toISO() ?? '' };
      given.set(answered.id, answered);
      return answered;
    },
    replace: (id, message) => {
      const before = given.get(id);
      if (before) given.set(id, { ...before, message });
    },
    of: (user) => [...given.values()].filter((one) => one.user === user),
    answer: (id) => given.get(id) ?? null,
    issue: (place) => {
      const address = randomUUID();
      addresses.set(address, { place, until: now().plus({ minutes: minutesOfValidity }), uses: 0 });
      return address;
    },
    use: (address) => {
      const found = addresses.get(address);
      if (!found || now() > found.until) return { error: 'expired_url' };
      if (found.uses >= mostUses) return { error: 'used_url' };
      found.uses += 1;
      return found.place;
    },
  };
}
