import { createHash } from 'node:crypto';
import type { Attachment } from '../../templates/ticket.ts';

/** A file that a ticket has. */
interface AttachedFile {
  readonly id: string;
  readonly name: string;
}

/**
 * Brings a ticket's files up to date. A file's name says what is in it, so that one that changed is known without reading it; it is put
 * there anew before its old versions go, so that none is lost between. Files of other names are other people's.
 */
export async function keepFiles(
  there: readonly AttachedFile[],
  files: readonly Attachment[],
  act: { readonly put: (file: Attachment) => Promise<unknown>; readonly remove: (id: string) => Promise<unknown> },
): Promise<void> {
  for (const file of files) {
    const name = versionName(file);
    const versions = there.filter((one) => isVersion(one.name, file.name));
    const kept = versions.find((one) => one.name === name);
    if (!kept) await act.put({ ...file, name });
    for (const { id } of versions) if (id !== kept?.id) await act.remove(id);
  }
}

/** `dependents-1a2b3c4d.csv`. */
function versionName({ name, content }: Attachment): string {
  const [stem, ending] = parts(name);
  return `${stem}-${createHash('sha256').update(content).digest('hex').slice(0, 8)}${ending}`;
}

function isVersion(one: string, name: string): boolean {
  const [stem, ending] = parts(name);
  const within =
    one.startsWith(`${stem}-`) && one.endsWith(ending) ? one.slice(stem.length, one.length - ending.length) : '';
  return /^-[0-9a-f]{8}$/.test(within);
}

function parts(name: string): readonly [stem: string, ending: string] {
  const at = name.lastIndexOf('.');
  return at < 0 ? [name, ''] : [name.slice(0, at), name.slice(at)];
}
