import { constants, setPriority } from 'node:os';
import { openDataset } from '../../adapters/comparison/open-dataset.ts';
import { readRunDirectory } from '../../adapters/comparison/run-directory.ts';
import { selectedDataset } from '../../adapters/comparison/selected-dataset.ts';
import { concludeHere } from './conclude-here.ts';
import { keepHeapLean } from './keep-heap-lean.ts';
import { rehearse } from './rehearse.ts';

/**
 * Makes the reports of a run in a process of its own, which `compare` begins while the models answer:
 * node conclude.js RUN DATASET --skip-bad|--all [EARLIER]. Whatever message comes means that all answers are written down; it is answered
 * with what was concluded, or with what went wrong in words.
 */
const [, , run = '', file = '', badLines = '', against] = process.argv;

// The models' answers come first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
keepHeapLean();

// An interrupt reaches both processes: this one ends when the other has ended.
process.on('SIGINT', () => undefined);

const isWanted = new Promise<boolean>((resolve) => {
  process.once('message', () => {
    resolve(true);
  });
  process.once('disconnect', () => {
    resolve(false);
  });
});

async function told() {
  const directory = readRunDirectory(run);
  const { selection } = directory.evidence;
  const whole = await openDataset(file, badLines === '--skip-bad' ? () => undefined : null);
  const dataset = selection ? selectedDataset(whole, selection.caseIds) : whole;
  // What goes wrong in a rehearsal goes wrong again, or does not matter.
  await rehearse(directory, dataset, isWanted).catch(() => undefined);
  if (!(await isWanted)) return null;
  const earlier = against === undefined ? null : readRunDirectory(against);
  return { kind: 'concluded', ...(await concludeHere(directory, dataset, earlier)) } as const;
}

const answer = await told().catch((error: unknown) => ({ kind: 'failed', message: String(error) }) as const);
if (answer && (await isWanted)) process.send?.(answer);
