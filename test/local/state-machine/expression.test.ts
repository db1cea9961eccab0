import { describe, expect, it } from 'vitest';
import type { Json } from '../../../local/state-machine/json.ts';
import { valueOf } from './machine.ts';

/** https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html */
describe('an expression', () => {
  it.each`
    expression                              | value                                                                 | why
    ${'$states.input.names[0]'}             | ${'a'}                                                                | ${'reads the input'}
    ${'$states.input.names.$uppercase($)'}  | ${['A', 'B']}                                                         | ${'maps'}
    ${'[$states.input.one]'}                | ${['x']}                                                              | ${'keeps a list of one'}
    ${'$partition([1..9], 4)'}              | ${[[1, 2, 3, 4], [5, 6, 7, 8], [9]]}                                  | ${'splits a list, the last part shorter'}
    ${'$range(0, 10, 5)'}                   | ${[0, 5, 10]}                                                         | ${'counts up to the end, inclusive'}
    ${'$range(3, 1, -1)'}                   | ${[3, 2, 1]}                                                          | ${'counts down'}
    ${'$range(1, 3)'}                       | ${[1, 2, 3]}                                                          | ${'counts by one'}
    ${"$hash('abc', 'SHA-256')"}            | ${'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'} | ${'hashes'}
    ${"$hash('abc', 'MD5')"}                | ${'900150983cd24fb0d6963f7d28e17f72'}                                 | ${'hashes in an older way'}
    ${'$parse(\'{"a": [1]}\')'}             | ${{ a: [1] }}                                                         | ${'reads JSON'}
    ${'$random()'}                          | ${0.5}                                                                | ${'draws'}
    ${'$random(7) = $random(7)'}            | ${true}                                                               | ${'draws the same for a seed'}
    ${'$random(7) = $random(8)'}            | ${false}                                                              | ${'draws another for another seed'}
    ${'$random(7) >= 0 and $random(7) < 1'} | ${true}                                                               | ${'draws from 0 up to 1'}
    ${'$uuid()'}                            | ${'id-2'}                                                             | ${'makes an id, from where the execution has its own'}
    ${'$now()'}                             | ${'2026-11-20T09:00:00.000Z'}                                         | ${'reads the clock that was given'}
    ${"$now('[Y0001]-[M01]-[D01]')"}        | ${'2026-11-20'}                                                       | ${'writes the clock as asked'}
    ${'$millis()'}                          | ${Date.parse('2026-11-20T09:00:00Z')}                                 | ${'reads the clock in milliseconds'}
    ${'$states.input.names@$n.$n'}          | ${['a', 'b']}                                                         | ${'knows all of JSONata'}
  `('$why: $expression', async ({ expression, value }: { expression: string; value: Json }) => {
    expect(await valueOf(`{% ${expression} %}`, { names: ['a', 'b'], one: 'x' })).toEqual(value);
  });

  it.each`
    expression                 | why
    ${'$states.input.missing'} | ${'JSON has no word for what is not there'}
    ${'names[0]'}              | ${'a field without $states is nowhere'}
    ${'$unset'}                | ${'a variable was never assigned'}
    ${'function($x) { $x }'}   | ${'a function is no JSON'}
    ${"$hash('abc', 'CRC')"}   | ${'an algorithm is not known'}
    ${'$partition([1], 0)'}    | ${'a part has no size'}
    ${'$range(1, 2, 0)'}       | ${'a step leads nowhere'}
    ${"$parse('{')"}           | ${'JSON is broken'}
    ${"$eval('1 + 1')"}        | ${'Step Functions has no $eval'}
    ${"1 + 'a'"}               | ${'types do not fit'}
  `('fails, naming state and field, where $why', async ({ expression }: { expression: string }) => {
    await expect(valueOf({ deep: `{% ${expression} %}` }, { names: ['a'] })).rejects.toThrow(
      /^States\.QueryEvaluationError: Answer\.Output\.deep: /,
    );
  });

  it.each(['plain', '', ' and {% in the middle %} of it ', 7, null, true])('is not seen in %j', async (value) => {
    expect(await valueOf([value])).toEqual([value]);
  });
});
