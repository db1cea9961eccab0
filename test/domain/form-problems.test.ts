import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formProblems } from '../../domain/form-problems.ts';
import type { FormFields, FormName } from '../../domain/slack-request.ts';
import { formNames } from '../../domain/slack-request.ts';

const today = '2026-11-20';
const limited = { latest: '2027-01-08', latestWhy: 'extended access begins on 8 January 2027' };
const leaving = { model: 'anthropic.claude-sonnet-4-5', current: 'anthropic.claude-sonnet-4-5' };
const reason = 'the team is on leave';
const run = { candidate: 'anthropic.claude-sonnet-5', source: 'team' };

describe('formProblems', () => {
  it.each<[FormName, string, FormFields, object]>([
    ['snooze', 'up to the last day', { until: '2027-01-08', reason }, limited],
    ['snooze', 'from tomorrow on', { until: '2026-11-21', reason: 'off' }, limited],
    ['snooze', 'to any day where none ends it', { until: '2030-01-01', reason }, {}],
    ['owner', 'a person', { person: 'U0ANA' }, {}],
    ['replace', 'one of the menu', { candidate: 'anthropic.claude-sonnet-5', other: null }, leaving],
    ['replace', 'another', { candidate: null, other: ' us.amazon.nova-pro-v1:0 ' }, leaving],
    ['replace', 'an ARN', { other: 'arn:aws:bedrock:us-east-1:111122223333:inference-profile/abc' }, leaving],
    ['waive', 'to the end of today', { until: today, reason }, {}],
    ['compare', 'with the dataset of the team', run, { ...leaving, teamDataset: true }],
    ['compare', 'a model that is named in the form', { ...run, current: 'cohere.command-r-v1:0' }, {}],
    ['compare', 'from S3', { ...run, source: 's3', address: 's3://my-cases/support/a b.jsonl' }, leaving],
    ['compare', 'from a file', { ...run, source: 'upload', file: ['F0123'] }, leaving],
    ['compare', 'from logs, with limits', { ...run, source: 'logs', sample: '400', budget: '2.50' }, leaving],
    ['compare', 'in batch', { ...run, engine: 'batch' }, { ...leaving, batch: true }],
    ['compare', 'with a judge', { ...run, judge: 'anthropic.claude-opus-4-8' }, leaving],
  ])('%s takes %s', (form, _, fields, metadata) => {
    expect(formProblems(form, fields, { ...metadata }, today)).toBe(null);
  });

  it.each<[FormName, FormFields, object, string, string]>([
    ['snooze', { until: null, reason }, limited, 'until', 'Choose a day.'],
    ['snooze', { until: '2026-02-30', reason }, limited, 'until', 'Choose a day.'],
    [
      'snooze',
      { until: today, reason },
      limited,
      'until',
      'Choose 21 November 2026 or later: 20 November 2026 is too early.',
    ],
    [
      'snooze',
      { until: '2027-01-09', reason },
      limited,
      'until',
      'Choose 8 January 2027 or earlier: extended access begins on 8 January 2027.',
    ],
    ['snooze', { until: '2027-01-09', reason }, { latest: '2027-01-08' }, 'until', 'Choose 8 January 2027 or earlier.'],
    [
      'snooze',
      { until: '2026-12-01', reason: ' x ' },
      limited,
      'reason',
      'Write why, in a few words: others will ask.',
    ],
    [
      'snooze',
      { until: '2026-12-01', reason: 'x'.repeat(501) },
      limited,
      'reason',
      'Write at most 500 characters; these are 501.',
    ],
    ['owner', { person: null }, {}, 'person', 'Choose a person.'],
    ['owner', { person: 'S0GROUP' }, {}, 'person', 'Choose a person.'],
    ['replace', {}, leaving, 'other', 'Choose a model from the menu, or write the id of one.'],
    [
      'replace',
      { candidate: 'a.b', other: 'c.d' },
      leaving,
      'other',
      'Leave this empty, or choose nothing in the menu.',
    ],
    [
      'replace',
      { other: 'Claude Sonnet 5' },
      leaving,
      'other',
      "Write a model's id in Amazon Bedrock, such as anthropic.claude-sonnet-5.",
    ],
    ['replace', { candidate: leaving.model }, leaving, 'candidate', 'This is the model to leave: choose another.'],
    [
      'waive',
      { until: '2026-11-19', reason },
      {},
      'until',
      'Choose 20 November 2026 or later: 19 November 2026 is too early.',
    ],
    ['waive', { until: '2027-06-01', reason: null }, {}, 'reason', 'Write why, in a few words: others will ask.'],
    [
      'compare',
      { ...run, candidate: null },
      leaving,
      'candidate',
      "Write a model's id in Amazon Bedrock, such as anthropic.claude-sonnet-5.",
    ],
    [
      'compare',
      { ...run, candidate: leaving.model },
      leaving,
      'candidate',
      'This is the model to leave: choose another.',
    ],
    [
      'compare',
      { ...run, current: '' },
      {},
      'current',
      "Write a model's id in Amazon Bedrock, such as anthropic.claude-sonnet-5.",
    ],
    ['compare', { ...run, current: run.candidate }, {}, 'candidate', 'This is the model to leave: choose another.'],
    [
      'compare',
      { ...run, engine: 'batch' },
      { ...leaving, batch: false },
      'engine',
      'Batch inference is not possible here: choose to ask at once.',
    ],
    ['compare', { ...run, engine: 'soon' }, leaving, 'engine', 'Choose how the models are asked.'],
    ['compare', { ...run, source: null }, leaving, 'source', 'Choose where the cases come from.'],
    [
      'compare',
      run,
      { ...leaving, teamDataset: false },
      'source',
      'The team has no dataset of its own: choose another.',
    ],
    ['compare', { ...run, source: 's3' }, leaving, 'address', 'Write where the cases are: s3://bucket/key.'],
    [
      'compare',
      { ...run, source: 's3', address: 'https://my-cases/a' },
      leaving,
      'address',
      'Write where the cases are: s3://bucket/key.',
    ],
    [
      'compare',
      { ...run, source: 's3', address: 's3://my-cases/' },
      leaving,
      'address',
      'Write where the cases are: s3://bucket/key.',
    ],
    [
      'compare',
      { ...run, source: 'upload', file: [] },
      leaving,
      'file',
      'Choose a file of JSON lines, one case a line.',
    ],
    ['compare', { ...run, sample: '0' }, leaving, 'sample', 'Write a whole number from 1 to 999,999, or nothing.'],
    ['compare', { ...run, sample: '1.5' }, leaving, 'sample', 'Write a whole number from 1 to 999,999, or nothing.'],
    [
      'compare',
      { ...run, judge: 'the best one' },
      leaving,
      'judge',
      "Write a model's id in Amazon Bedrock, such as anthropic.claude-sonnet-5.",
    ],
    [
      'compare',
      { ...run, budget: '0.00' },
      leaving,
      'budget',
      'Write an amount in US dollars, such as 5 or 2.50, or nothing.',
    ],
    [
      'compare',
      { ...run, budget: '$5' },
      leaving,
      'budget',
      'Write an amount in US dollars, such as 5 or 2.50, or nothing.',
    ],
  ])('%s %j with %j says at %s: %s', (form, fields, metadata, field, problem) => {
    expect(formProblems(form, fields, { ...metadata }, today)).toEqual({ [field]: problem });
  });

  it('says all at once', () => {
    expect(Object.keys(formProblems('snooze', {}, limited, today) ?? {})).toEqual(['until', 'reason']);
  });

  it('never throws, whatever is put in or carried', () => {
    const value = fc.oneof(
      fc.string(),
      fc.constant(null),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.constant('2026-13-40'),
    );
    const name = fc.constantFrom(
      'until',
      'reason',
      'person',
      'candidate',
      'other',
      'source',
      'address',
      'file',
      '__proto__',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...formNames),
        fc.dictionary(name, value),
        fc.dictionary(fc.constantFrom('latest', 'latestWhy', 'model', 'current'), fc.anything()),
        (form, fields, metadata) => {
          const problems = formProblems(form, fields, metadata, today);
          for (const text of Object.values(problems ?? {})) expect(text).toMatch(/^[A-Z].*\.$/s);
        },
      ),
    );
  });

  it('lets every snooze pass that ends between tomorrow and the last day', () => {
    const day = fc
      .integer({ min: 1, max: 49 })
      .map((days) => new Date(Date.UTC(2026, 10, 20 + days)).toISOString().slice(0, 10));
    const why = fc.string({ minLength: 3, maxLength: 500 }).filter((text) => text.trim().length >= 3);
    fc.assert(
      fc.property(day, why, (until, text) => {
        expect(formProblems('snooze', { until, reason: text }, limited, today)).toBe(null);
      }),
    );
  });
});
