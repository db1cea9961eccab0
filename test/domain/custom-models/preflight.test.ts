import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copySupport } from '../../../catalogue/copy-support.ts';
import { hyperParameterFamilies, trainingDataSupport } from '../../../catalogue/customization-support.ts';
import { withCreated } from '../../../domain/custom-models/created-thing.ts';
import { hyperParameterProblems, mappedHyperParameters } from '../../../domain/custom-models/hyper-parameters.ts';
import type { OriginalJob } from '../../../domain/custom-models/original-job.ts';
import type { PreflightFacts } from '../../../domain/custom-models/preflight.ts';
import { preflightProblems } from '../../../domain/custom-models/preflight.ts';
import type { TrainingDataForm, TrainingRecord } from '../../../domain/custom-models/training-data.ts';
import { trainingDataProblems, validationCases } from '../../../domain/custom-models/training-data.ts';
import { aCustomModelMigration, novaPro } from '../../builders/custom-model-migration.ts';

type Values = Readonly<Record<string, string>>;

describe('hyperparameters for another base', () => {
  it.each`
    original                                        | replacement                         | values                                          | notes                                                         | why
    ${{ epochCount: '2', learningRate: '0.00001' }} | ${novaPro}                          | ${{ epochCount: '2', learningRate: '0.00001' }} | ${[]}                                                         | ${'what is in range is taken over'}
    ${{ epochCount: '10' }}                         | ${novaPro}                          | ${{ epochCount: '5' }}                          | ${['epochCount 10 becomes 5, the nearest']}                   | ${'what is not becomes the nearest end'}
    ${{ learningRateMultiplier: '1' }}              | ${novaPro}                          | ${{}}                                           | ${['learningRateMultiplier 1 is left out']}                   | ${'what is not known there is left out'}
    ${{ batchSize: '8' }}                           | ${'meta.llama3-1-8b-instruct-v1:0'} | ${{ batchSize: '1' }}                           | ${['batchSize 8 becomes 1']}                                  | ${'Llama takes one'}
    ${{ epochCount: '2' }}                          | ${'acme.new-v1:0'}                  | ${{}}                                           | ${['epochCount 2 is left out: acme.new-v1:0 is in no table']} | ${'nothing is guessed of an unknown family'}
    ${{ epochCount: 'many' }}                       | ${novaPro}                          | ${{}}                                           | ${['epochCount many is left out']}                            | ${'what is no number is left out'}
  `(
    '$original on $replacement: $why',
    ({
      original,
      replacement,
      values,
      notes,
    }: {
      original: Values;
      replacement: string;
      values: Values;
      notes: string[];
    }) => {
      const mapped = mappedHyperParameters(original, replacement, hyperParameterFamilies);

      expect(mapped.values).toEqual(values);
      expect(mapped.notes).toHaveLength(notes.length);
      for (const [index, note] of notes.entries()) expect(mapped.notes[index]).toContain(note);
    },
  );

  it('are always in range once they are mapped', () => {
    const models = [
      'amazon.nova-lite-v1:0',
      'amazon.titan-text-premier-v1:0',
      'anthropic.claude-3-haiku-20240307-v1:0',
    ];
    const names = ['epochCount', 'batchSize', 'learningRate', 'learningRateWarmupSteps', 'earlyStoppingPatience'];
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...names), fc.double({ noNaN: true, min: -10, max: 1000 }).map(String)),
        fc.constantFrom(...models),
        (original, model) => {
          const { values } = mappedHyperParameters(original, model, hyperParameterFamilies);

          expect(hyperParameterProblems(values, model, hyperParameterFamilies)).toEqual([]);
        },
      ),
    );
  });

  it.each`
    values                   | problem
    ${{ epochCount: '6' }}   | ${'epochCount: expected a whole number from 1 to 5, got 6 (as of 2026-11-21, https://docs.aws.amazon.com'}
    ${{ epochCount: '2.5' }} | ${'expected a whole number'}
    ${{ epochCount: ' ' }}   | ${'expected a whole number'}
    ${{ learningRate: '1' }} | ${'learningRate: expected a number from 0.000001 to 0.0001, got 1'}
    ${{ temperature: '1' }}  | ${'temperature: amazon.nova-pro-v1:0 takes epochCount, learningRate, learningRateWarmupSteps'}
  `('$values: $problem', ({ values, problem }: { values: Values; problem: string }) => {
    expect(hyperParameterProblems(values, novaPro, hyperParameterFamilies)).toEqual([
      expect.stringContaining(problem) as string,
    ]);
    expect(hyperParameterProblems(values, 'acme.new-v1:0', hyperParameterFamilies)).toEqual([]);
  });
});

