import { readFileSync, readdirSync } from 'node:fs';
import { basename, extname, join, normalize, dirname, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What each folder may import: its own kind, folders, packages (`@scope/*` for all of a scope, `node:*` for Node's own). */
const allowed: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain', 'luxon'],
  events: ['events', 'domain', 'luxon', 'zod'],
  templates: ['templates', 'domain', 'luxon', '@slack/types', 'marked'],
  catalogue: ['catalogue', 'domain'],
  adapters: [
    'adapters',
    'domain',
    'templates',
    'luxon',
    'zod',
    'yaml',
    'ignore',
    'p-limit',
    'ajv',
    'js-rouge',
    '@huggingface/tokenizers',
    'onnxruntime-web',
    '@resvg/resvg-wasm',
    '@smithy/*',
    '@slack/*',
    '@aws-sdk/*',
    '@octokit/*',
    'node:*',
  ],
  handlers: [
    'handlers',
    'adapters',
    'catalogue',
    'events',
    'templates',
    'domain',
    'luxon',
    'p-limit',
    '@slack/types',
    '@slack/bolt',
    'node:*',
  ],
  local: [
    'local',
    'handlers',
    'adapters',
    'catalogue',
    'events',
    'templates',
    'domain',
    'luxon',
    'zod',
    'yaml',
    'emulate',
    'dynalite',
    'jsonata',
    '@slack/types',
    '@aws-sdk/*',
    '@smithy/*',
    'node:*',
  ],
  cli: [
    'cli',
    'local',
    'handlers',
    'adapters',
    'catalogue',
    'events',
    'templates',
    'domain',
    'luxon',
    'commander',
    'picocolors',
    'node:*',
  ],
};
const folders = Object.keys(allowed);

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.includes('node_modules'));
}

const sources = folders.flatMap(filesUnder).filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'));
const tests = filesUnder('test').filter((path) => path.endsWith('.ts'));
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

const allText = sources.map(textOf);

/** Lambda calls it by name. */
function isHandler(name: string, path: string): boolean {
  return name === 'handler' && path.startsWith('handlers/');
}

/** Everything a text imports, statically, for its types, and while it runs. */
function importsOf(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** The folder of the house, or the package, that an import in a file leads to. */
function targetOf(specifier: string, path: string): string {
  if (specifier.startsWith('.')) return normalize(join(dirname(path), specifier)).split(/[\\/]/)[0] ?? '';
  if (specifier.startsWith('node:')) return 'node:*';
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

/** The composition root of AWS makes the clients that adapters take. */
const roots: Readonly<Record<string, readonly string[]>> = { 'handlers/deps.ts': ['@aws-sdk/*'] };

function mayImport(folder: string, target: string, path = ''): boolean {
  const scope = `${target.split('/')[0] ?? ''}/*`;
  return [...(allowed[folder] ?? []), ...(roots[path] ?? [])].some((one) => one === target || one === scope);
}

describe('who may import whom', () => {
  it.each(folders)('%s', (folder) => {
    const broken = sources
      .filter((path) => path.startsWith(`${folder}/`))
      .flatMap((path) =>
        importsOf(textOf(path)).map((specifier) => ({ path, specifier, target: targetOf(specifier, path) })),
      )
      .filter(({ path, target }) => !mayImport(folder, target, path))
      .map(({ path, specifier }) => `${path} imports ${specifier}`);

    expect(broken).toEqual([]);
  });

  it.each`
    text                                                 | imports         | why
    ${"import { a } from './a.ts';"}                     | ${['./a.ts']}   | ${'statically'}
    ${"import type { A } from './a.ts';"}                | ${['./a.ts']}   | ${'for a type'}
    ${"export { a } from './a.ts';"}                     | ${['./a.ts']}   | ${'to hand it on'}
    ${"const a = await import('./a.ts');"}               | ${['./a.ts']}   | ${'while it runs'}
    ${"import a from './a.json' with { type: 'json' };"} | ${['./a.json']} | ${'data'}
    ${"// import { a } from './a.ts';"}                  | ${[]}           | ${'not in a comment'}
    ${'const text = `import a from "./a.ts"`;'}          | ${[]}           | ${'nor in a text'}
  `('an import is seen $why', ({ text, imports }: { text: string; imports: string[] }) => {
    expect(importsOf(text)).toEqual(imports);
  });

  it.each(sources)('%s imports by name what it imports while it runs, and files with their ending', (path) => {
    expect(textOf(path)).not.toMatch(/\bimport\((?!\s*['"])/);
    for (const specifier of importsOf(textOf(path)).filter((one) => one.startsWith('.')))
      expect(['.ts', '.json']).toContain(extname(specifier));
  });

  it('no folder imports in a circle', () => {
    const order = ['domain', 'events', 'templates', 'catalogue', 'adapters', 'handlers', 'local', 'cli'];
    for (const [index, folder] of order.entries())
      for (const later of order.slice(index + 1)) expect(mayImport(folder, later), `${folder} <- ${later}`).toBe(false);
  });
});

describe('what files are', () => {
  it.each([...sources, ...tests])('%s has a name that says what is in it', (path) => {
    for (const part of path.split('/').map((name) => basename(name, extname(name))))
      expect(part).not.toMatch(/^(utils?|helpers?|commons?|shared|misc|types|index|lib|core|base|manager)$/);
    expect(path).toMatch(/^[a-z0-9-/]+(\.(test|d))?\.ts$/);
  });

  it.each(sources)('%s is short enough to be read at once', (path) => {
    expect(textOf(path).trimEnd().split('\n').length).toBeLessThanOrEqual(150);
  });

  it.each(sources)('%s exports nothing for tests alone', (path) => {
    const text = textOf(path);
    const names = [...text.matchAll(/^export (?:async )?(?:function|const) (?<name>\w+)/gm)].map(
      ({ groups }) => groups?.['name'] ?? '',
    );
    const used = (name: string) => allText.filter((other) => new RegExp(`\\b${name}\\b`).test(other)).length > 1;
    const usedHere = (name: string) => [...text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length > 1;

    expect(names.filter((name) => !isHandler(name, path) && !used(name) && !usedHere(name))).toEqual([]);
  });
});

describe('what the repository depends on', () => {
  const manifest = JSON.parse(textOf('package.json')) as Record<string, Record<string, string>>;
  const dependencies = { ...manifest['dependencies'], ...manifest['devDependencies'], ...manifest['overrides'] };

  it.each(Object.entries(dependencies))('%s is at exactly one version: %s', (_, version) => {
    expect(version).toMatch(/^(npm:[@\w/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/);
  });

  it('the lockfile names no host of a registry, so that everybody’s own is asked', () => {
    expect(textOf('package-lock.json')).not.toMatch(/"resolved": "https?:/);
  });

  it('the lockfile is of the same versions', () => {
    const lock = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, Record<string, unknown>> };

    expect(lock.packages['']?.['dependencies']).toEqual(manifest['dependencies']);
    expect(lock.packages['']?.['devDependencies']).toEqual(manifest['devDependencies']);
  });

  it.each(sources)('%s uses only packages that are there when it runs', (path) => {
    const runtime = Object.keys(manifest['dependencies'] ?? {});
    const text = textOf(path);
    for (const specifier of importsOf(text)) {
      const target = targetOf(specifier, path);
      const onlyTypes = new RegExp(`import type [^;]*from '${specifier}'`).test(text);
      if (!specifier.startsWith('.') && target !== 'node:*' && !onlyTypes) expect(runtime).toContain(target);
    }
  });
});
