import { Buffer } from 'node:buffer';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFolder, documentOf } from './run.ts';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';
const sonnet45 = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
const sonnet5 = 'anthropic.claude-sonnet-5';
const now = ['--now', '2026-11-20T09:00:00Z'];

interface Found {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly matched: string;
}

/** A working tree with these files, and `sundial scan` over it. */
function aTree(files: Readonly<Record<string, string | Buffer>>) {
  const folder = aFolder();
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder.path, file)), { recursive: true });
    writeFileSync(join(folder.path, file), content);
  }
  return {
    path: folder.path,
    scan: (...args: string[]) => folder.sundial(['scan', '.', ...now, ...args]),
    /** What was found, as `file:line:column matched`. */
    async found(...args: string[]) {
      const document = documentOf(await folder.sundial(['scan', '.', ...now, '--json', ...args]));
      const listed = (found: unknown) =>
        (found as Found[]).map(({ file, line, column, matched }) => `${file}:${line}:${column} ${matched}`);
      return { findings: listed(document['findings']), unknown: listed(document['unknown']), files: document['files'] };
    },
  };
}

describe('sundial scan', () => {
  it('prints the document that the contract promises', async () => {
    const ran = await aTree({ 'src/app.py': `import boto3\nmodel = "us.${sonnet45}"\n`, 'README.md': 'Hello' }).scan(
      '--json',
    );

    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(documentOf(ran)).toEqual({
      findings: [
        {
          file: 'src/app.py',
          line: 2,
          column: 10,
          matched: `us.${sonnet45}`,
          modelId: sonnet45,
          stage: 'legacy',
          endOfLife: '2027-04-08',
          daysLeft: 139,
          replacement: { modelId: sonnet5, source: 'catalogue' },
        },
      ],
      files: 2,
      unknown: [],
      skipped: [],
    });
  });

  it('finds ids in every language, and active ones too', async () => {
    const cell = JSON.stringify({ cells: [{ source: ['x\n', `m = "${sonnet5}"\n`] }] }, null, 1);
    const { findings } = await aTree({
      'a.tf': `resource "x" "y" {\n  model_id = "${sonnet5}"\n}\n`,
      'b.yaml': `model: ${sonnet5} # ours\r\nother: eu.${haiku}\r\n`,
      'c.py': `MODEL = '${haiku}'`,
      'd.ts': `const arn = 'arn:aws:bedrock:us-east-1::foundation-model/${haiku}';`,
      'e.ipynb': cell,
      'f.json': `{"id":"${haiku}"}`,
    }).found();

    expect(findings).toEqual([
      `a.tf:2:15 ${sonnet5}`,
      `b.yaml:1:8 ${sonnet5}`,
      `b.yaml:2:8 eu.${haiku}`,
      `c.py:1:10 ${haiku}`,
      `d.ts:1:14 arn:aws:bedrock:us-east-1::foundation-model/${haiku}`,
      `e.ipynb:6:12 ${sonnet5}`,
      `f.json:1:8 ${haiku}`,
    ]);
  });

  it('lists ids that no source knows, and is at ease with them', async () => {
    const tree = aTree({ 'a.env': 'MODEL=acme.prose-2-large-v1:0\nVERSION=1.2.3' });

    expect(await tree.found()).toEqual({ findings: [], unknown: ['a.env:1:7 acme.prose-2-large-v1:0'], files: 1 });
    expect((await tree.scan()).code).toBe(0);
  });
});

describe('the tree that is read', () => {
  it('is what git would track: hidden files, without .git and what .gitignore names', async () => {
    const { findings, files } = await aTree({
      '.gitignore': '*.log\n!keep.log\n/build/\nvendor/\n',
      '.env': haiku,
      '.github/workflows/ci.yml': haiku,
      '.git/config': haiku,
      'build/a.js': haiku,
      'sub/build/a.js': haiku,
      'a.log': haiku,
      'keep.log': haiku,
      'sub/.gitignore': 'secret.txt\n!b.log\n/only-here\n',
      'sub/secret.txt': haiku,
      'sub/deep/secret.txt': haiku,
      'sub/b.log': haiku,
      'sub/only-here': haiku,
      'sub/deep/only-here': haiku,
      'sub/vendor/x.js': haiku,
      'other/secret.txt': haiku,
    }).found();

    expect(findings.map((found) => found.split(':')[0])).toEqual([
      '.env',
      '.github/workflows/ci.yml',
      'keep.log',
      'other/secret.txt',
      'sub/b.log',
      'sub/build/a.js',
      'sub/deep/only-here',
    ]);
    expect(files).toBe(9);
  });

  it('keeps to the .gitignore of the repository around a folder', async () => {
    const tree = aTree({ '.git/HEAD': '', '.gitignore': 'out/\n', 'app/out/a.js': haiku, 'app/b.js': haiku });

    expect(documentOf(await tree.scan('--json'))).toMatchObject({ files: 2 });
    const inside = aTree({ '.git/HEAD': '', '.gitignore': 'out/\n', 'app/out/a.js': haiku, 'app/b.js': haiku });
    const ran = await aFolder().sundial(['scan', join(inside.path, 'app'), ...now, '--json']);
    expect(documentOf(ran)).toMatchObject({ files: 1, findings: [{ file: 'b.js' }] });
  });

  it('has no binaries and no links; what is too large is said', async () => {
    const tree = aTree({
      'image.png': Buffer.from(`\0PNG ${haiku}`),
      'large.txt': Buffer.alloc(5 * 1024 * 1024 + 1, `${haiku} `),
      'a.txt': 'x',
    });
    symlinkSync(tree.path, join(tree.path, 'loop'));
    const ran = await tree.scan('--json');

    expect(documentOf(ran)).toEqual({
      findings: [],
      files: 1,
      unknown: [],
      skipped: [{ file: 'large.txt', reason: 'larger than 5 MB' }],
    });
    expect(ran.stderr).toBe('sundial: large.txt was not read: larger than 5 MB\n');
  });

  it('may be a single file', async () => {
    const tree = aTree({ 'a/b.py': haiku });
    const ran = await aFolder().sundial(['scan', join(tree.path, 'a/b.py'), '--json']);

    expect(documentOf(ran)).toMatchObject({ files: 1, findings: [{ file: 'b.py', line: 1, column: 1 }] });
  });
});

