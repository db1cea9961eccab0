import type { Listening } from './listening.ts';
import { requestKey } from './request-key.ts';

interface HomeOpened {
  readonly eventId: string;
  readonly user: string;
  /** `home`, `messages`, or what Slack does not say. */
  readonly tab: string | null;
}

/** A fault goes out: Slack is answered 500, and sends the event again with the same id. */
export async function onHomeOpened({ eventId, user, tab }: HomeOpened, { handOn, now }: Listening): Promise<void> {
  if (tab !== 'home') return;
  await handOn({
    key: requestKey('event', eventId),
    at: now().toUTC().toISO() ?? '',
    user,
    channel: null,
    responseUrl: null,
    asked: { kind: 'openHome' },
  });
}
