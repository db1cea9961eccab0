import { SocketModeReceiver } from '@slack/bolt';
import { boltLogger } from './bolt-logger.ts';
import type { Listening } from './listening.ts';
import { slackApp } from './slack-app.ts';

interface Socket {
  /** An app-level token with `connections:write`. */
  readonly appToken: string;
  readonly apiUrl?: string;
}

/** Opens a socket to Slack and takes requests from it. Nothing is signed there: who knows the token has opened it. Answers how to close it. */
export async function slackOverSocket(
  { appToken, apiUrl }: Socket,
  listening: Listening,
): Promise<() => Promise<void>> {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLogger(listening.log),
    installerOptions: { clientOptions: apiUrl ? { slackApiUrl: apiUrl } : {} },
    // Not acknowledged, so that Slack sends it again.
    processEventErrorHandler: () => Promise.resolve(false),
  });
  const app = slackApp(receiver, listening);
  await app.start();
  return async () => {
    await app.stop();
  };
}
