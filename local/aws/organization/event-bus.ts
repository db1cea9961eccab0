import type { PutEventsRequest, PutEventsRequestEntry, PutEventsResponse } from '@aws-sdk/client-eventbridge';
import type { AwsCall, Handlers } from '../handlers.ts';

/** Takes an event, or does not: the service answers 200 either way and says which entries failed. */
export type TakeEvent = (entry: PutEventsRequestEntry, call: AwsCall) => boolean;

/** `PutEvents`: what is taken is somebody else's to deliver. */
export function eventBusHandlers(take: TakeEvent): Handlers {
  let taken = 0;
  return {
    'events:PutEvents': ({ Entries = [] }: PutEventsRequest, call: AwsCall): PutEventsResponse => {
      const answers = Entries.map((entry) =>
        take(entry, call)
          ? { EventId: `simulated-${(taken += 1)}` }
          : { ErrorCode: 'InternalFailure', ErrorMessage: 'The event was not taken.' },
      );
      return { Entries: answers, FailedEntryCount: answers.filter((answer) => 'ErrorCode' in answer).length };
    },
  };
}
