import type { Recorded, RecordedCall } from './recorded.ts';
import { isLost } from './model-fault.ts';
import type { FaultKind } from './model-fault.ts';
import { recordKey } from './recorded.ts';

/** What an earlier process of the same run recorded: calls to skip, and whole answers only of pairs that a judge has still to see. */
export async function earlierCalls(
  records: AsyncIterable<Recorded>,
  judged: boolean,
  take: (record: Recorded) => void,
): Promise<ReadonlyMap<string, RecordedCall | null>> {
  const earlier = new Map<string, RecordedCall | null>();
  for await (const record of records) {
    if (record.kind === 'call' && isAskedAgain(record)) continue;
    take(record);
    const { caseId, repeat } = record;
    if (record.kind === 'judgement') {
      earlier.set(recordKey({ caseId, repeat, side: 'judge' }), null);
      for (const side of ['current', 'candidate'] as const) earlier.set(recordKey({ caseId, repeat, side }), null);
    } else earlier.set(recordKey(record), judged ? record : null);
  }
  return earlier;
}

/** The model was out of reach: it may be back, or its kept answers may be at hand now. */
function isAskedAgain({ attempt }: RecordedCall): boolean {
  return attempt.kind === 'failed' && isLost(attempt.error as FaultKind);
}
