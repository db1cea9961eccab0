import { describe, expect, it } from 'vitest';
import { eventPattern } from '../../local/event-pattern.ts';

/** Every operator is asked about the field `f`; `absent` is an event without it. */
const absent = Symbol('absent');
const eventOf = (value: unknown) => (value === absent ? { other: 1 } : { f: value });

type Row = readonly [expression: unknown, value: unknown, matches: boolean, why: string];

function operator(name: string, rows: readonly Row[]) {
  describe(name, () => {
    it.each(rows)('%j asked about %j is %s: %s', (expression, value, matches) => {
      expect(eventPattern({ f: [expression] })(eventOf(value))).toBe(matches);
    });
  });
}

operator('an exact value', [
  ['a', 'a', true, 'the same string'],
  ['a', 'A', false, 'case matters'],
  ['a', 'ab', false, 'a part is not the whole'],
  ['', '', true, 'an empty string equals an empty string'],
  ['', null, false, 'an empty string is not null'],
  [null, null, true, 'null equals null'],
  [null, '', false, 'null is not an empty string'],
  [null, absent, false, 'null is not absence'],
  [5, 5, true, 'the same number'],
  [5, '5', false, 'AWS Health writes numbers as strings; a number never matches one'],
  [true, true, true, 'the same boolean'],
  [false, 'false', false, 'backupEvent: [false] never matches "false"'],
  ['a', absent, false, 'a field must be there'],
  ['a', { a: 'a' }, false, 'an object is no leaf'],
]);

operator('an array in the event', [
  ['b', ['a', 'b'], true, 'one element is enough'],
  ['c', ['a', 'b'], false, 'no element is the value'],
  ['a', [], false, 'an empty array has no element'],
  ['a', [['a']], true, 'arrays in arrays are taken apart'],
  [{ prefix: 'us-' }, ['eu-west-1', 'us-east-1'], true, 'operators look at each element too'],
  [{ 'anything-but': 'a' }, ['a', 'b'], true, 'one other element is enough'],
  [{ 'anything-but': 'a' }, ['a'], false, 'there is no other element'],
]);

operator('prefix', [
  [{ prefix: 'us-' }, 'us-east-1', true, 'begins with it'],
  [{ prefix: 'us-' }, 'eu-us-1', false, 'holds it elsewhere'],
  [{ prefix: 'us-' }, 'US-EAST-1', false, 'case matters'],
  [{ prefix: '5' }, 55, false, 'a number is no string'],
  [{ prefix: '' }, 'any', true, 'every string begins with nothing'],
  [{ prefix: { 'equals-ignore-case': 'us-' } }, 'US-EAST-1', true, 'case is ignored when asked'],
  [{ prefix: { 'equals-ignore-case': 'us-' } }, 'EU-WEST-1', false, 'another beginning'],
]);

operator('suffix', [
  [{ suffix: '.png' }, 'a.png', true, 'ends with it'],
  [{ suffix: '.png' }, 'a.png.gz', false, 'holds it elsewhere'],
  [{ suffix: '.png' }, 'a.PNG', false, 'case matters'],
  [{ suffix: '5' }, 55, false, 'a number is no string'],
  [{ suffix: { 'equals-ignore-case': '.png' } }, 'a.PNG', true, 'case is ignored when asked'],
  [{ suffix: { 'equals-ignore-case': '.png' } }, 'a.jpg', false, 'another ending'],
]);

operator('equals-ignore-case', [
  [{ 'equals-ignore-case': 'alice' }, 'ALICE', true, 'another case'],
  [{ 'equals-ignore-case': 'alice' }, 'alice2', false, 'more than it'],
  [{ 'equals-ignore-case': 'true' }, true, false, 'a boolean is no string'],
]);

operator('wildcard', [
  [{ wildcard: 'dir/*.png' }, 'dir/a.png', true, 'the star stands for a'],
  [{ wildcard: 'dir/*.png' }, 'dir/.png', true, 'the star stands for nothing'],
  [{ wildcard: 'dir/*.png' }, 'dir/sub/a.png', true, 'the star stands for slashes too'],
  [{ wildcard: 'dir/*.png' }, 'dir/axpng', false, 'the dot is a dot'],
  [{ wildcard: '*a*b' }, 'xxa\nxxb', true, 'the star stands for a line break'],
  [{ wildcard: 'plain' }, 'plain', true, 'without a star it is the value'],
  [{ wildcard: String.raw`a\*b` }, 'a*b', true, 'an escaped star is a star'],
  [{ wildcard: String.raw`a\*b` }, 'axb', false, 'an escaped star stands for nothing else'],
  [{ wildcard: String.raw`a\\*` }, String.raw`a\bc`, true, 'an escaped backslash is a backslash, then a star'],
  [{ wildcard: '*' }, 5, false, 'a number is no string'],
  [{ wildcard: 'a(b)[c]-{d}+$^|?/*' }, 'a(b)[c]-{d}+$^|?/x', true, 'other signs have no meaning'],
]);

