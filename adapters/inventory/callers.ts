import { paginateLookupEvents } from '@aws-sdk/client-cloudtrail';
import * as z from 'zod/mini';
import type { Caller } from '../../domain/dependent.ts';
import type { Asking } from './asking.ts';

/** A caller of what was passed as the model. */
export interface CallerOf extends Caller {
  readonly calledAs: string;
}

/**
 * Calls that CloudTrail keeps as management events; the other ways to call a model are data events, which a trail must be told to keep.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/logging-using-cloudtrail.html
 */
const calls = ['InvokeModel', 'InvokeModelWithResponseStream', 'Converse', 'ConverseStream'] as const;

/** Pages of 50 events that are read of each call: two requests a second is all that CloudTrail takes. */
const mostPages = 10;

/** Of what CloudTrail writes, what tells who called which model. */
const CallRecord = z.object({
  eventType: z.string(),
  eventTime: z.string(),
  userIdentity: z.object({
    type: z.optional(z.string()),
    arn: z.optional(z.string()),
    sessionContext: z.optional(z.object({ sessionIssuer: z.optional(z.object({ arn: z.optional(z.string()) })) })),
    invokedBy: z.optional(z.string()),
  }),
  requestParameters: z.nullish(z.object({ modelId: z.optional(z.string()) })),
});

/** Who called what lately, newest calls first read: on a busy account a sample, never all of them. */
export async function callersFromTrail({ clients, now }: Asking): Promise<readonly CallerOf[]> {
  const found = new Map<string, CallerOf>();
  for (const call of calls) {
    const pages = paginateLookupEvents(
      { client: clients.cloudTrail },
      {
        LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: call }],
        StartTime: now.minus({ days: 30 }).toJSDate(),
        EndTime: now.toJSDate(),
        MaxResults: 50,
      },
    );
    let read = 0;
    for await (const { Events = [] } of pages) {
      for (const { CloudTrailEvent = '' } of Events) add(found, CloudTrailEvent);
      read += 1;
      if (read >= mostPages) break;
    }
  }
  return [...found.values()];
}

/** A streaming call writes a second record, an `AwsServiceEvent`: only the call itself counts. */
function add(found: Map<string, CallerOf>, text: string): void {
  const record = z.safeParse(CallRecord, json(text));
  if (!record.success || record.data.eventType !== 'AwsApiCall') return;
  const { userIdentity, eventTime, requestParameters } = record.data;
  const calledAs = requestParameters?.modelId;
  const principal = userIdentity.sessionContext?.sessionIssuer?.arn ?? userIdentity.arn ?? userIdentity.invokedBy;
  if (calledAs === undefined || principal === undefined) return;

  const key = `${principal} ${calledAs}`;
  const known = found.get(key);
  found.set(key, {
    principal,
    calledAs,
    calls: (known?.calls ?? 0) + 1,
    lastCalledAt: known && known.lastCalledAt > eventTime ? known.lastCalledAt : eventTime,
    requestMetadata: {},
  });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
