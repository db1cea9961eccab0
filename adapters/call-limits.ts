import { setTimeout } from 'node:timers/promises';
import pLimit from 'p-limit';
import { callError } from './call-error.ts';

/** Runs a call when its turn has come. */
export type Limits = <Answer>(service: string, send: () => Promise<Answer>) => Promise<Answer>;

interface ServiceLimit {
  readonly sideBySide: number;
  /** Shortest time from the start of one call to the start of the next. */
  readonly milliseconds?: number;
}

/** CloudTrail: LookupEvents takes two requests a second per account and Region; CloudWatch Logs runs few queries at once. */
const narrow: Readonly<Record<string, ServiceLimit>> = {
  cloudtrail: { sideBySide: 1, milliseconds: 500 },
  logs: { sideBySide: 2 },
  tag: { sideBySide: 2 },
};
const usual: ServiceLimit = { sideBySide: 6 };

/**
 * Limits for a sweep: so many calls under way in all, and in each account and Region so many to each service, as their quotas are.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html
 */
export function sweepLimits(inAll: number, wait: (milliseconds: number) => Promise<unknown> = setTimeout) {
  const all = pLimit(inAll);
  return (): Limits => {
    const services = new Map<string, ReturnType<typeof pLimit>>();
    return (service, send) => {
      const { sideBySide, milliseconds } = narrow[service] ?? usual;
      const own = services.get(service) ?? pLimit(sideBySide);
      services.set(service, own);
      return own(async () => {
        const answer = all(send);
        // The turn ends when the call has and its time is over; a call that fails ends it at once.
        if (milliseconds !== undefined) await Promise.all([answer, wait(milliseconds)]);
        return answer;
      });
    };
  };
}

type Next = (given: object) => Promise<unknown>;

/** As much of an SDK client as limiting its calls needs. */
interface Limitable {
  readonly middlewareStack: {
    addRelativeTo: (middleware: never, options: never) => void;
    add: (middleware: never, options: never) => void;
  };
}

/** Every attempt of a client waits its turn; what fails for good is a `CallError` that names the call. */
export function limitCalls<Client extends Limitable>(client: Client, service: string, limits: Limits): Client {
  const turn = (next: Next) => (given: object) => limits(service, () => next(given));
  const named = (next: Next, context: { readonly commandName?: string }) => (given: object) =>
    next(given).catch((fault: unknown) => {
      const operation = (context.commandName ?? '').replace(/Command$/, '');
      throw callError(`${service}:${operation}`, fault);
    });
  client.middlewareStack.addRelativeTo(
    turn as never,
    { relation: 'after', toMiddleware: 'retryMiddleware', name: 'sundialTurn' } as never,
  );
  client.middlewareStack.add(
    named as never,
    { step: 'initialize', priority: 'high', name: 'sundialCallError' } as never,
  );
  return client;
}