operator('anything-but', [
  [{ 'anything-but': 'a' }, 'b', true, 'another value'],
  [{ 'anything-but': 'a' }, 'a', false, 'the value'],
  [{ 'anything-but': 'a' }, absent, false, 'the field must be there'],
  [{ 'anything-but': 'a' }, null, true, 'null is another value'],
  [{ 'anything-but': ['a', 'b'] }, 'b', false, 'one of the values'],
  [{ 'anything-but': ['a', 'b'] }, 'c', true, 'none of the values'],
  [{ 'anything-but': 5 }, 5, false, 'the number'],
  [{ 'anything-but': 5 }, '5', true, 'a string is another value'],
  [{ 'anything-but': [5, 6] }, 7, true, 'none of the numbers'],
  [{ 'anything-but': { prefix: 'us-' } }, 'us-east-1', false, 'begins with it'],
  [{ 'anything-but': { prefix: 'us-' } }, 'eu-west-1', true, 'begins otherwise'],
  [{ 'anything-but': { prefix: ['us-', 'eu-'] } }, 'eu-west-1', false, 'begins with one of them'],
  [{ 'anything-but': { suffix: '.png' } }, 'a.png', false, 'ends with it'],
  [{ 'anything-but': { suffix: ['.png', '.jpg'] } }, 'a.gif', true, 'ends with none of them'],
  [{ 'anything-but': { 'equals-ignore-case': 'a' } }, 'A', false, 'the value in another case'],
  [{ 'anything-but': { 'equals-ignore-case': ['a', 'b'] } }, 'c', true, 'none of the values in any case'],
  [{ 'anything-but': { wildcard: '*/lib/*' } }, 'x/lib/y', false, 'fits the wildcard'],
  [{ 'anything-but': { wildcard: ['*/lib/*', '*.tmp'] } }, 'x/src/y', true, 'fits neither wildcard'],
]);

operator('numeric', [
  [{ numeric: ['=', 301.8] }, 3.018e2, true, 'the same number however written'],
  [{ numeric: ['=', 5] }, '5', false, 'a string is no number'],
  [{ numeric: ['<', 5] }, 4.999, true, 'below'],
  [{ numeric: ['<', 5] }, 5, false, 'the bound is not below itself'],
  [{ numeric: ['<=', 5] }, 5, true, 'the bound counts'],
  [{ numeric: ['>', 5] }, 5, false, 'the bound is not above itself'],
  [{ numeric: ['>=', 5] }, 5, true, 'the bound counts'],
  [{ numeric: ['>', 0, '<=', 5] }, 5, true, 'the upper end counts'],
  [{ numeric: ['>', 0, '<=', 5] }, 0, false, 'the lower end does not count'],
  [{ numeric: ['>', 0, '<=', 5] }, 6, false, 'beyond the range'],
  [{ numeric: ['<', 5] }, absent, false, 'the field must be there'],
]);

operator('exists', [
  [{ exists: true }, 'a', true, 'the field is there'],
  [{ exists: true }, null, true, 'null is there'],
  [{ exists: true }, absent, false, 'the field is not there'],
  [{ exists: true }, { a: 1 }, false, 'an object is no leaf'],
  [{ exists: true }, [], false, 'an empty array holds no leaf'],
  [{ exists: false }, absent, true, 'the field is not there'],
  [{ exists: false }, 'a', false, 'the field is there'],
  [{ exists: false }, null, false, 'null is there'],
  [{ exists: false }, { a: 1 }, true, 'an object is no leaf, so no leaf is there'],
]);

operator('cidr', [
  [{ cidr: '10.0.0.0/24' }, '10.0.0.255', true, 'the last address of the block'],
  [{ cidr: '10.0.0.0/24' }, '10.0.1.0', false, 'the first after it'],
  [{ cidr: '10.0.0.0/24' }, '10.0.0', false, 'no address'],
  [{ cidr: '0.0.0.0/0' }, '203.0.113.9', true, 'every v4 address'],
  [{ cidr: '10.0.0.7/32' }, '10.0.0.7', true, 'one address'],
  [{ cidr: '2001:db8::/32' }, '2001:db8:ffff::1', true, 'inside a v6 block'],
  [{ cidr: '2001:db8::/32' }, '2001:db9::1', false, 'outside a v6 block'],
  [{ cidr: '2001:db8::/32' }, '10.0.0.1', false, 'the other family'],
  [{ cidr: '10.0.0.0/24' }, 10, false, 'a number is no address'],
]);

