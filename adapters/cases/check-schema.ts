import * as z from 'zod/mini';
import { jsonPath } from '../../domain/scoring/json-path.ts';
import { patternProblem } from '../scoring/patterns.ts';

const threshold = z.optional(
  z.number().check(z.describe('What the score must reach, or how far off the answer may be; each kind says')),
);
const share = z.optional(
  z
    .number('expected a number from 0 to 1')
    .check(z.gte(0, 'expected a number from 0 to 1'), z.lte(1, 'expected a number from 0 to 1')),
);
const text = z.optional(z.string('expected a text'));

const texts = z.array(z.string()).check(z.minLength(1));
const contains = z.union(
  [
    z.string(),
    texts,
    z.strictObject({ all: z.optional(texts), any: z.optional(texts), ignoreCase: z.optional(z.boolean()) }),
  ],
  'expected a text, a list of texts, or { all, any, ignoreCase }',
);
const pattern = z.string('expected a regular expression').check(({ value, issues }) => {
  const message = patternProblem(value);
  // Without the pattern itself, which may hold what a case does and would be told in Slack.
  if (message !== null)
    issues.push({ code: 'custom', message: message.replace(/: \/[^]*\/\w*: /, ': '), input: value });
});
const path = z.string().check(z.refine((value) => jsonPath(value) !== null, 'expected a path such as $.items[0].name'));
const number = z.union(
  [z.number(), z.string(), z.strictObject({ number: z.number(), relative: z.optional(z.boolean()) })],
  'expected a number, or { number, relative }',
);
const length = z.union(
  [z.string().check(z.minLength(1)), z.number().check(z.positive())],
  'expected a text, or a number of characters',
);

/** One check of a case. */
export const CheckLine = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exact'), value: text, threshold }),
  z.strictObject({ kind: z.literal('contains'), value: z.optional(contains), threshold }),
  z.strictObject({ kind: z.literal('regex'), value: pattern, threshold }),
  z.strictObject({
    kind: z.literal('number'),
    value: z.optional(number),
    threshold: z.optional(
      z.number('expected a number of at least 0').check(z.gte(0, 'expected a number of at least 0')),
    ),
  }),
  z.strictObject({
    kind: z.literal('json-schema'),
    value: z.union([z.boolean(), z.looseObject({})], 'expected a JSON schema'),
    threshold,
  }),
  z.strictObject({
    kind: z.literal('json-path'),
    value: z.union(
      [path, z.strictObject({ path, equals: z.optional(z.unknown()) })],
      'expected a path such as $.items[0].name, or { path, equals }',
    ),
    threshold,
  }),
  z.strictObject({ kind: z.literal('rouge-l'), value: text, threshold: share }),
  z.strictObject({ kind: z.literal('similarity'), value: text, threshold: share }),
  z.strictObject({
    kind: z.literal('bert-score'),
    value: z.optional(
      z.union(
        [
          z.string(),
          z.strictObject({ text: z.optional(z.string()), measure: z.optional(z.enum(['precision', 'recall', 'f1'])) }),
        ],
        'expected a text, or { text, measure } with precision, recall or f1',
      ),
    ),
    threshold: share,
  }),
  z.strictObject({
    kind: z.literal('length-ratio'),
    value: z.optional(length),
    threshold: z.optional(
      z.number('expected a number of at least 1').check(z.gte(1, 'expected a number of at least 1')),
    ),
  }),
]);
export type CheckLine = z.infer<typeof CheckLine>;
