import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../domain/coverage.ts';
import { isPresent } from '../../domain/coverage.ts';
import type { Dependent } from '../../domain/dependent.ts';

const dependent = {
  kind: 'agent',
  account: '111122223333',
  region: 'us-east-1',
  seenAt: '2026-11-19T06:00:00.000Z',
} as Dependent;

function covered(swept: Coverage['swept'], region = 'us-east-1'): Coverage {
  return { account: '111122223333', region, attemptedAt: '2026-11-20T06:00:00.000Z', swept, failures: [] };
}

describe('a dependent', () => {
  it.each`
    coverage                                                         | present  | why
    ${[covered({ agent: '2026-11-19T06:00:00.000Z' })]}              | ${true}  | ${'it was seen when its kind was read last'}
    ${[covered({ agent: '2026-11-20T06:00:00.000Z' })]}              | ${false} | ${'its kind was read whole since, without it'}
    ${[covered({ flow: '2026-11-20T06:00:00.000Z' })]}               | ${true}  | ${'another kind says nothing of it'}
    ${[covered({ agent: '2026-11-20T06:00:00.000Z' }, 'eu-west-1')]} | ${true}  | ${'nor does another Region'}
    ${[covered({})]}                                                 | ${true}  | ${'a sweep that failed takes nothing away'}
    ${[]}                                                            | ${true}  | ${'nor does no sweep at all'}
  `('is still there: $present, since $why', ({ coverage, present }: { coverage: Coverage[]; present: boolean }) => {
    expect(isPresent(dependent, coverage)).toBe(present);
  });
});