describe('a pattern', () => {
  const employees = [
    { name: 'Anna', team: 'payments', tags: [{ k: 'on', v: 'call' }] },
    [{ name: 'Peter', team: 'search' }],
  ];

  it.each`
    pattern                                                                                             | event                                 | matches  | why
    ${{ a: ['x'], b: ['y'] }}                                                                           | ${{ a: 'x', b: 'y', c: 'z' }}         | ${true}  | ${'every field holds, others are ignored'}
    ${{ a: ['x'], b: ['y'] }}                                                                           | ${{ a: 'x', b: 'n' }}                 | ${false} | ${'one field does not hold'}
    ${{ a: ['x', { prefix: 'y' }] }}                                                                    | ${{ a: 'yes' }}                       | ${true}  | ${'a list is an or'}
    ${{ detail: { service: ['BEDROCK'] } }}                                                             | ${{ detail: { service: 'BEDROCK' } }} | ${true}  | ${'nested alike'}
    ${{ detail: { service: ['BEDROCK'] } }}                                                             | ${{ service: 'BEDROCK' }}             | ${false} | ${'nested otherwise'}
    ${{ detail: { service: ['BEDROCK'] } }}                                                             | ${{}}                                 | ${false} | ${'an event without detail'}
    ${{ detail: { service: [{ exists: false }] } }}                                                     | ${{}}                                 | ${true}  | ${'absent with its parent'}
    ${{ e: { name: ['Anna'], team: ['payments'] } }}                                                    | ${{ e: employees }}                   | ${true}  | ${'both in one element'}
    ${{ e: { name: ['Anna'], team: ['search'] } }}                                                      | ${{ e: employees }}                   | ${false} | ${'never from two elements'}
    ${{ e: { name: ['Peter'] } }}                                                                       | ${{ e: employees }}                   | ${true}  | ${'arrays in arrays are taken apart'}
    ${{ e: { name: ['Anna'], tags: { k: ['on'], v: ['call'] } } }}                                      | ${{ e: employees }}                   | ${true}  | ${'arrays of objects inside an element'}
    ${{ e: { name: ['Peter'], tags: { k: ['on'] } } }}                                                  | ${{ e: employees }}                   | ${false} | ${'the tags are another element’s'}
    ${{ e: { name: ['Peter'], tags: { k: [{ exists: false }] } } }}                                     | ${{ e: employees }}                   | ${false} | ${'absent means absent everywhere'}
    ${{ $or: [{ a: ['x'] }, { b: ['y'] }] }}                                                            | ${{ a: 'n', b: 'y' }}                 | ${true}  | ${'the second alternative'}
    ${{ $or: [{ a: ['x'] }, { b: ['y'] }] }}                                                            | ${{ a: 'n', b: 'n' }}                 | ${false} | ${'no alternative'}
    ${{ s: ['1'], $or: [{ a: ['x'] }, { b: ['y'] }] }}                                                  | ${{ s: '2', a: 'x' }}                 | ${false} | ${'$or does not excuse its neighbours'}
    ${{ detail: { $or: [{ a: ['x'] }, { b: ['y'], $or: [{ c: ['1'] }, { c: [{ suffix: '2' }] }] }] } }} | ${{ detail: { b: 'y', c: '12' } }}    | ${true}  | ${'$or inside $or, deep'}
    ${{ constructor: [{ exists: true }] }}                                                              | ${{}}                                 | ${false} | ${'what every object inherits is no field'}
  `('$pattern asked about $event is $matches: $why', ({ pattern, event, matches }) => {
    expect(eventPattern(pattern)(event)).toBe(matches);
  });

  it.each([['text'], [null], [5], [[]], [undefined]])('never matches %j, which is no event', (event) => {
    expect(eventPattern({ source: ['x'] })(event)).toBe(false);
  });
});

