import { closeSync, openSync, writeSync } from 'node:fs';

/** Characters that are gathered until they are written: each write takes as long as making some hundred small pieces. */
const enough = 1 << 18;

/** A file that is written anew from many small pieces of text. */
export function textFile(path: string) {
  const descriptor = openSync(path, 'w');
  let [pieces, length]: [string[], number] = [[], 0];
  const flush = () => {
    const bytes = Buffer.from(pieces.join(''));
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
    [pieces, length] = [[], 0];
  };
  return {
    write(text: string): void {
      pieces.push(text);
      length += text.length;
      if (length >= enough) flush();
    },
    close(): void {
      flush();
      closeSync(descriptor);
    },
  };
}
