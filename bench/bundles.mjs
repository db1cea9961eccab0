import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { parse } from 'yaml';
import plugins from '../infrastructure/bundle-plugins.cjs';

const folder = join(process.cwd(), '.build', 'bench', 'bundles');
const rounds = 15;

/**
 * What somebody waits for is light; what a schedule or a state machine calls asks a dozen services, and nobody waits for its start.
 * What Slack calls carries Bolt, and Slack waits three seconds.
 */
const aims = {
  event: { kb: 1000, loadRatio: 1.25 },
  slack: { kb: 1228, loadRatio: 1.6 },
  // It carries every answer and form, and what counts the cases of a comparison.
  answers: { kb: 1500, loadRatio: 1.6 },
  sweep: { kb: 2048, loadRatio: 3 },
};

/** The size and load time of each function as serverless.yml bundles it, beside a bare document client bundled the same way. */
export async function bundles() {
  rmSync(folder, { recursive: true, force: true });
  const { functions } = serverless();
  const ours = Object.values(functions).map(({ handler }) => handler.replace(/\.handler$/, '.ts'));
  const floor = join('bench', 'document-client.ts');

  const built = [
    await bundled('floor', floor, deployed()),
    await bundled('floor by default settings', floor, { bundle: true, minify: true, format: 'esm', platform: 'node' }),
    ...(await Promise.all(ours.map((entry) => bundled(basename(entry, '.ts'), entry, deployed())))),
  ];
  const loads = built.map(() => []);
  for (let round = 0; round < rounds; round += 1) built.forEach(({ file }, n) => loads[n].push(loadTime(file)));
  return built.map(({ name, kb }, n) => ({ name, kb, ...median(loads[n]), aim: aimOf(name) }));
}

function aimOf(name) {
  if (name === 'on-slack') return aims.slack;
  if (name === 'on-slack-request') return aims.answers;
  return name.startsWith('on-') ? aims.event : aims.sweep;
}

function serverless() {
  return parse(readFileSync('serverless.yml', 'utf8'), { logLevel: 'silent' });
}

/** serverless.yml's own settings: what is measured is what is deployed. */
function deployed() {
  const { custom } = serverless();
  const { bundle, minify, splitting, format, platform, target, mainFields, banner } = custom.esbuild;
  return { bundle, minify, splitting, format, platform, target, mainFields, banner, plugins };
}

async function bundled(name, entry, options) {
  const outdir = join(folder, name.replaceAll(' ', '-'));
  mkdirSync(outdir, { recursive: true });
  const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
  await build({ banner, ...options, entryPoints: [entry], outdir, outExtension: { '.js': '.mjs' }, logLevel: 'error' });
  const files = readdirSync(outdir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const bytes = files.reduce((sum, one) => sum + statSync(join(one.parentPath, one.name)).size, 0);
  return { name, kb: bytes / 1024, file: join(outdir, `${basename(entry, '.ts')}.mjs`) };
}

/** One cold start: a new process that imports the module and does nothing else. */
function loadTime(file) {
  const script = `
    const start = performance.now();
    await import(${JSON.stringify(file)});
    const loaded = performance.now() - start;
    console.log(JSON.stringify({ ms: loaded, peakKb: process.resourceUsage().maxRSS }));`;
  const env = { ...process.env, AWS_REGION: 'us-west-2', NODE_NO_WARNINGS: '1' };
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env,
    encoding: 'utf8',
  });
  if (!stdout) throw new Error(`${file} does not load: ${stderr}`);
  return JSON.parse(stdout);
}

function median(loads) {
  const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  return { ms: middle(loads.map(({ ms }) => ms)), peakKb: middle(loads.map(({ peakKb }) => peakKb)) };
}
