import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore from 'ignore';

/** What `.gitignore` files above and beside a path say of it, the nearest file last. */
export interface IgnoredPaths {
  readonly ignores: (path: string, isDirectory: boolean) => boolean;
  /** These rules, and those of the `.gitignore` that lies in a folder. */
  readonly inside: (directory: string) => IgnoredPaths;
}

/** The rules that hold around a folder: of all above it up to the root of its repository, where it is in one. */
export function ignoredPaths(root: string): IgnoredPaths {
  const above = aboveInRepository(root);
  const top = above[0] ?? root;
  const inherited = above
    .filter((directory) => existsSync(join(directory, '.gitignore')))
    .reduce((paths, directory) => paths.inside(directory), rules(top, []));
  // A folder that somebody asks for is read, even where the repository ignores it.
  return root !== top && inherited.ignores(root, true) ? rules(root, []) : inherited;
}

function aboveInRepository(root: string): string[] {
  const above: string[] = [];
  for (let directory = root; ; directory = dirname(directory)) {
    if (directory !== root) above.unshift(directory);
    if (existsSync(join(directory, '.git'))) return above;
    if (dirname(directory) === directory) return [];
  }
}

function rules(top: string, patterns: readonly string[]): IgnoredPaths {
  const matcher = patterns.length > 0 ? ignore({ ignoreCase: false }).add(patterns) : null;
  return {
    ignores: (path, isDirectory) =>
      matcher?.ignores(`${slashed(relative(top, path))}${isDirectory ? '/' : ''}`) ?? false,
    inside(directory) {
      const text = readFileSync(join(directory, '.gitignore'), 'utf8').replace(/^\uFEFF/, '');
      return rules(top, [...patterns, ...fromTop(text, slashed(relative(top, directory)))]);
    },
  };
}

/** The patterns of a folder's `.gitignore` as its repository's root would write them. */
function fromTop(text: string, folder: string): string[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  if (folder === '') return lines;
  const base = folder.replaceAll(/[\\*?[\]!# ]/g, String.raw`\$&`);
  return lines.map((line) => {
    const negated = line.startsWith('!');
    const pattern = negated ? line.slice(1) : line;
    const anchored = pattern.replace(/\s+$/, '').slice(0, -1).includes('/');
    return `${negated ? '!' : ''}/${base}/${anchored ? pattern.replace(/^\//, '') : `**/${pattern}`}`;
  });
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
