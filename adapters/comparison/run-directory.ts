import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RunEvidence } from '../../domain/cases/comparison-report.ts';

/** No run can be begun there, or gone on with; the message says what to do. */
export class RunDirectoryError extends Error {
  override readonly name = 'RunDirectoryError';
}

/** Where a run keeps what it has. */
export interface RunDirectory {
  readonly path: string;
  readonly evidence: RunEvidence;
  readonly journal: string;
  readonly report: (ending: 'html' | 'md' | 'json' | 'csv' | 'png') => string;
  /** Whether an earlier run is gone on with. */
  readonly resumed: boolean;
}

/** What a resumed run must not differ in: answers to other questions would be mixed with its own. */
const same = [
  'current',
  'candidate',
  'region',
  'repeats',
  'dataset',
  'judge',
  'embedding',
  'bertScore',
  'selection',
  'policy',
  'engine',
] as const;

/** Begins a run in an empty place, or goes on with the one that is there. Throws `RunDirectoryError`, and then nothing was written. */
export function openRunDirectory(out: string, evidence: RunEvidence, resume: boolean): RunDirectory {
  const path = resolve(out);
  const file = join(path, 'run.json');
  if (existsSync(file)) {
    if (!resume)
      throw new RunDirectoryError(
        `--out ${out}: holds a run already; go on with it by --resume, or choose another place`,
      );
    const found = evidenceIn(file);
    for (const name of same)
      if (JSON.stringify(shownPart(found, name)) !== JSON.stringify(shownPart(evidence, name)))
        throw new RunDirectoryError(
          `--resume: the run in ${out} has another ${name}: ${JSON.stringify(shownPart(found, name))}, not ${JSON.stringify(shownPart(evidence, name))}`,
        );
    return directoryAt(path, found, true);
  }
  makeFolder(path, out);
  // A process that dies here leaves no half of it, which nobody could go on with.
  const unfinished = `${file}.part`;
  writeFileSync(unfinished, `${JSON.stringify(evidence, null, 2)}\n`);
  renameSync(unfinished, file);
  return directoryAt(path, evidence, false);
}

function makeFolder(path: string, out: string): void {
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new RunDirectoryError(`--out ${out}: expected a folder that can be written: ${why}`, { cause });
  }
}

/** A run that was begun, where it is now. */
export function readRunDirectory(path: string): RunDirectory {
  return directoryAt(path, evidenceIn(join(path, 'run.json')), true);
}

function directoryAt(path: string, evidence: RunEvidence, resumed: boolean): RunDirectory {
  return {
    path,
    evidence,
    journal: join(path, 'calls.jsonl'),
    report: (ending) => join(path, `report.${ending}`),
    resumed,
  };
}

/** A dataset is the same wherever it lies. */
function shownPart(evidence: RunEvidence, name: (typeof same)[number]): unknown {
  return name === 'dataset' ? evidence.dataset.sha256 : (evidence[name] ?? null);
}

function evidenceIn(file: string): RunEvidence {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunEvidence;
  } catch (cause) {
    throw new RunDirectoryError(`${file}: expected what a run of sundial compare writes`, { cause });
  }
}
