import type { JsonRecord } from './json-fields.ts';
import { recordIn, textIn } from './json-fields.ts';
import { UnturnableError } from './request.ts';

/** An image or a document of Anthropic's Messages as Converse takes it. Throws `UnturnableError`. */
export function mediumOf({ type, source, title }: JsonRecord): JsonRecord {
  const { type: from, media_type: mediaType, data } = recordIn(source) ?? {};
  const format = /^(?:image|application)\/(?<format>png|jpeg|gif|webp|pdf)$/.exec(textIn(mediaType) ?? '')?.groups?.[
    'format'
  ];
  if (from !== 'base64' || format === undefined || textIn(data) === null)
    throw new UnturnableError(`${String(type)} whose bytes are not in the record`);
  if (type === 'image') return { image: { format, source: { bytes: data } } };
  // Converse takes no document without a name, and few letters in it.
  const name = (textIn(title) ?? '')
    .replaceAll(/[^\p{L}\p{N} ()[\]-]+/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
  return { document: { format, name: name || 'document', source: { bytes: data } } };
}
