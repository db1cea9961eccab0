import { describe, expect, it } from 'vitest';
import { satisfies, schemaProblem } from '../../../adapters/scoring/json-schema.ts';

describe('satisfies', () => {
  it.each`
    schema                                                                                          | value        | fits     | why
    ${true}                                                                                         | ${1}         | ${true}  | ${'everything'}
    ${false}                                                                                        | ${1}         | ${false} | ${'nothing'}
    ${{ prefixItems: [{ type: 'string' }] }}                                                        | ${[1]}       | ${false} | ${'2020-12 where it does not say'}
    ${{ $schema: 'http://json-schema.org/draft-07/schema#', items: [{ type: 'string' }] }}          | ${[1]}       | ${false} | ${'draft 7 takes a list of items'}
    ${{ $schema: 'https://json-schema.org/draft/2019-09/schema', dependentRequired: { a: ['b'] } }} | ${{ a: 1 }}  | ${false} | ${'2019-09'}
    ${{ $defs: { id: { type: 'integer' } }, $ref: '#/$defs/id' }}                                   | ${'x'}       | ${false} | ${'a reference inside'}
    ${{ type: 'string', format: 'email' }}                                                          | ${'not one'} | ${true}  | ${'formats are notes'}
    ${{ type: 'string', 'x-note': 1 }}                                                              | ${'text'}    | ${true}  | ${'unknown keywords are passed over'}
  `('$fits: $why', async ({ schema, value, fits }: { schema: unknown; value: unknown; fits: boolean }) => {
    expect(await satisfies(schema, value)).toBe(fits);
  });

  it('takes different schemas of the same $id', async () => {
    expect(await satisfies({ $id: 'https://example.org/a', type: 'string' }, 'x')).toBe(true);
    expect(await satisfies({ $id: 'https://example.org/a', type: 'number' }, 'x')).toBe(false);
  });

  it('takes very many schemas', async () => {
    for (let most = 0; most < 200; most += 1) expect(await satisfies({ maximum: most }, most + 1)).toBe(false);
  });
});

describe('schemaProblem', () => {
  it.each`
    schema                                                    | problem                                                    | why
    ${{ type: 'object' }}                                     | ${null}                                                    | ${'fine'}
    ${{ type: 'strin' }}                                      | ${/^expected a JSON schema: schema is invalid/}            | ${'no such type'}
    ${{ $ref: '#/$defs/absent' }}                             | ${/^expected a JSON schema: can't resolve reference/}      | ${'a reference to nothing'}
    ${{ $schema: 'http://json-schema.org/draft-04/schema#' }} | ${/^expected a JSON schema of draft-07, 2019-09, 2020-12/} | ${'a draft that is not read'}
    ${'text'}                                                 | ${/^expected a JSON schema$/}                              | ${'no schema at all'}
  `('$problem: $why', async ({ schema, problem }: { schema: unknown; problem: RegExp | null }) => {
    const found = await schemaProblem(schema);

    if (problem === null) expect(found).toBeNull();
    else expect(found).toMatch(problem);
  });
});
