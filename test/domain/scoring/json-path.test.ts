import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPath, valueAt } from '../../../domain/scoring/json-path.ts';

const order = { total: 12, items: [{ 'unit price': 4 }, { name: 'bow', "o'clock": 5 }], nothing: null };

describe('jsonPath', () => {
  it.each`
    path                          | value    | why
    ${'$'}                        | ${order} | ${'all of it'}
    ${'$.total'}                  | ${12}    | ${'a field'}
    ${'total'}                    | ${12}    | ${'the dollar may be left out'}
    ${'$.items[0]["unit price"]'} | ${4}     | ${'a quoted name'}
    ${"$.items[1]['o\\'clock']"}  | ${5}     | ${'a quote in a name'}
    ${'$.items[-1].name'}         | ${'bow'} | ${'from the end of a list'}
    ${'$.nothing'}                | ${null}  | ${'null is a value'}
  `('$path leads to $value: $why', ({ path, value }: { path: string; value: unknown }) => {
    expect(valueAt(order, jsonPath(path) ?? [])).toEqual({ value });
  });

  it.each(['$.items[9]', '$.absent', '$.total.cents', '$.items.length', '$.items["0"]', '$.toString'])(
    '%s leads nowhere',
    (path) => {
      expect(valueAt(order, jsonPath(path) ?? [])).toBeNull();
    },
  );

  it.each(['$..price', '$.items[*]', '$.items[0:2]', '$.items[?(@.a)]', '$.', '$.a b', '$[', '$.items[x]'])(
    '%s is none that we know',
    (path) => {
      expect(jsonPath(path)).toBeNull();
    },
  );

  it('finds any field by its quoted name', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (name, inside) => {
        const quoted = name.replaceAll(/[\\"]/g, '\\$&');
        fc.pre(name !== '__proto__' && !/[\n\r\u2028\u2029]/.test(name));

        expect(valueAt({ [name]: inside }, jsonPath(`$["${quoted}"]`) ?? ['-'])).toEqual({ value: inside });
      }),
    );
  });
});
