import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { checkTemplate, report } from './check-template.mjs';

const folder = '.build';

await packageConfiguration(process.env['SUNDIAL_CONFIG'] ?? 'sundial.yml').catch((error) => {
  console.error(error.message);
  process.exit(2);
});
packageFunctions(process.argv.slice(2));
listZips();
report(checkTemplate());

/** Checks sundial.yml now, so that no function ever meets a wrong one; without it one default team owns everything. */
async function packageConfiguration(file) {
  mkdirSync(folder, { recursive: true });
  const { readConfiguration, defaultConfiguration } = await bundled('adapters/configuration.ts');
  const { packaged } = await bundled('handlers/packaged-configuration.ts');
  const configuration = existsSync(file) ? readConfiguration(readFileSync(file, 'utf8'), file) : defaultConfiguration;
  writeFileSync(join(folder, 'sundial.json'), packaged(configuration));
  console.log(existsSync(file) ? `${file} is packaged.` : `There is no ${file}: one default team owns everything.`);
}

/** Our own TypeScript, as a module that this Node can import. */
async function bundled(entry) {
  const outfile = join(folder, entry.replace(/\.ts$/, '.mjs'));
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' });
  return import(join(process.cwd(), outfile));
}

/** Offline: nothing is asked of AWS, so any credentials do. */
function packageFunctions(options) {
  rmSync('.serverless', { recursive: true, force: true });
  const env = {
    AWS_ACCESS_KEY_ID: 'none',
    AWS_SECRET_ACCESS_KEY: 'none',
    SLS_TELEMETRY_DISABLED: '1',
    SLS_NOTIFICATIONS_MODE: 'off',
  };
  const serverless = 'node_modules/serverless/bin/serverless.js';
  const { status } = spawnSync(process.execPath, [serverless, 'package', ...options], {
    stdio: 'inherit',
    env: { ...env, ...process.env },
  });
  if (status !== 0) process.exit(status ?? 1);
}

function listZips() {
  for (const zip of readdirSync('.serverless').filter((file) => file.endsWith('.zip'))) {
    console.log(`${zip.padEnd(26)} ${Math.round(statSync(join('.serverless', zip)).size / 1024)} KB zipped`);
  }
}