describe('training data', () => {
  it.each`
    form                  | model                                       | problem
    ${'conversation'}     | ${novaPro}                                  | ${null}
    ${'promptCompletion'} | ${novaPro}                                  | ${'the training data are pairs of prompt and completion; amazon.nova-pro-v1:0 takes conversations'}
    ${'text'}             | ${'anthropic.claude-3-haiku-20240307-v1:0'} | ${'text without answers; anthropic.claude-3-haiku-20240307-v1:0 takes messages without a schemaVersion or conversations'}
    ${'text'}             | ${'acme.new-v1:0'}                          | ${null}
    ${null}               | ${novaPro}                                  | ${'expected JSON lines'}
  `(
    'of the form $form for $model: $problem',
    ({ form, model, problem }: { form: TrainingDataForm | null; model: string; problem: string | null }) => {
      const problems = trainingDataProblems(form, model, trainingDataSupport);

      if (problem === null) expect(problems).toEqual([]);
      else expect(problems[0]).toContain(problem);
    },
  );

  it('become cases of a comparison where they end in an answer', () => {
    const asked = { role: 'user', text: 'Where is it?' } as const;
    const answered = { role: 'assistant', text: 'Here.' } as const;
    const record = (turns: TrainingRecord['turns'], system: string[] = []): TrainingRecord => ({
      form: 'conversation',
      system,
      turns,
    });

    const records = [
      record([asked, answered], ['Be short.']),
      record([asked]),
      record([answered]),
      record([asked, answered]),
    ];

    expect(validationCases(records, { bertScore: false })[0]?.checks).toEqual([{ kind: 'rouge-l', threshold: 0.5 }]);
    expect(validationCases(records, { bertScore: true })).toEqual([
      {
        id: 'validation-1',
        system: 'Be short.',
        messages: [{ role: 'user', content: [{ text: 'Where is it?' }] }],
        expected: 'Here.',
        checks: [{ kind: 'rouge-l', threshold: 0.5 }, { kind: 'bert-score' }],
      },
      expect.objectContaining({ id: 'validation-4' }) as object,
    ]);
  });
});