describe('the exit code', () => {
  it.each`
    text                          | args                    | code | why
    ${sonnet45}                   | ${[]}                   | ${1} | ${'139 days are within 180'}
    ${sonnet45}                   | ${['--within', '139']}  | ${1} | ${'the last day counts'}
    ${sonnet45}                   | ${['--within', '138']}  | ${0} | ${'it ends later'}
    ${haiku}                      | ${['--within', '0']}    | ${1} | ${'it has ended'}
    ${'anthropic.claude-fable-5'} | ${['--within', '0']}    | ${1} | ${'it was withdrawn, with no date'}
    ${sonnet5}                    | ${['--within', '9999']} | ${0} | ${'no end is known'}
    ${'nothing'}                  | ${[]}                   | ${0} | ${'no model at all'}
    ${haiku}                      | ${['--within', 'soon']} | ${2} | ${'not a number'}
  `('is $code: $why', async ({ text, args, code }: { text: string; args: string[]; code: number }) => {
    expect((await aTree({ 'a.txt': text }).scan(...args)).code).toBe(code);
  });

  it('is 2 where there is no such path', async () => {
    const ran = await aFolder().sundial(['scan', 'nowhere', '--json']);

    expect(ran.code).toBe(2);
    expect(documentOf(ran)).toEqual({ error: { message: 'nowhere: no such file or folder', exitCode: 2 } });
  });
});

describe('a waiver', () => {
  const configuration = (waiver: string) => `
teams: { a: { channel: '#a', tracker: { kind: github, repository: example-corp/a } } }
defaultTeam: a
waivers:
  - ${waiver}
`;
  const until = (day: string) =>
    configuration(`{ model: anthropic.claude-3-*, path: legacy/**, reason: moves in spring, until: ${day} }`);

  it('lets a finding pass until it runs out, and shows it', async () => {
    const ran = await aTree({ 'sundial.yml': until('2026-11-20'), 'legacy/a.py': haiku }).scan('--json');

    expect(ran.code).toBe(0);
    expect(documentOf(ran)).toMatchObject({
      findings: [{ file: 'legacy/a.py', waived: { reason: 'moves in spring', until: '2026-11-20' } }],
    });
  });

  it.each([
    ['it ran out', '2026-11-19', 'legacy/a.py'],
    ['it is for another folder', '2027-11-19', 'src/a.py'],
  ])('does not count where %s', async (_, day, file) => {
    const ran = await aTree({ 'sundial.yml': until(day), [file]: haiku }).scan('--json');

    expect(ran.code).toBe(1);
    expect((documentOf(ran)['findings'] as object[]).map(Object.keys)).not.toContainEqual(
      expect.arrayContaining(['waived']),
    );
  });

  it.each([
    ['reason', '{ model: anthropic.claude-v2, until: 2027-01-01 }'],
    ['until', '{ model: anthropic.claude-v2, reason: later }'],
    ['until', '{ model: anthropic.claude-v2, reason: later, until: 2027-02-30 }'],
  ])('needs its %s', async (field, waiver) => {
    const ran = await aTree({ 'sundial.yml': configuration(waiver) }).scan();

    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(`waivers.0.${field}`);
  });
});

describe('sundial scan --sarif', () => {
  it('is SARIF 2.1.0 with a level for each urgency', async () => {
    const tree = aTree({
      'sub dir/a.py': `x = "${haiku}"\n${sonnet45}\n${sonnet5}\nacme.prose-2-large-v1:0\n`,
    });
    const ran = await tree.scan('--sarif');

    expect(ran.code).toBe(1);
    const { version, runs } = documentOf(ran) as { version: string; runs: Record<string, unknown>[] };
    expect(version).toBe('2.1.0');
    expect(runs).toMatchObject([
      {
        tool: {
          driver: {
            name: 'sundial',
            rules: [{ id: 'model-ended' }, { id: 'model-ending' }, { id: 'model-named' }, { id: 'model-unknown' }],
          },
        },
        results: [
          {
            ruleId: 'model-ended',
            ruleIndex: 0,
            level: 'error',
            message: {
              text: `${haiku} reached its end of life on 2026-09-10. Move to anthropic.claude-haiku-4-5-20251001-v1:0.`,
            },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'sub%20dir/a.py' },
                  region: { startLine: 1, startColumn: 6, endLine: 1, endColumn: 44 },
                },
              },
            ],
          },
          { ruleId: 'model-ending', level: 'warning' },
          { ruleId: 'model-named', level: 'note' },
          { ruleId: 'model-unknown', level: 'note' },
        ],
      },
    ]);
  });
});

describe('the table', () => {
  it('says where, what, until when and where to go, without colours where there is no terminal', async () => {
    const ran = await aTree({ 'src/a.py': `${haiku}\n${sonnet5}\n` }).scan();

    expect(ran.stdout)
      .toBe(`src/a.py:1:1  ${haiku}  ended   2026-09-10    go to anthropic.claude-haiku-4-5-20251001-v1:0
src/a.py:2:1  ${sonnet5}               Active  no end known

1 file read, 2 references to 2 models, 1 to models that have ended, 0 to models that end within 180 days.
`);
  });
});