describe('a pattern that EventBridge would refuse', () => {
  const branches = (count: number) => Array.from({ length: count }, (_, i) => ({ a: [i] }));

  it.each`
    pattern                                                              | path                                | why
    ${'text'}                                                            | ${''}                               | ${'not an object'}
    ${{}}                                                                | ${''}                               | ${'empty'}
    ${{ detail: {} }}                                                    | ${'detail'}                         | ${'an empty object'}
    ${{ detail: { service: 'BEDROCK' } }}                                | ${'detail.service'}                 | ${'a scalar instead of an array'}
    ${{ a: null }}                                                       | ${'a'}                              | ${'null instead of [null]'}
    ${{ a: [] }}                                                         | ${'a'}                              | ${'an empty array'}
    ${{ a: ['x', ['y']] }}                                               | ${'a[1]'}                           | ${'an array in an array'}
    ${{ a: [{ contains: 'x' }] }}                                        | ${'a[0]'}                           | ${'an unknown operator'}
    ${{ a: [{ prefix: 'x', suffix: 'y' }] }}                             | ${'a[0]'}                           | ${'two operators in one object'}
    ${{ a: [{}] }}                                                       | ${'a[0]'}                           | ${'no operator'}
    ${{ a: [{ prefix: 5 }] }}                                            | ${'a[0].prefix'}                    | ${'a prefix that is no string'}
    ${{ a: [{ suffix: { 'equals-ignore-case': 5 } }] }}                  | ${'a[0].suffix.equals-ignore-case'} | ${'a suffix that is no string'}
    ${{ a: [{ prefix: { wildcard: 'x', 'equals-ignore-case': 'y' } }] }} | ${'a[0].prefix'}                    | ${'an operator that prefix does not hold'}
    ${{ a: [{ 'equals-ignore-case': ['x'] }] }}                          | ${'a[0].equals-ignore-case'}        | ${'a list'}
    ${{ a: [{ wildcard: 'a**b' }] }}                                     | ${'a[0].wildcard'}                  | ${'consecutive wildcards'}
    ${{ a: [{ wildcard: String.raw`a\b` }] }}                            | ${'a[0].wildcard'}                  | ${'an escape of something else'}
    ${{ a: [{ wildcard: 'a\\' }] }}                                      | ${'a[0].wildcard'}                  | ${'a backslash at the end'}
    ${{ a: [{ numeric: ['<'] }] }}                                       | ${'a[0].numeric'}                   | ${'no bound'}
    ${{ a: [{ numeric: 5 }] }}                                           | ${'a[0].numeric'}                   | ${'no comparison'}
    ${{ a: [{ numeric: ['!=', 5] }] }}                                   | ${'a[0].numeric'}                   | ${'an unknown comparison'}
    ${{ a: [{ numeric: ['<', '5'] }] }}                                  | ${'a[0].numeric'}                   | ${'a bound that is no number'}
    ${{ a: [{ numeric: ['<', 6e9] }] }}                                  | ${'a[0].numeric'}                   | ${'a bound beyond the limit'}
    ${{ a: [{ numeric: ['<', 5, '>', 0] }] }}                            | ${'a[0].numeric'}                   | ${'a range upside down'}
    ${{ a: [{ numeric: ['>', 5, '<', 5] }] }}                            | ${'a[0].numeric'}                   | ${'a range that holds nothing'}
    ${{ a: [{ exists: 'true' }] }}                                       | ${'a[0].exists'}                    | ${'a string instead of a boolean'}
    ${{ a: [{ cidr: '10.0.0.0' }] }}                                     | ${'a[0].cidr'}                      | ${'an address without a length'}
    ${{ a: [{ cidr: '10.0.0.0/33' }] }}                                  | ${'a[0].cidr'}                      | ${'a length beyond v4'}
    ${{ a: [{ cidr: 'host/8' }] }}                                       | ${'a[0].cidr'}                      | ${'no address'}
    ${{ a: [{ 'anything-but': [] }] }}                                   | ${'a[0].anything-but'}              | ${'nothing to be but'}
    ${{ a: [{ 'anything-but': ['x', 5] }] }}                             | ${'a[0].anything-but'}              | ${'strings and numbers mixed'}
    ${{ a: [{ 'anything-but': null }] }}                                 | ${'a[0].anything-but'}              | ${'null'}
    ${{ a: [{ 'anything-but': { numeric: ['<', 5] } }] }}                | ${'a[0].anything-but'}              | ${'an operator that anything-but does not hold'}
    ${{ a: [{ 'anything-but': { prefix: '' } }] }}                       | ${'a[0].anything-but.prefix'}       | ${'an empty prefix would refuse everything'}
    ${{ a: [{ 'anything-but': { wildcard: 'a**' } }] }}                  | ${'a[0].anything-but.wildcard'}     | ${'consecutive wildcards inside'}
    ${{ $or: [{ a: ['x'] }] }}                                           | ${'$or'}                            | ${'one alternative only'}
    ${{ $or: { a: ['x'] } }}                                             | ${'$or'}                            | ${'no list'}
    ${{ detail: { $or: [{ a: ['x'] }, { b: 'y' }] } }}                   | ${'detail.$or[1].b'}                | ${'a scalar inside an alternative'}
    ${{ $or: branches(40), d: { $or: branches(26) } }}                   | ${''}                               | ${'1,040 combinations'}
  `('is refused at "$path": $why', ({ pattern, path }: { pattern: unknown; path: string }) => {
    expect(() => eventPattern(pattern)).toThrow(
      expect.objectContaining({
        name: 'InvalidEventPatternError',
        path,
        message: expect.stringContaining(path) as string,
      }),
    );
  });
});
