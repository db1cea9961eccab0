import { describe, expect, it } from 'vitest';
import { containsWanted, isNear, pathHolds } from '../../../domain/scoring/check-values.ts';
import { cosine } from '../../../domain/scoring/cosine.ts';
import { deepEqual } from '../../../domain/scoring/deep-equal.ts';

describe('containsWanted', () => {
  it.each`
    value                                   | expected     | holds    | why
    ${'Paris'}                              | ${null}      | ${true}  | ${'it is there'}
    ${'paris'}                              | ${null}      | ${false} | ${'capitals count'}
    ${{ all: ['paris'], ignoreCase: true }} | ${null}      | ${true}  | ${'unless said otherwise'}
    ${['Paris', 'Seine']}                   | ${null}      | ${true}  | ${'all of a list'}
    ${['Paris', 'Rhine']}                   | ${null}      | ${false} | ${'one of a list is missing'}
    ${{ any: ['Rhine', 'Seine'] }}          | ${null}      | ${true}  | ${'one is enough'}
    ${{ any: ['Rhine', 'Thames'] }}         | ${null}      | ${false} | ${'none of them'}
    ${undefined}                            | ${'Seine'}   | ${true}  | ${'the expected answer'}
    ${undefined}                            | ${' Seine '} | ${true}  | ${'without the space around it'}
  `('$holds: $why', ({ value, expected, holds }: { value: unknown; expected: string | null; holds: boolean }) => {
    expect(containsWanted('Paris lies on the Seine.', { kind: 'contains', value }, expected)).toBe(holds);
  });
});

describe('isNear', () => {
  it.each`
    said         | wanted  | value                               | threshold    | near     | why
    ${3}         | ${3}    | ${3}                                | ${undefined} | ${true}  | ${'the same'}
    ${0.1 + 0.2} | ${0.3}  | ${0.3}                              | ${undefined} | ${true}  | ${'what binary fractions lose is no difference'}
    ${3.1}       | ${3}    | ${3}                                | ${undefined} | ${false} | ${'exactly, unless a threshold is given'}
    ${3.1}       | ${3}    | ${3}                                | ${0.1}       | ${true}  | ${'just within'}
    ${3.2}       | ${3}    | ${3}                                | ${0.1}       | ${false} | ${'beyond'}
    ${103}       | ${100}  | ${{ number: 100, relative: true }}  | ${0.05}      | ${true}  | ${'5 parts of 100'}
    ${106}       | ${100}  | ${{ number: 100, relative: true }}  | ${0.05}      | ${false} | ${'6 parts of 100'}
    ${-97}       | ${-100} | ${{ number: -100, relative: true }} | ${0.05}      | ${true}  | ${'also below zero'}
    ${null}      | ${3}    | ${3}                                | ${100}       | ${false} | ${'no number was said'}
  `(
    '$near: $why',
    ({
      said,
      wanted,
      value,
      threshold,
      near,
    }: {
      said: number | null;
      wanted: number;
      value: unknown;
      threshold: number | undefined;
      near: boolean;
    }) => {
      expect(isNear(said, wanted, { kind: 'number', value, ...(threshold !== undefined && { threshold }) })).toBe(near);
    },
  );
});

describe('pathHolds', () => {
  const answer = { status: 'ok', total: 12, tags: ['a', 'b'] };

  it.each`
    value                                     | expected          | holds    | why
    ${{ path: '$.total', equals: 12 }}        | ${null}           | ${true}  | ${'the value is given'}
    ${{ path: '$.total', equals: '12' }}      | ${null}           | ${false} | ${'a text is no number'}
    ${{ path: '$.tags', equals: ['a', 'b'] }} | ${null}           | ${true}  | ${'a whole list'}
    ${{ path: '$.tags', equals: ['b', 'a'] }} | ${null}           | ${false} | ${'its order counts'}
    ${'$.status'}                             | ${'ok'}           | ${true}  | ${'the expected answer as text'}
    ${'$.status'}                             | ${'"ok"'}         | ${true}  | ${'or as JSON'}
    ${'$.total'}                              | ${'12'}           | ${true}  | ${'a number as JSON'}
    ${'$.total'}                              | ${'{"total":12}'} | ${true}  | ${'the same place of the expected answer'}
    ${'$.total'}                              | ${'{"total":13}'} | ${false} | ${'which differs'}
    ${'$.total'}                              | ${null}           | ${true}  | ${'with nothing to compare it must be there'}
    ${'$.absent'}                             | ${null}           | ${false} | ${'and is not'}
  `('$holds: $why', ({ value, expected, holds }: { value: unknown; expected: string | null; holds: boolean }) => {
    expect(pathHolds(answer, { kind: 'json-path', value }, expected)).toBe(holds);
  });
});

describe('deepEqual', () => {
  it.each`
    one                 | other               | equal    | why
    ${{ a: 1, b: [2] }} | ${{ b: [2], a: 1 }} | ${true}  | ${'the order of keys makes no difference'}
    ${{ a: 1 }}         | ${{ a: 1, b: 2 }}   | ${false} | ${'one key more'}
    ${{ a: undefined }} | ${{ b: undefined }} | ${false} | ${'another key'}
    ${[]}               | ${{}}               | ${false} | ${'a list is no object'}
    ${null}             | ${{}}               | ${false} | ${'nothing is no object'}
    ${0}                | ${-0}               | ${true}  | ${'JSON knows one zero'}
  `('$equal: $why', ({ one, other, equal }: { one: unknown; other: unknown; equal: boolean }) => {
    expect(deepEqual(one, other)).toBe(equal);
  });
});

describe('cosine', () => {
  it.each([
    [[1, 0], [1, 0], 1],
    [[1, 0], [0, 1], 0],
    [[3, 4], [6, 8], 1],
    [[1, 0], [-1, 0], -1],
    [[0, 0], [1, 1], 0],
  ])('of %j and %j is %d', (one, other, expected) => {
    expect(cosine(one, other)).toBeCloseTo(expected, 12);
  });
});
