/** Whether a path fits a pattern: `*` and `?` stay within a folder, `**` crosses folders; a folder's name alone stands for all in it. */
export function fitsPath(pattern: string, path: string): boolean {
  const plain = pattern.replace(/^\.?\//, '').replace(/\/$/, '');
  const source = plain.replaceAll(/\*\*\/?|[*?]|[.+^${}()|[\]\\]/g, (sign) => {
    if (sign === '**/') return '(?:.*/)?';
    if (sign === '**') return '.*';
    if (sign === '*') return '[^/]*';
    return sign === '?' ? '[^/]' : `\\${sign}`;
  });
  return new RegExp(`^${source}(?:/.*)?$`).test(path);
}
