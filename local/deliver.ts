import type { Handled } from '../handlers/handled.ts';
import { reasonOf } from '../handlers/reason.ts';
import { onBedrockJob } from '../handlers/on-bedrock-job.ts';
import { onComparisonRequested } from '../handlers/on-comparison-requested.ts';
import { onHealthEvent } from '../handlers/on-health-event.ts';
import { onLifecycleChange } from '../handlers/on-lifecycle-change.ts';
import { onSlackRequest } from '../handlers/on-slack-request.ts';
import { onTicketChanged } from '../handlers/on-ticket-changed.ts';
import { UnreadableEventError } from '../events/unreadable-event.ts';
import type { EventReport } from './event-report.ts';
import { reportOf, unmatched } from './event-report.ts';
import { noticeReport } from './notice-report.ts';
import type { LocalDeps } from './local-deps.ts';
import type { Message, localQueue } from './queue.ts';
import type { Rule } from './rules.ts';

const noTasks = { succeed: () => Promise.resolve(), fail: () => Promise.resolve() };

/** The handlers that rules name as their target. */
const handlers: Readonly<Record<string, (event: unknown, deps: LocalDeps) => Promise<Handled>>> = {
  'on-health-event': onHealthEvent,
  // Runs here ask on demand: nobody waits for a job.
  'on-bedrock-job': (event, deps) => onBedrockJob(event, { ...deps, tasks: noTasks }),
  'on-lifecycle-change': onLifecycleChange,
  'on-comparison-requested': onComparisonRequested,
  'on-slack-request': onSlackRequest,
  'on-ticket-changed': onTicketChanged,
};

/** As often as SQS would deliver a message before it gives up; see `maxReceiveCount` in serverless.yml. */
const receives = 5;

export interface Delivery {
  readonly rules: readonly Rule[];
  readonly queue: ReturnType<typeof localQueue>;
  readonly deps: LocalDeps;
  /** Hears what each handler did, also of messages left over from a killed process. */
  readonly onHandled: (handled: Handled) => void;
}

/** Matches an event against the rules, and takes it through queue and handler as AWS would. */
export async function deliver(event: unknown, delivery: Delivery): Promise<EventReport> {
  const id = idOf(event);
  if (!hasDetail(event)) return unmatched(id, 'no rule can match it: an event needs a detail');
  const rule = ruleFor(event, delivery);
  if (!rule) return unmatched(id, 'no rule matches it');
  return receive(await kept(event, rule, delivery), delivery);
}

/** Keeps an event that a rule takes, for a handler to receive later; throws where none does. */
export async function keep(event: unknown, delivery: Delivery): Promise<Message> {
  const rule = ruleFor(event, delivery);
  if (!rule) throw new Error('no rule takes an event that must be kept');
  return kept(event, rule, delivery);
}

function ruleFor(event: unknown, { rules }: Delivery): Rule | undefined {
  return rules.find(({ matches }) => matches(event));
}

function kept(event: unknown, { name }: Rule, { queue, deps }: Delivery): Promise<Message> {
  return queue.send(name, event, deps.now().toMillis());
}

/** Handles a message, as often as the queue would deliver it, and buries it with the reason when that does not help. */
export async function receive(message: Message, delivery: Delivery): Promise<EventReport> {
  const { rules, queue, deps } = delivery;
  const id = idOf(message.event);
  const handle = handlers[rules.find(({ name }) => name === message.rule)?.target ?? ''];
  if (!handle) throw new Error(`rule ${message.rule} names no handler`);

  for (let received = 1; ; received += 1) {
    try {
      const handled = await handle(message.event, deps);
      await queue.done(message);
      delivery.onHandled(handled);
      const notices = await Promise.all(handled.notices.map((notice) => noticeReport(notice, deps)));
      return reportOf(id, [message.rule], handled, notices);
    } catch (error) {
      const rejected = error instanceof UnreadableEventError;
      if (!rejected && received < receives) continue;
      const why = reasonOf(error);
      await queue.bury({ ...message, ...why, at: deps.now().toUTC().toISO() ?? '' });
      const outcome = rejected ? 'rejected' : 'failed';
      return { id, rules: [message.rule], outcome, reason: why.reason, notices: [], actions: [] };
    }
  }
}

function idOf(event: unknown): string | null {
  const id = (event as { readonly id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : null;
}

function hasDetail(event: unknown): boolean {
  const detail = (event as { readonly detail?: unknown } | null)?.detail;
  return typeof detail === 'object' && detail !== null;
}
