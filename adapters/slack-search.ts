import type { WebClient } from '@slack/web-api';

const eventType = 'sundial_action';
/** Pages of 200 messages looked through for one of ours: further back than any crash that is still being mended. */
const mostPages = 50;

/** What a message carries so that it is found again. */
export function metadataWith(key: string) {
  return { event_type: eventType, event_payload: { key } };
}

/** The timestamp of the message with the key, in the channel or in a thread of it. */
export function slackSearch(client: Pick<WebClient, 'conversations'>) {
  return async (channel: string, key: string, thread: string | null): Promise<string | null> => {
    let cursor = '';
    for (let page = 0; page < mostPages; page += 1) {
      const where = { channel, limit: 200, include_all_metadata: true, ...(cursor ? { cursor } : {}) };
      const answer = thread
        ? await client.conversations.replies({ ...where, ts: thread })
        : await client.conversations.history(where);
      const ours = answer.messages?.find(
        ({ metadata }) => metadata?.event_type === eventType && keyOf(metadata) === key,
      );
      if (ours?.ts) return ours.ts;
      cursor = answer.response_metadata?.next_cursor ?? '';
      if (!cursor) return null;
    }
    return null;
  };
}

function keyOf(metadata: { readonly event_payload?: unknown }): unknown {
  return (metadata.event_payload as { readonly key?: unknown } | undefined)?.key;
}