describe('the check before a training', () => {
  const original: OriginalJob = {
    jobArn: 'arn:job',
    baseModelArn: 'arn:base',
    customizationType: 'FINE_TUNING',
    roleArn: 'arn:aws:iam::111122223333:role/BedrockTraining',
    trainingData: 's3://example-training/train.jsonl',
    validationData: [],
    outputData: 's3://example-training/out/',
    hyperParameters: {},
    kmsKey: 'arn:key',
    vpc: null,
  };
  const fine = { problems: [], warnings: [], statements: {} };
  const facts: PreflightFacts = {
    replacement: { arn: 'arn:pro', customizations: ['FINE_TUNING'], legacy: false },
    missing: [],
    form: 'conversation',
    role: { trustsBedrock: true },
    key: { state: 'Enabled', ...fine },
    models: { names: ['support-lite'], quota: 100 },
    throughput: null,
  };
  const support = { families: hyperParameterFamilies, data: trainingDataSupport, serving: copySupport };
  const problemsOf = (migration: object, found: Partial<PreflightFacts>) =>
    preflightProblems(
      aCustomModelMigration({ newName: 'support-lite-renewed-1', ...migration }),
      original,
      { ...facts, ...found },
      support,
    );

  it.each`
    found                                             | why
    ${{}}                                             | ${'everything is there'}
    ${{ key: null }}                                  | ${'AWS’s own key encrypts the model'}
    ${{ models: { names: ['a', 'b'], quota: null } }} | ${'no quota is told'}
    ${{ throughput: { units: 1, quota: 2 } }}         | ${'a unit of throughput is left'}
    ${{ throughput: { units: 1, quota: null } }}      | ${'no quota of throughput is told'}
  `('finds nothing where $why', ({ found }: { found: Partial<PreflightFacts> }) => {
    expect(problemsOf({}, found)).toEqual([]);
  });

  it.each`
    migration                                                                                                         | found                                                                                     | problem
    ${{ replacement: null }}                                                                                          | ${{}}                                                                                     | ${'nobody named a model'}
    ${{}}                                                                                                             | ${{ replacement: null }}                                                                  | ${'cannot be customised by FINE_TUNING in us-east-1'}
    ${{}}                                                                                                             | ${{ replacement: { ...facts.replacement, customizations: ['DISTILLATION'] } }}            | ${'cannot be customised by FINE_TUNING'}
    ${{}}                                                                                                             | ${{ replacement: { ...facts.replacement, legacy: true } }}                                | ${'is Legacy in us-east-1'}
    ${{}}                                                                                                             | ${{ missing: ['s3://example-training/train.jsonl'], form: null }}                         | ${'train.jsonl: there is no such object'}
    ${{}}                                                                                                             | ${{ form: 'text' }}                                                                       | ${'text without answers'}
    ${{ hyperParameters: { epochCount: '9' } }}                                                                       | ${{}}                                                                                     | ${'epochCount'}
    ${{}}                                                                                                             | ${{ role: null }}                                                                         | ${'is not there any more'}
    ${{}}                                                                                                             | ${{ role: { trustsBedrock: false } }}                                                     | ${'does not trust bedrock.amazonaws.com'}
    ${{}}                                                                                                             | ${{ key: { state: 'Disabled', ...fine } }}                                                | ${'the key arn:key is Disabled'}
    ${{}}                                                                                                             | ${{ models: { names: ['a'], quota: 1 } }}                                                 | ${'the quota is 1'}
    ${{}}                                                                                                             | ${{ models: { names: ['support-lite-renewed-1'], quota: 9 } }}                            | ${'a custom model named support-lite-renewed-1 is there already'}
    ${{ serving: 'onDemand' }}                                                                                        | ${{ throughput: { units: 0, quota: 0 } }}                                                 | ${'the quota is 0: ask for more of "Model units no-commitment'}
    ${{}}                                                                                                             | ${{ key: { state: 'Enabled', ...fine, problems: ['the key policy does not allow it'] } }} | ${'the key policy does not allow it'}
    ${{ newName: 'a-'.repeat(40) }}                                                                                   | ${{}}                                                                                     | ${'a name of up to 63'}
    ${{ customModel: { arn: 'a', name: 'n', account: '111122223333', region: 'us-west-2' }, serving: 'provisioned' }} | ${{}}                                                                                     | ${'cannot be given provisioned throughput in us-west-2'}
    ${{ customModel: { arn: 'a', name: 'n', account: '111122223333', region: 'ap-south-1' } }}                        | ${{}}                                                                                     | ${'cannot be deployed on demand in ap-south-1'}
    ${{ newName: null }}                                                                                              | ${{}}                                                                                     | ${'got none'}
    ${{ newName: 'a b' }}                                                                                             | ${{}}                                                                                     | ${'got a b'}
  `(
    'says $problem',
    ({ migration, found, problem }: { migration: object; found: Partial<PreflightFacts>; problem: string }) => {
      expect(problemsOf(migration, found)).toEqual([expect.stringContaining(problem) as string]);
    },
  );

  it('says that a key is unusable where its ARN is not known', () => {
    const problems = preflightProblems(
      aCustomModelMigration({ newName: 'x' }),
      { ...original, kmsKey: null },
      { ...facts, key: { state: 'Disabled', ...fine } },
      support,
    );

    expect(problems).toEqual(['the key  is Disabled; it must be Enabled']);
  });
});

describe('what was created', () => {
  it('is listed once, and stays the same list where nothing is new', () => {
    const thing = {
      kind: 'deployment',
      arn: 'arn:1',
      account: '111122223333',
      region: 'us-east-1',
      usdPerHour: 0,
      createdAt: '2026-11-21T06:00:00.000Z',
      removedAt: null,
      kept: false,
    } as const;
    const before = [thing];

    expect(withCreated(before, [{ ...thing, usdPerHour: null }])).toBe(before);
    expect(withCreated(before, [{ ...thing, arn: 'arn:2' }])).toHaveLength(2);
  });
});
