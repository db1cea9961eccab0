import type { ReportedCase } from './comparison-report.ts';
import type { Case } from './case.ts';
import { promptText } from './prompt-text.ts';
import type { Recorded, RecordedCall, RecordedJudgement } from './recorded.ts';

interface Gathered {
  current?: RecordedCall;
  candidate?: RecordedCall;
  judgement?: RecordedJudgement;
}

/** Each case with both answers, in the order of the dataset. The first repetition is shown; the statistics count all. */
export async function* reportedCases(
  cases: AsyncIterable<Case>,
  records: AsyncIterable<Recorded>,
): AsyncGenerator<ReportedCase> {
  const byCase = new Map<string, Gathered>();
  for await (const record of records) {
    if (record.repeat !== 0) continue;
    const gathered = byCase.get(record.caseId) ?? {};
    byCase.set(record.caseId, gathered);
    if (record.kind === 'judgement') gathered.judgement = record;
    else gathered[record.side] = record;
  }
  for await (const kase of cases) {
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
