import { performance } from 'node:perf_hooks';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const aim = 3;
const providers =
  'ai21|amazon|anthropic|cohere|deepseek|google|luma|meta|minimax|mistral|moonshot|moonshotai|nvidia|openai|qwen|stability|twelvelabs|writer|xai|zai';
const sundial = join(import.meta.dirname, '../dist/sundial.js');
const tree = mkdtempSync(join(tmpdir(), 'sundial-scan-'));

try {
  console.log(
    '\nsundial scan\n  floor: grep -rE for the provider names over the same tree; median of 9, one after the other',
  );
  for (const kilobytes of [2, 8, 16]) {
    generate(join(tree, `${kilobytes}`), kilobytes);
    const [floor, scan] = race(join(tree, `${kilobytes}`));
    const ratio = scan / floor;
    console.log(
      `  ${`5,000 files of ${kilobytes} KB`.padEnd(24)} grep ${floor.toFixed(0).padStart(4)} ms   scan ${scan.toFixed(0).padStart(4)} ms   ${ratio.toFixed(2)} x   ${ratio <= aim ? 'within' : 'over'} the aim of ${aim} x`,
    );
  }
  const bare = median(Array.from({ length: 9 }, () => timed(process.execPath, ['-e', '0'])));
  console.log(`  of which Node starts in ${bare.toFixed(0)} ms`);
} finally {
  rmSync(tree, { recursive: true });
}

/** 5,000 files in 100 folders; one in ten names a model. */
function generate(root, kilobytes) {
  const code = [
    'import { Router } from "express";\n\nconst meta = { title: "Answer", page: 1 };\n',
    'export async function answer(question, { limit = 20, ...options } = {}) {\n',
    '  const rows = await store.query({ text: question.trim(), limit }); // The newest first.\n',
    '  return rows.filter((row) => row.score > 0.5).map((row) => ({ ...row, at: row.at.toISOString() }));\n}\n\n',
  ].join('');
  const text = code.repeat(Math.ceil((kilobytes * 1024) / code.length)).slice(0, kilobytes * 1024);
  for (let folder = 0; folder < 100; folder += 1) {
    const path = join(root, `area-${folder % 10}`, `part-${folder}`);
    mkdirSync(path, { recursive: true });
    for (let file = 0; file < 50; file += 1) {
      const names = file % 10 === 0 ? '\nconst model = "eu.anthropic.claude-sonnet-4-5-20250929-v1:0";\n' : '';
      writeFileSync(join(path, `file-${file}.ts`), text + names);
    }
  }
}

/** Wall milliseconds of both, measured in turn so that both meet the same machine. */
function race(path) {
  const rounds = Array.from({ length: 10 }, () => [
    timed('grep', ['-rE', providers, path]),
    timed(process.execPath, [sundial, 'scan', path, '--json']),
  ]).slice(1);
  return [median(rounds.map(([grep]) => grep)), median(rounds.map(([, scan]) => scan))];
}

function timed(command, args) {
  const start = performance.now();
  const { error } = spawnSync(command, args, { maxBuffer: 1024 ** 3 });
  if (error) throw error;
  return performance.now() - start;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
