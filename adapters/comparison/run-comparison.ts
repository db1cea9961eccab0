import type { Answer } from '../../domain/cases/answer.ts';
import type { Case } from '../../domain/cases/case.ts';
import { earlierCalls } from '../../domain/cases/earlier-calls.ts';
import type { Recorded } from '../../domain/cases/recorded.ts';
import type { Embed } from '../scoring/check-answer.ts';
import { scoreAnswer } from '../scoring/score-answer.ts';
import { adaptiveLimit } from './adaptive-limit.ts';
import type { AskModel } from './converse.ts';
import { firstFault } from './first-fault.ts';
import { judgeBy } from './judge.ts';
import type { OpenDataset } from './open-dataset.ts';
import type { Patience } from './patient-asking.ts';
import { runCases } from './run-cases.ts';
import type { RunDirectory } from './run-directory.ts';
import { mendRunJournal, openRunJournal, recordedIn } from './run-journal.ts';

interface ComparisonTerms {
  readonly directory: Pick<RunDirectory, 'evidence' | 'journal'>;
  readonly dataset: Pick<OpenDataset, 'read'>;
  readonly concurrency: number;
  readonly ask: AskModel;
  /** How the judge is asked, where it is another way. */
  readonly askJudge?: AskModel | undefined;
  /** For checks of similarity. */
  readonly embed: Embed;
  readonly patience: Omit<Patience, 'random'>;
  /** Ends the run at once; what is under way is given up, and nothing of it is written down. */
  readonly signal?: AbortSignal;
  /** Answers of the current model that were kept from when it still answered. */
  readonly frozen: ((kase: Case) => Answer | null) | null;
  /** Hears, before anything is asked, of each record of an earlier process. */
  readonly found: (record: Recorded) => void;
  /** Hears of each record once it is written down; what it throws ends the run. */
  readonly took: (record: Recorded) => void;
}

/** Asks what is still to be asked, and writes each answer down as it comes. */
export async function runComparison(terms: ComparisonTerms): Promise<void> {
  const { directory, dataset, concurrency, ask, askJudge = ask, embed, frozen, found, took } = terms;
  const { patience, signal } = stoppable(terms);
  const { current, candidate, repeats, seed, judge } = directory.evidence;
  await mendRunJournal(directory.journal);
  const earlier = await earlierCalls(recordedIn(directory.journal), judge !== null, found);
  const journal = openRunJournal(directory.journal);
  const over = firstFault(patience.goOn);
  const judges = { ...patience, random: Math.random, goOn: over.goOn };
  const judging = judge && judgeBy(askJudge, judge.modelId, adaptiveLimit(concurrency), judges);
  try {
    await runCases(dataset.read(), {
      models: { current, candidate },
      repeats,
      concurrency,
      seed,
      ask,
      patience,
      score: (kase, answer) => scoreAnswer(kase, answer, embed),
      judge: judging,
      frozen,
      earlier,
      record(record) {
        signal?.throwIfAborted();
        journal.append(record);
        took(record);
      },
      over,
    });
  } finally {
    journal.close();
  }
}

/** Calls and the pauses between attempts end with the signal; without one, nothing waits for its end. */
function stoppable({ patience, signal }: ComparisonTerms) {
  if (!signal) return { patience };
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  // Whoever waits hears of it; where nobody waits it is no fault.
  stopped.catch(() => undefined);
  const wait = (milliseconds: number) => Promise.race([patience.wait(milliseconds), stopped]);
  return { patience: { ...patience, wait, signal }, signal };
}
