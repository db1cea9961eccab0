import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ComparedModels } from '../../domain/comparison-run.ts';
import { readRunDirectory } from './run-directory.ts';

/** A run that is kept in a folder, as far as it went. */
export interface KeptRun extends ComparedModels {
  readonly runId: string;
  readonly path: string;
  /** ISO instant. */
  readonly startedAt: string;
  /** `null` where it has not ended, or its report is gone. */
  readonly verdict: string | null;
  readonly cases: number | null;
}

/** The runs in a folder or right below it, the newest first; folders that hold none are passed over. */
export function keptRuns(folder: string): readonly KeptRun[] {
  const below = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name));
  return [folder, ...below]
    .filter((path) => existsSync(join(path, 'run.json')))
    .map(keptRun)
    .toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}

function keptRun(path: string): KeptRun {
  const { evidence, report } = readRunDirectory(path);
  const { runId, startedAt, current, candidate, names } = evidence;
  const file = report('json');
  const { verdict, cases } = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { verdict?: { kind?: string }; cases?: number })
    : {};
  return {
    ...{ runId, path, startedAt, current, candidate, ...(names && { names }) },
    ...{ verdict: verdict?.kind ?? null, cases: cases ?? null },
  };
}
