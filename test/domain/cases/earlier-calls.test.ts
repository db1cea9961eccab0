import { describe, expect, it } from 'vitest';
import { earlierCalls } from '../../../domain/cases/earlier-calls.ts';
import type { FaultKind } from '../../../domain/cases/model-fault.ts';
import type { Recorded } from '../../../domain/cases/recorded.ts';

function failed(error: FaultKind): Recorded {
  const attempt = { kind: 'failed', error } as const;
  return {
    kind: 'call',
    caseId: error,
    repeat: 0,
    side: 'current',
    attempt,
    answer: null,
    failure: error,
    frozen: false,
  };
}

async function* each(records: readonly Recorded[]): AsyncGenerator<Recorded> {
  for (const record of records) yield Promise.resolve(record);
}

describe('a failure that was recorded before', () => {
  it.each`
    error             | again    | why
    ${'endOfLife'}    | ${true}  | ${'its kept answers may be at hand now'}
    ${'accessDenied'} | ${true}  | ${'somebody may have given access'}
    ${'unreachable'}  | ${true}  | ${'the network or the credentials may be back'}
    ${'validation'}   | ${false} | ${'the model would say the same'}
    ${'throttled'}    | ${false} | ${'it had all its attempts'}
  `(
    'of kind $error is asked again: $again, since $why',
    async ({ error, again }: { error: FaultKind; again: boolean }) => {
      const taken: Recorded[] = [];
      const earlier = await earlierCalls(each([failed(error)]), false, (record) => taken.push(record));

      expect(earlier.size).toBe(again ? 0 : 1);
      expect(taken).toHaveLength(again ? 0 : 1);
    },
  );
});
