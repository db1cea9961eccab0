import { createHash, randomUUID } from 'node:crypto';
import type { Journal } from '../journal.ts';

/** A file in the simulated Slack. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly altText: string;
  readonly bytes: Uint8Array;
}

/** Files outlive a restart, as messages do. Where they are shown, the messages say. */
export interface Files {
  /** Reserves an id for bytes that come in another request. */
  readonly expect: (name: string, altText: string) => string;
  readonly receive: (id: string, bytes: Uint8Array) => boolean;
  /** Keeps what was received; `null` where nothing was. */
  readonly complete: (id: string, title: string) => StoredFile | null;
  readonly keep: (name: string, bytes: Uint8Array) => StoredFile;
  readonly file: (id: string) => StoredFile | null;
}

export function files(journal: Journal): Files {
  const kept = new Map<string, StoredFile>();
  const expected = new Map<string, { readonly name: string; readonly altText: string; bytes: Uint8Array | null }>();
  for (const line of journal.lines)
    if (line.kind === 'file') kept.set(line.id, { ...line, bytes: Buffer.from(line.bytes, 'base64') });

  const keep = (file: StoredFile): StoredFile => {
    const { id, name, title, altText } = file;
    journal.append({ kind: 'file', id, name, title, altText, bytes: Buffer.from(file.bytes).toString('base64') });
    kept.set(id, file);
    return file;
  };

  return {
    expect: (name, altText) => {
      const id = fileId();
      expected.set(id, { name, altText, bytes: null });
      return id;
    },
    receive: (id, bytes) => {
      const waiting = expected.get(id);
      if (waiting) waiting.bytes = bytes;
      return waiting !== undefined;
    },
    complete: (id, title) => {
      const waiting = expected.get(id);
      if (!waiting?.bytes) return null;
      expected.delete(id);
      return keep({
        id,
        name: waiting.name,
        title: title || waiting.name,
        altText: waiting.altText,
        bytes: waiting.bytes,
      });
    },
    keep: (name, bytes) => keep({ id: fileId(), name, title: name, altText: '', bytes }),
    file: (id) => kept.get(id) ?? null,
  };
}

function fileId(): string {
  return `F${createHash('sha256').update(randomUUID()).digest('hex').slice(0, 10).toUpperCase()}`;
}
