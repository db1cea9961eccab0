import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '../..');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...filesIn('docs').filter((file) => file.endsWith('.md')),
];

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
}

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** As GitHub makes them of headings. */
function anchorsOf(file: string): string[] {
  const prose = textOf(file).replaceAll(/^\s*```[^]*?^\s*```$/gm, '');
  return [...prose.matchAll(/^#+ (?<heading>.*)$/gm)].map(({ groups }) =>
    (groups?.['heading'] ?? '')
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

describe.each(pages)('%s', (page) => {
  const links = [...textOf(page).matchAll(/\]\((?<inline>[^)\s]+)\)|src="(?<source>[^"]+)"/g)]
    .map(({ groups }) => groups?.['inline'] ?? groups?.['source'] ?? '')
    .filter((link) => !link.startsWith('https:') && !link.startsWith('http:'));

  it.each([...new Set(links)])('links to %s, which is there', (link) => {
    const [path = '', anchor] = link.split('#');
    const file = path === '' ? page : join(dirname(page), path);

    expect(existsSync(join(root, file))).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(file)).toContain(anchor);
  });

  it('names only the account ids that are nobody’s', () => {
    const ids = textOf(page).match(/(?<![\w.:/-])\d{12}(?![\w-])/g) ?? [];
    const nobodys = ['111122223333', '444455556666', '777788889999', '012345678901'];

    expect(ids.filter((id) => !nobodys.includes(id))).toEqual([]);
  });
});

describe.each(pages.filter((page) => page.startsWith('docs/adr/')))('%s', (page) => {
  it('says status, context, positions and decision', () => {
    const sections = [...textOf(page).matchAll(/^## (?<name>.*)$/gm)].map(({ groups }) => groups?.['name']);

    expect(sections).toEqual(['Status', 'Context', 'Positions', 'Decision']);
  });
});

describe('docs/runbook.md', () => {
  const alarms = filesIn('infrastructure')
    .filter((file) => file.endsWith('.yml'))
    .flatMap((file) => [...textOf(file).matchAll(/See docs\/runbook\.md, (?<section>[^.]+)\./g)])
    .map(({ groups }) => groups?.['section'] ?? '');

  it.each([...new Set(alarms)])('has the section %s, which alarms name', (section) => {
    expect(textOf('docs/runbook.md')).toContain(`\n## ${section}\n`);
  });
});

describe('README.md', () => {
  const readme = textOf('README.md');

  it('explains every environment variable that the code and the template name', () => {
    const files = [
      'serverless.yml',
      'handlers/deps.ts',
      'handlers/sweep-deps.ts',
      'cli/real-services.ts',
      'scripts/package.mjs',
    ];
    const names = files.flatMap((file) => textOf(file).match(/SUNDIAL_[A-Z_]+/g) ?? []);

    expect([...new Set(names)].filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it('lists every command', () => {
    const commandLines = filesIn('cli/command-line').map(textOf).join('\n');
    const names = [...commandLines.matchAll(/(?<parent>\w+)\s*\.command\('(?<name>\w+)'\)/g)].map(({ groups }) =>
      groups?.['parent'] === 'program' ? groups['name'] : `${groups?.['parent'] ?? ''} ${groups?.['name'] ?? ''}`,
    );

    expect(names.filter((name) => !readme.includes(`| \`sundial ${name ?? ''}`))).toEqual([]);
  });

  it('lists every rule', () => {
    expect(filesIn('rules').filter((file) => !readme.includes(`(${file})`))).toEqual([]);
  });
});

describe.each(['README.md', 'docs/sweep.md'])('%s', (page) => {
  it.each(examplesOf(textOf(page)))('shows what $command says', ({ command, shown }) => {
    const said = withoutSpace(sundial(command));

    for (const line of shown) expect(said).toContain(withoutSpace(line));
  });
});

/** The commands of the page, each with the lines it shows; `…` stands for what was left out. */
function examplesOf(page: string): { command: string; shown: string[] }[] {
  return [...page.matchAll(/```console\n\$ npx sundial (?<command>.*)\n(?<output>[^]*?)```/g)].map(({ groups }) => ({
    command: groups?.['command'] ?? '',
    shown: (groups?.['output'] ?? '').split(/\n|…/).filter((line) => /\w/.test(line)),
  }));
}

/** What a command says, whatever its exit code; what it keeps, it keeps where nobody else looks. */
function sundial(command: string): string {
  const kept = mkdtempSync(join(tmpdir(), 'sundial-docs-'));
  onTestFinished(() => rmSync(kept, { recursive: true, force: true }));
  const words = [...command.matchAll(/"(?<quoted>[^"]*)"|\S+/g)].map((word) => word.groups?.['quoted'] ?? word[0]);
  const args = words.map((word, index) => (words[index - 1] === '--state' ? join(kept, word) : word));
  return spawnSync(process.execPath, ['dist/sundial.js', ...args], { cwd: root, encoding: 'utf8' }).stdout;
}

/** JSON and tables mean the same however they are spaced; what a shortened line breaks off with is no word of it. */
function withoutSpace(text: string): string {
  return text
    .replaceAll(/\s/g, '')
    .replace(/^[\]},]+/, '')
    .replace(/[[\]{},]+$/, '');
}
