import { setTimeout } from 'node:timers/promises';
import type { Answer } from '../../domain/cases/answer.ts';
import type { Case } from '../../domain/cases/case.ts';
import type { FaultKind, ServiceFault } from '../../domain/cases/model-fault.ts';
import { faultKind, mayPass } from '../../domain/cases/model-fault.ts';
import type { AdaptiveLimit } from './adaptive-limit.ts';
import type { AskModel } from './converse.ts';
import { inTime } from './in-time.ts';

/** An answer, or why there is none after every attempt. */
export type Asked<Given = Answer> =
  | { readonly kind: 'answered'; readonly answer: Given }
  | { readonly kind: 'failed'; readonly fault: FaultKind; readonly message: string };

export interface Patience {
  /** Attempts in all. */
  readonly attempts: number;
  /** How long one attempt may take. */
  readonly timeoutMs: number;
  readonly wait: (milliseconds: number) => Promise<unknown>;
  /** 0 to 1, so that those who wait do not all come back at once. */
  readonly random: () => number;
  /** Ends an attempt at once. */
  readonly signal?: AbortSignal;
  /** Throws where no attempt may be begun any more; what it throws goes out. */
  readonly goOn?: () => void;
}

/** A fault that was written down long ago: asking again would find the same. */
export class KeptFaultError extends Error {
  readonly $metadata: { readonly httpStatusCode?: number };

  constructor({ name, status, message }: ServiceFault) {
    super(message);
    this.name = name;
    this.$metadata = status === null ? {} : { httpStatusCode: status };
  }
}

export const usualPatience: Omit<Patience, 'random'> = { attempts: 8, timeoutMs: 120_000, wait: setTimeout };

/** First and longest pause between attempts. */
const [shortest, longest] = [250, 20_000];

/** Asks a model one case until there is an answer or no hope of one. */
export function askPatiently(
  ask: AskModel,
  modelId: string,
  kase: Case,
  limit: AdaptiveLimit,
  patience: Patience,
): Promise<Asked> {
  return askedPatiently((signal) => ask(modelId, kase, signal), limit, patience);
}

/** Calls until there is an answer or no hope of one. What can pass is tried again, ever later; throttling narrows the model's limit. */
export async function askedPatiently<Given>(
  call: (signal: AbortSignal) => Promise<Given>,
  limit: AdaptiveLimit,
  { attempts, timeoutMs, wait, random, signal, goOn }: Patience,
): Promise<Asked<Given>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await limit.run(() => {
        goOn?.();
        return inTime(timeoutMs, signal, call);
      });
      return { kind: 'answered', answer };
    } catch (error) {
      goOn?.();
      const fault = faultKind(serviceFault(error));
      if (fault === 'throttled' && !(error instanceof KeptFaultError)) limit.throttled();
      if (!mayPass(fault) || attempt >= attempts || error instanceof KeptFaultError)
        return { kind: 'failed', fault, message: error instanceof Error ? error.message : String(error) };
      await wait(Math.min(longest, shortest * 2 ** attempt) * (0.5 + random() / 2));
    }
  }
}

function serviceFault(error: unknown) {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const { $metadata } = error as { readonly $metadata?: { readonly httpStatusCode?: number } };
  return { name, message, status: $metadata?.httpStatusCode ?? null };
}
