import type { DateTime } from 'luxon';
import type { SlackRequest } from '../../domain/slack-request.ts';
import type { Log } from '../../handlers/log.ts';

export interface LocalSlackOptions {
  readonly handOn: (request: SlackRequest) => Promise<void>;
  readonly token: string;
  /** The public Slack's, where it is not given. */
  readonly apiUrl?: string | undefined;
  /** Where addresses for answers begin; the public Slack's, where it is not given. */
  readonly answersAt?: string | undefined;
  /** Over HTTP, signed with the secret; or by a socket that Sundial opens itself, for a laptop that Slack cannot reach. */
  readonly receiving:
    | { readonly kind: 'http'; readonly signingSecret: string; readonly port?: number }
    | { readonly kind: 'socket'; readonly appToken: string };
  readonly now: () => DateTime;
  readonly log: Log;
}

export interface LocalSlack {
  /** Where Slack's requests are taken; `null` where a socket takes them. */
  readonly url: string | null;
  readonly close: () => Promise<void>;
}

/** The same app as on AWS, on one machine. Bolt is loaded here, and by nobody who does not listen. */
export async function startLocalSlack(options: LocalSlackOptions): Promise<LocalSlack> {
  const { slackClient } = await import('../../adapters/slack-client.ts');
  const { slackDesk } = await import('../../adapters/slack-desk.ts');
  const { slackModals } = await import('../../adapters/slack-modals.ts');
  const { token, apiUrl, answersAt, handOn, now, log, receiving } = options;
  const client = slackClient({ token, ...(apiUrl && { apiUrl }) });
  const desk = slackDesk(client, { token, ...(answersAt && { answersAt }) });
  const listening = { ...slackModals(client), ...desk, handOn, now, log };

  switch (receiving.kind) {
    case 'http': {
      const { slackOverHttp } = await import('../../handlers/slack/slack-over-http.ts');
      const { serveSlack } = await import('./serve-slack.ts');
      return serveSlack(slackOverHttp(receiving.signingSecret, listening), receiving.port ?? 0);
    }
    case 'socket': {
      const { slackOverSocket } = await import('../../handlers/slack/slack-over-socket.ts');
      const close = await slackOverSocket({ appToken: receiving.appToken, ...(apiUrl && { apiUrl }) }, listening);
      return { url: null, close };
    }
  }
}
