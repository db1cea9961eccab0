import { createHash } from 'node:crypto';
import type { HomeView, ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { ThreadRef } from '../domain/migration.ts';
import type { Patience } from './patience.ts';
import { defaultPatience, patiently } from './patience.ts';
import type { SlackFilesOptions } from './slack-download.ts';
import { slackDownload } from './slack-download.ts';
import { slackCode, slackFailure, slackOutlook } from './slack-error.ts';
import { slackMembers } from './slack-members.ts';
import type { SlackAnswersOptions } from './slack-respond.ts';
import { slackRespond } from './slack-respond.ts';
import { slackWhisper } from './slack-whisper.ts';
import { showable } from './slack-sendable.ts';

type DeskCalls = Pick<
  WebClient,
  'chat' | 'views' | 'users' | 'usergroups' | 'files' | 'filesUploadV2' | 'conversations'
>;

/** A PNG file, with what it shows in words. */
interface Picture {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly title: string;
  readonly altText: string;
}

/** What Slack is asked beside threads and their messages. */
export function slackDesk(
  client: DeskCalls,
  options: SlackFilesOptions & SlackAnswersOptions,
  patience: Patience = defaultPatience,
) {
  const askIn = <T>(channel: string | null, method: string, call: () => Promise<T>, look?: () => Promise<T | null>) =>
    patiently(patience, slackOutlook, call, look).catch((fault: unknown) => {
      throw slackFailure(method, channel, fault);
    });
  const ask = <T>(method: string, call: () => Promise<T>) => askIn(null, method, call);

  /** Whether the thread shows a file of this name. Slack shows a file some seconds after it took it: a crash between the two shows it twice. */
  async function shows({ channel, ts }: ThreadRef, filename: string): Promise<true | null> {
    let cursor = '';
    do {
      const page = await client.conversations.replies({ channel, ts, limit: 200, ...(cursor ? { cursor } : {}) });
      if (page.messages?.some(({ files }) => files?.some(({ name }) => name === filename))) return true;
      cursor = page.response_metadata?.next_cursor ?? '';
    } while (cursor);
    return null;
  }

  return {
    respond: slackRespond(options, patience),
    download: slackDownload(client, options, patience),
    ...slackMembers(client, ask),
    whisper: slackWhisper(client, ask),

    /** A form that was closed meanwhile is left alone. */
    async updateView(viewId: string, view: ModalView): Promise<void> {
      showable(view, 'views.update');
      await ask('views.update', () => client.views.update({ view_id: viewId, view }).catch(unlessGone));
    },

    async publishHome(user: string, view: HomeView): Promise<void> {
      showable(view, 'views.publish');
      await ask('views.publish', () => client.views.publish({ user_id: user, view }));
    },

    /** Once for a key: the name of the file holds it. */
    async attach(thread: ThreadRef, key: string, { name, bytes, title, altText }: Picture): Promise<void> {
      const filename = `${name.replace(/\.png$/, '')}-${createHash('sha256').update(key).digest('hex').slice(0, 12)}.png`;
      const look = () => shows(thread, filename);
      const { channel, ts } = thread;
      if (await askIn(channel, 'conversations.replies', look)) return;

      const upload = async (): Promise<true> => {
        const file = Buffer.from(bytes);
        await client.filesUploadV2({ channel_id: channel, thread_ts: ts, file, filename, title, alt_text: altText });
        return true;
      };
      await askIn(channel, 'files.uploadV2', upload, look);
    },
  };
}

function unlessGone(fault: unknown): void {
  if (slackCode(fault) !== 'not_found') throw fault;
}
