import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { readSourceTree } from '../../adapters/source-tree.ts';
import { catalogue } from '../../catalogue/catalogue.ts';
import type { Configuration } from '../../domain/configuration.ts';
import { mayNameModels } from '../../domain/model-reference-pattern.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { clock } from '../clock.ts';
import type { ExitCode } from '../exit.ts';
import { BadInputError, exitCode } from '../exit.ts';
import { note, printJson } from '../output.ts';
import { scanFindings } from '../scan-findings.ts';
import { needsAttention, scanJson } from '../scan-report.ts';

interface ScanOptions {
  readonly within?: string;
  readonly sarif?: boolean;
  readonly now?: string;
  readonly config?: string;
  readonly json?: boolean;
}

/** Finds the Bedrock models that a working tree names, and says how long each will last. */
export async function scan(path: string, { within = '180', sarif, now, config, json }: ScanOptions): Promise<ExitCode> {
  if (!/^\d+$/.test(within)) throw new BadInputError(`--within: expected a whole number of days, got ${within}`);
  if (!existsSync(path)) throw new BadInputError(`${path}: no such file or folder`);

  const configurationFile = config ?? (existsSync('sundial.yml') ? 'sundial.yml' : null);
  const root = statSync(path).isDirectory() ? path : dirname(path);
  const { take, findings, unknown } = scanFindings({
    catalogue,
    configuration: await scanConfiguration(configurationFile),
    within: Number(within),
    fromConfiguration: seenFrom(dirname(configurationFile ?? 'sundial.yml'), root),
    now: clock(now)(),
  });
  const reading = readSourceTree(path, {
    worthDecoding: mayNameModels,
    found: take,
    // Its ids say what to leave and what to let pass; they are no use of a model.
    leaveOut: configurationFile === null ? null : realpathSync(configurationFile),
  });
  const report = { ...reading, findings, unknown, within: Number(within) };

  if (sarif) {
    const { scanSarif } = await import('../scan-sarif.ts');
    printJson(scanSarif(report, seenFrom('.', root)));
  } else if (json) printJson(scanJson(report));
  else (await import('../scan-text.ts')).scanText(report, seenFrom('.', root));
  for (const { file, reason } of report.skipped) note(`sundial: ${file} was not read: ${reason}`);
  return findings.some(needsAttention) ? exitCode.needsAttention : exitCode.fine;
}

/** The reader of `sundial.yml` is loaded only where there is one: most of a short scan is loading code. */
async function scanConfiguration(
  file: string | null,
): Promise<Pick<Configuration, 'policy' | 'replacements' | 'waivers'>> {
  if (file === null) return { policy: defaultPolicy, replacements: new Map(), waivers: [] };
  return (await import('../configuration-file.ts')).loadConfiguration(file);
}

/** A file of the tree as a path from a folder, or as it is in the tree where it does not lie in that folder. */
function seenFrom(folder: string, root: string): (file: string) => string {
  const way = relative(resolve(folder), resolve(root));
  if (isAbsolute(way) || way.split(sep)[0] === '..') return (file) => file;
  return (file) => join(way, file).replaceAll(sep, '/');
}
