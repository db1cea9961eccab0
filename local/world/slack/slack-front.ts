import type { KnownBlock } from '@slack/types';
import type { Answer, Call } from '../call.ts';
import { isRecord, jsonOf } from '../call.ts';
import type { Front } from '../open-service.ts';
import { blockRefusal } from './block-refusal.ts';
import type { Asked } from './asked.ts';
import { askedOf, refused, textOf } from './asked.ts';
import type { Desk } from './desk.ts';
import { fileMethods } from './file-methods.ts';
import { formCall } from './form-call.ts';
import { memberMethods } from './member-methods.ts';
import { byChannelId, embellished, messageRefusal } from './message-methods.ts';
import { uploadedBytes } from './uploaded-bytes.ts';
import { viewMethods } from './view-methods.ts';

type Next = (call: Call) => Promise<Answer>;
type Method = (asked: Asked) => Answer | Promise<Answer>;

/** Makes the emulator's Slack as strict as the real one, and adds what it lacks: forms, homes, private answers, files, people. */
export function slackFront(desk: Desk, url: () => string): Front {
  return {
    isOpen: (path) => path.startsWith('/answers/') || path.startsWith('/upload/'),
    call: async (call, next) => {
      const [path = ''] = call.path.split('?');
      const [, place = '', name = ''] = path.split('/');
      switch (place) {
        case 'answers':
          return answered(call, name, desk, next);
        case 'upload':
          return desk.files.receive(name, uploadedBytes(call)) ? plain(200, 'OK') : plain(404, 'file_not_found');
        case 'files': {
          const file = desk.files.file(name);
          return file ? { ...plain(200, ''), bytes: file.bytes } : plain(404, 'file_not_found');
        }
        default:
          return method(name, call, next);
      }
    },
  };

  async function method(name: string, call: Call, next: Next): Promise<Answer> {
    const asked = askedOf(call);
    const refusal = messageRefusal(name, asked, desk);
    if (refusal) return refusal;
    const through: Next = (inner) => next(byChannelId(inner, desk));
    const methods: Readonly<Record<string, Method>> = {
      ...viewMethods(desk),
      ...memberMethods(desk),
      ...fileMethods(desk, through, url),
    };
    const own = methods[name];
    return own ? own(asked) : embellished(await through(call), asked, desk, url());
  }
}

/** What is sent to an address for answers. `replace_original` takes the place of what the button stood in. */
async function answered(call: Call, address: string, { answers }: Desk, next: Next): Promise<Answer> {
  const place = answers.use(address);
  if ('error' in place) return { ...refused(place.error), status: 404 };
  const asked = askedOf({ ...call, contentType: 'application/json' });
  const text = textOf(asked, 'text');
  const refusal = blockRefusal(text, asked['blocks']);
  if (refusal) return { ...refusal, status: 400 };

  const { user, channel, original } = place;
  const blocks = (asked['blocks'] ?? []) as unknown as readonly KnownBlock[];
  const message = { text, blocks };
  const written = { channel, text, blocks: JSON.stringify(blocks) };
  const replaced = asked['replace_original'] === true ? original : null;
  if (replaced?.kind === 'answer') answers.replace(replaced.id, message);
  else if (replaced) return asPlain(await next(formCall('chat.update', { ...written, ts: replaced.ts })));
  else if (asked['response_type'] === 'in_channel') return asPlain(await next(formCall('chat.postMessage', written)));
  else answers.put(user, channel, message);
  return plain(200, 'ok');
}

function asPlain(answer: Answer): Answer {
  const body = jsonOf(answer.body);
  return isRecord(body) && body['ok'] === true ? plain(200, 'ok') : { ...answer, status: 400 };
}

function plain(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/plain' }, body };
}
