import type { Answer, Call, Json } from '../call.ts';
import { isRecord } from '../call.ts';
import type { Asked } from './asked.ts';
import { ok, refused, textOf } from './asked.ts';
import type { Desk } from './desk.ts';
import type { StoredFile } from './files.ts';
import { formCall } from './form-call.ts';

/** Marks a message that shows files; the files stand in its metadata, so that a message and what it shows are one. */
export const fileShare = 'file_share';

type Next = (call: Call) => Promise<Answer>;

/** `files.*`: an address to upload to, then the message that shows what was uploaded. */
export function fileMethods({ files }: Desk, next: Next, url: () => string) {
  return {
    'files.getUploadURLExternal': (asked: Asked) => {
      const name = textOf(asked, 'filename');
      if (!name) return refused('invalid_arguments', ['filename: missing']);
      const id = files.expect(name, textOf(asked, 'alt_text') || textOf(asked, 'alt_txt'));
      return ok({ file_id: id, upload_url: `${url()}/upload/${id}` });
    },
    'files.completeUploadExternal': async (asked: Asked) => {
      const kept: StoredFile[] = [];
      for (const { id, title } of filesIn(asked['files'])) {
        const file = files.complete(id, title);
        if (!file) return refused('file_not_found');
        kept.push(file);
      }
      const told = kept.map((file) => fileJson(file, url()));
      const channel = textOf(asked, 'channel_id');
      if (!channel) return ok({ files: told });

      const thread = textOf(asked, 'thread_ts');
      const shown = formCall('chat.postMessage', {
        channel,
        text: textOf(asked, 'initial_comment') || kept.map(({ title }) => title).join(', '),
        metadata: JSON.stringify({ event_type: fileShare, event_payload: { files: kept.map(({ id }) => id) } }),
        ...(thread && { thread_ts: thread }),
      });
      const answer = await next(shown);
      return answer.body.startsWith('{"ok":true') ? ok({ files: told }) : answer;
    },
    'files.info': (asked: Asked) => {
      const file = files.file(textOf(asked, 'file'));
      return file ? ok({ file: fileJson(file, url()) }) : refused('file_not_found');
    },
  };
}

export function fileJson({ id, name, title, altText, bytes }: StoredFile, url: string): Json {
  const place = `${url}/files/${id}/${encodeURIComponent(name)}`;
  return { id, name, title, alt_txt: altText, size: bytes.length, url_private: place, url_private_download: place };
}

function filesIn(given: Json | undefined): { readonly id: string; readonly title: string }[] {
  if (!Array.isArray(given)) return [];
  return (given as readonly Json[]).flatMap((one) =>
    isRecord(one) && typeof one['id'] === 'string'
      ? [{ id: one['id'], title: typeof one['title'] === 'string' ? one['title'] : '' }]
      : [],
  );
}
