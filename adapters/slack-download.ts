import type { WebClient } from '@slack/web-api';
import type { Outlook, Patience } from './patience.ts';
import { patiently } from './patience.ts';
import { SlackError, slackFailure, slackOutlook } from './slack-error.ts';

export interface SlackFilesOptions {
  readonly token: string;
  /** Where Slack keeps files: the token is shown there, and nowhere else. */
  readonly filesAt?: string;
  readonly fetch?: typeof fetch;
}

const mostMegabytes = 50;

/** Reads a file that somebody uploaded. A file that only links to another place is refused: that place would see the token. */
export function slackDownload(
  client: Pick<WebClient, 'files'>,
  { token, filesAt = 'https://files.slack.com/', fetch: get = fetch }: SlackFilesOptions,
  patience: Patience,
) {
  return async (fileId: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
    const { file } = await patiently(patience, slackOutlook, () => client.files.info({ file: fileId })).catch(
      (fault: unknown) => {
        throw slackFailure('files.info', null, fault);
      },
    );
    const { name = fileId, url_private: url = '', size = 0 } = file ?? {};
    if (!url.startsWith(filesAt)) throw refused('The file does not lie in Slack', 'Upload the file itself, not a link');
    if (size > mostMegabytes * 1024 * 1024) throw refused('The file is too large', `At most ${mostMegabytes} MB`);

    const bytes = await patiently(patience, downloadOutlook, async () => {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await get(url, { headers, redirect: 'error', signal: AbortSignal.timeout(30_000) });
      if (!answer.ok) throw refused('Slack does not give the file', null, `HTTP ${answer.status}`);
      return new Uint8Array(await answer.arrayBuffer());
    }).catch((cause: unknown) => {
      if (cause instanceof SlackError) throw cause;
      throw new SlackError('Slack could not be reached in time', { method: 'url_private', hint: null }, { cause });
    });
    return { name, bytes };
  };
}

function refused(words: string, hint: string | null, code?: string): SlackError {
  return new SlackError(words, { method: 'url_private', hint, ...(code && { code }) });
}

/** Reading changes nothing, so whatever may pass is asked again. */
function downloadOutlook(fault: unknown): Outlook {
  const code = fault instanceof SlackError ? fault.data.code : undefined;
  const mayPass = !(fault instanceof SlackError) || code === 'HTTP 429' || code?.startsWith('HTTP 5') === true;
  return mayPass ? { kind: 'refused', afterMs: null } : { kind: 'hopeless' };
}
