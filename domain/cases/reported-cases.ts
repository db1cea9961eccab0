import type { ReportedCase } from './comparison-report.ts';
import type { Case } from './case.ts';
import type { FaultKind } from './model-fault.ts';
import { isOutOfReach } from './model-fault.ts';
import { promptText } from './prompt-text.ts';
import type { Recorded, RecordedCall, RecordedJudgement } from './recorded.ts';

interface Gathered {
  current?: RecordedCall;
  candidate?: RecordedCall;
  judgement?: RecordedJudgement;
}

/**
 * Each case with both answers, in the order of the dataset. The first repetition is shown; the statistics count all. Records are read only
 * as far as a case needs: cases are asked nearly in their order, so that memory holds few of them.
 */
export async function* reportedCases(
  cases: AsyncIterable<Case>,
  records: AsyncIterable<Recorded>,
  judged: boolean,
): AsyncGenerator<ReportedCase> {
  const byCase = new Map<string, Gathered>();
  const reading = records[Symbol.asyncIterator]();
  for await (const kase of cases) {
    while (!isWhole(byCase.get(kase.id), judged)) {
      const next = await reading.next();
      if (next.done === true) break;
      gather(byCase, next.value);
    }
    const { current = null, candidate = null, judgement = null } = byCase.get(kase.id) ?? {};
    byCase.delete(kase.id);
    yield {
      caseId: kase.id,
      prompt: promptText(kase),
      expected: kase.expected,
      tags: kase.tags,
      current,
      candidate,
      judgement,
    };
  }
}

function gather(byCase: Map<string, Gathered>, record: Recorded): void {
  if (record.repeat !== 0) return;
  const gathered = byCase.get(record.caseId) ?? {};
  byCase.set(record.caseId, gathered);
  if (record.kind === 'judgement') gathered.judgement = record;
  else gathered[record.side] = record;
}

/** Nothing more is to come of it. A call of a model out of reach may have been made again when the run was resumed. */
function isWhole(gathered: Gathered | undefined, judged: boolean): boolean {
  const { current, candidate, judgement } = gathered ?? {};
  if (!current || !candidate || isLost(current) || isLost(candidate)) return false;
  return !judged || judgement !== undefined || current.answer === null || candidate.answer === null;
}

function isLost({ attempt }: RecordedCall): boolean {
  return attempt.kind === 'failed' && isOutOfReach(attempt.error as FaultKind);
}
