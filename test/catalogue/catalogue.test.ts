import { describe, expect, it } from 'vitest';
import { catalogue } from '../../catalogue/catalogue.ts';
import { nearestModels, resolveModel } from '../../catalogue/resolve-model.ts';
import { calendarDate } from '../../domain/calendar-date.ts';
import type { CatalogueModel } from '../../domain/catalogue.ts';
import { mergeWords } from '../../domain/merge-words.ts';
import { baseModelId, regionOfArn } from '../../domain/model-id.ts';

const regionsOf = ({ words }: CatalogueModel) => [...new Set(words.map(({ region }) => region))];
const idsOf = (models: readonly CatalogueModel[]) => models.map(({ modelId }) => modelId);

describe('every entry', () => {
  it.each(catalogue.models)(
    '$modelId: each date exists, and says where it stands and since when',
    ({ modelId, words }) => {
      for (const word of words) {
        expect(word).toMatchObject({ modelId, reference: expect.stringMatching(/\S/) as string });
        expect(calendarDate(word.value)).toBe(word.value);
        expect(calendarDate(word.asOf)).toBe(word.asOf);
      }
    },
  );

  it.each(catalogue.models)('$modelId: the dates of each Region are in order', (model) => {
    for (const region of regionsOf(model)) {
      const { launch, legacy, extendedAccess, endOfLife } = mergeWords(model, [region]).dates;
      const known = [launch, legacy, extendedAccess, endOfLife].filter((date) => date !== null);

      expect(known, region).toEqual(known.toSorted());
    }
  });

  it.each(catalogue.models)(
    '$modelId: what it should be replaced by is in the catalogue, and somebody said so',
    (model) => {
      for (const id of model.replacedBy) expect(catalogue.find(id), id).toBeDefined();
      expect(model.replacedBy.length === 0 || model.replacementReference !== null).toBe(true);
    },
  );

  it.each(catalogue.models)('$modelId: a burndown factor says where it stands', ({ burndown }) => {
    if (burndown === null) return;
    expect([1, 5, 10, 15]).toContain(burndown.output);
    expect(calendarDate(burndown.asOf)).toBe(burndown.asOf);
    expect(burndown.reference).toMatch(/^https:\/\//);
  });

  it.each(catalogue.models)('$modelId: no chain of replacements comes back to it', ({ modelId }) => {
    const reached = new Set<string>();
    const queue = [...(catalogue.find(modelId)?.replacedBy ?? [])];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (reached.has(next)) continue;
      reached.add(next);
      queue.push(...(catalogue.find(next)?.replacedBy ?? []));
    }

    expect(reached).not.toContain(modelId);
  });

  it.each(catalogue.models)('$modelId: is found by its profile id and its ARN', ({ modelId }) => {
    for (const prefix of ['us', 'eu', 'apac', 'jp', 'au', 'global', 'us-gov'])
      expect(baseModelId(`${prefix}.${modelId}`)).toBe(modelId);
    expect(baseModelId(`arn:aws:bedrock:us-east-1::foundation-model/${modelId}`)).toBe(modelId);
    expect(baseModelId(`arn:aws-us-gov:bedrock:us-gov-west-1:111122223333:inference-profile/us-gov.${modelId}`)).toBe(
      modelId,
    );
    expect(baseModelId(`arn:aws:bedrock:us-east-1:111122223333:custom-model/${modelId}/abcdefghijkl`)).toBe(modelId);
  });

  it('has an id of its own', () => {
    expect(new Set(idsOf(catalogue.models)).size).toBe(catalogue.models.length);
  });
});

/** Written down by hand from AWS's pages and cards, not from the files under test. */
describe('known facts', () => {
  it.each`
    modelId                                        | region              | launch          | legacy          | extendedAccess  | endOfLife       | why
    ${'ai21.jamba-1-5-large-v1:0'}                 | ${'us-east-1'}      | ${'2024-09-23'} | ${'2026-05-26'} | ${'2026-08-26'} | ${'2026-11-26'} | ${'six days to go'}
    ${'anthropic.claude-sonnet-4-5-20250929-v1:0'} | ${'eu-central-2'}   | ${'2025-09-29'} | ${'2026-10-08'} | ${'2027-01-08'} | ${'2027-04-08'} | ${'thirty-one Regions, one line'}
    ${'anthropic.claude-opus-4-1-20250805-v1:0'}   | ${'us-west-2'}      | ${'2025-07-31'} | ${'2026-07-08'} | ${'2026-10-08'} | ${'2027-01-08'} | ${'the page’s launch date, not the card’s'}
    ${'anthropic.claude-opus-4-20250514-v1:0'}     | ${'us-east-1'}      | ${'2025-05-22'} | ${'2025-10-01'} | ${'2026-03-01'} | ${'2026-05-31'} | ${'Legacy for eight months, extended access after five'}
    ${'anthropic.claude-3-5-sonnet-20240620-v1:0'} | ${'eu-central-2'}   | ${'2024-06-20'} | ${'2025-08-25'} | ${'2025-12-01'} | ${'2026-06-01'} | ${'moved for this Region alone'}
    ${'anthropic.claude-3-5-sonnet-20240620-v1:0'} | ${'eu-central-1'}   | ${'2024-06-20'} | ${'2025-08-25'} | ${'2025-12-01'} | ${'2026-03-01'} | ${'its neighbour'}
    ${'anthropic.claude-3-5-sonnet-20240620-v1:0'} | ${'ap-northeast-1'} | ${'2024-06-20'} | ${'2026-01-30'} | ${'2026-04-30'} | ${'2026-07-30'} | ${'Asia later'}
    ${'anthropic.claude-3-sonnet-20240229-v1:0'}   | ${'us-east-1'}      | ${null}         | ${'2026-01-30'} | ${null}         | ${'2026-07-30'} | ${'listed for 2025-07-21, and relisted'}
    ${'anthropic.claude-3-sonnet-20240229-v1:0'}   | ${'ap-southeast-2'} | ${null}         | ${'2026-01-30'} | ${'2026-04-30'} | ${'2026-07-30'} | ${'extended access in some Regions only'}
    ${'anthropic.claude-3-haiku-20240307-v1:0'}    | ${'us-gov-west-1'}  | ${'2024-03-14'} | ${'2026-03-10'} | ${'2026-06-10'} | ${'2026-09-10'} | ${'GovCloud'}
    ${'amazon.nova-sonic-v1:0'}                    | ${'eu-north-1'}     | ${null}         | ${'2026-03-13'} | ${null}         | ${'2026-09-14'} | ${'six months and a day, from Sunday to Monday'}
    ${'amazon.nova-canvas-v1:0'}                   | ${'eu-west-1'}      | ${'2024-12-04'} | ${'2026-03-30'} | ${null}         | ${'2026-09-30'} | ${'Amazon’s own have no extended access'}
    ${'cohere.command-r-plus-v1:0'}                | ${'us-west-2'}      | ${null}         | ${'2026-02-19'} | ${'2026-05-19'} | ${'2026-08-19'} | ${'three months each'}
    ${'twelvelabs.marengo-embed-2-7-v1:0'}         | ${'ap-northeast-2'} | ${null}         | ${'2026-05-29'} | ${'2026-08-29'} | ${'2026-11-30'} | ${'a day longer'}
    ${'meta.llama3-1-405b-instruct-v1:0'}          | ${'us-east-2'}      | ${'2024-07-23'} | ${'2026-01-07'} | ${'2026-04-07'} | ${'2026-07-07'} | ${'two Regions'}
    ${'meta.llama3-1-405b-instruct-v1:0'}          | ${'us-east-1'}      | ${null}         | ${null}         | ${null}         | ${null}         | ${'a Region that no line names'}
  `(
    '$modelId in $region: $why',
    ({ modelId, region, launch, legacy, extendedAccess, endOfLife }: Record<string, string | null>) => {
      const model = catalogue.find(modelId ?? '');

      expect(model && mergeWords(model, [region ?? '']).dates).toMatchObject({
        launch,
        legacy,
        extendedAccess,
        endOfLife,
      });
    },
  );

  it.each`
    modelId                                       | noSoonerThan    | regime
    ${'anthropic.claude-haiku-4-5-20251001-v1:0'} | ${'2026-10-16'} | ${'before-2026-09-07'}
    ${'anthropic.claude-opus-4-5-20251101-v1:0'}  | ${'2026-11-24'} | ${'before-2026-09-07'}
    ${'anthropic.claude-opus-5'}                  | ${'2027-07-24'} | ${'before-2026-09-07'}
    ${'openai.gpt-6-astra'}                       | ${'2027-09-08'} | ${'model-card'}
    ${'moonshotai.kimi-k3'}                       | ${null}         | ${'model-card'}
    ${'openai.gpt-6.1-sol'}                       | ${null}         | ${'provider-terms'}
  `(
    '$modelId is $regime, and ends no sooner than $noSoonerThan',
    ({ modelId, noSoonerThan, regime }: Record<string, string | null>) => {
      const model = catalogue.find(modelId ?? '');

      expect(model?.regime).toBe(regime);
      expect(model && mergeWords(model, ['us-east-1']).dates).toMatchObject({ noSoonerThan, endOfLife: null });
    },
  );

  it('Claude 3 Opus: AWS’s final notice named a later day than its page, and the earlier binds', () => {
    const model = catalogue.find('anthropic.claude-3-opus-20240229-v1:0');
    const lifecycle = model && mergeWords(model, ['us-west-2']);

    expect(lifecycle?.dates.endOfLife).toBe('2026-01-15');
    expect(lifecycle?.disagreements).toMatchObject([
      { name: 'endOfLife', words: [{ value: '2026-01-15' }, { value: '2026-01-30', source: 'health' }] },
    ]);
  });

  it('Fable 5 and Mythos 5 were taken away at once', () => {
    for (const id of ['anthropic.claude-fable-5', 'anthropic.claude-mythos-5']) {
      const model = catalogue.find(id);
      expect(model && mergeWords(model, ['us-east-1'])).toMatchObject({
        withdrawal: { asOf: '2026-06-13' },
        dates: { endOfLife: null },
      });
    }
  });
});

describe('base model ids', () => {
  it.each`
    reference                                                                              | id                                   | why
    ${'openai.gpt-6.1-sol'}                                                                | ${'openai.gpt-6.1-sol'}              | ${'a dot in the name is no boundary'}
    ${'us.openai.gpt-6.1-sol'}                                                             | ${'openai.gpt-6.1-sol'}              | ${'nor behind a profile prefix'}
    ${'deepseek.v3.2'}                                                                     | ${'deepseek.v3.2'}                   | ${'a version alone'}
    ${'anthropic.claude-v2:1'}                                                             | ${'anthropic.claude-v2:1'}           | ${'a colon is no boundary'}
    ${'anthropic.claude-v2:1:18k'}                                                         | ${'anthropic.claude-v2:1'}           | ${'a context window is not the model'}
    ${'amazon.nova-lite-v1:0:300k'}                                                        | ${'amazon.nova-lite-v1:0'}           | ${'nor a larger one'}
    ${'amazon.titan-image-generator-v1'}                                                   | ${'amazon.titan-image-generator-v1'} | ${'no revision'}
    ${'  ANTHROPIC.CLAUDE-SONNET-5 '}                                                      | ${'anthropic.claude-sonnet-5'}       | ${'capitals and blanks'}
    ${'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abcdefghijkl'} | ${null}                              | ${'opaque'}
    ${'arn:aws:bedrock:us-east-1:111122223333:provisioned-model/abcdefghijkl'}             | ${null}                              | ${'opaque'}
    ${'arn:aws:bedrock:us-east-1:111122223333:custom-model/imported/abcdefghijkl'}         | ${null}                              | ${'no base'}
    ${'arn:aws:lambda:us-east-1:111122223333:function:anthropic.claude'}                   | ${null}                              | ${'another service'}
    ${'AWS_ACCOUNT'}                                                                       | ${null}                              | ${'no model'}
    ${''}                                                                                  | ${null}                              | ${'nothing'}
  `('$reference is $id: $why', ({ reference, id }: { reference: string; id: string | null }) => {
    expect(baseModelId(reference)).toBe(id);
  });

  it.each`
    reference                                                         | region
    ${'arn:aws:bedrock:us-east-1::foundation-model/x.y-1'}            | ${'us-east-1'}
    ${'arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/x.y-1'} | ${'us-gov-west-1'}
    ${'arn:aws-eusc:bedrock:eusc-de-east-1::foundation-model/x.y-1'}  | ${'eusc-de-east-1'}
    ${'arn:aws:bedrock:::foundation-model/x.y-1'}                     | ${null}
    ${'x.y-1'}                                                        | ${null}
  `('the Region of $reference is $region', ({ reference, region }: { reference: string; region: string | null }) => {
    expect(regionOfArn(reference)).toBe(region);
  });
});

describe('resolveModel', () => {
  const sonnet45 = 'anthropic.claude-sonnet-4-5-20250929-v1:0';

  it.each`
    text                                                                         | ids                                                   | why
    ${sonnet45}                                                                  | ${[sonnet45]}                                         | ${'its id'}
    ${`global.${sonnet45}`}                                                      | ${[sonnet45]}                                         | ${'a profile id'}
    ${`arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.${sonnet45}`} | ${[sonnet45]}                                         | ${'an ARN'}
    ${'Claude Sonnet 4.5'}                                                       | ${[sonnet45]}                                         | ${'its name'}
    ${'  claude  sonnet-4.5 '}                                                   | ${[sonnet45]}                                         | ${'its name, however it is typed'}
    ${'Anthropic Claude Sonnet 4.5'}                                             | ${[sonnet45]}                                         | ${'provider and name'}
    ${'Claude Sonnet 4'}                                                         | ${['anthropic.claude-sonnet-4-20250514-v1:0']}        | ${'a name that others begin with'}
    ${'Nova Reel'}                                                               | ${['amazon.nova-reel-v1:0', 'amazon.nova-reel-v1:1']} | ${'a name of two'}
    ${'Claude'}                                                                  | ${[]}                                                 | ${'a family is no model'}
    ${''}                                                                        | ${[]}                                                 | ${'nothing'}
  `('$text: $why', ({ text, ids }: { text: string; ids: string[] }) => {
    expect(idsOf(resolveModel(text, catalogue))).toEqual(ids);
  });
});

describe('nearestModels', () => {
  it.each`
    text                                          | nearest                                        | why
    ${'anthropic.claude-sonet-4-5-20250929-v1:0'} | ${'anthropic.claude-sonnet-4-5-20250929-v1:0'} | ${'a letter is missing'}
    ${'anthropic.claude-sonnet-4-5'}              | ${'anthropic.claude-sonnet-4-5-20250929-v1:0'} | ${'the end is missing'}
    ${'us.anthropic.claude-haiku-4-5'}            | ${'anthropic.claude-haiku-4-5-20251001-v1:0'}  | ${'with a profile prefix'}
    ${'Claud Opus 4.8'}                           | ${'anthropic.claude-opus-4-8'}                 | ${'a name, misspelt'}
    ${'marengo'}                                  | ${'twelvelabs.marengo-embed-2-7-v1:0'}         | ${'a part of the name'}
  `('of $text: $why', ({ text, nearest }: { text: string; nearest: string }) => {
    const ids = nearestModels(text, catalogue);

    expect(ids[0]).toBe(nearest);
    expect(ids).toHaveLength(5);
  });
});

describe('how many times an output token counts against the quota', () => {
  it.each`
    modelId                                        | output       | why
    ${'anthropic.claude-sonnet-4-5-20250929-v1:0'} | ${5}         | ${'Claude 4.7 and below'}
    ${'anthropic.claude-opus-4-8'}                 | ${15}        | ${'Claude 4.8'}
    ${'anthropic.claude-sonnet-5'}                 | ${10}        | ${'Claude 5'}
    ${'openai.gpt-6.1-sol'}                        | ${10}        | ${'named on the page'}
    ${'amazon.nova-pro-v1:0'}                      | ${1}         | ${'any other'}
    ${'twelvelabs.marengo-embed-2-7-v1:0'}         | ${undefined} | ${'it gives no tokens out'}
  `('$modelId: $output, $why', ({ modelId, output }: { modelId: string; output: number | undefined }) => {
    expect(catalogue.find(modelId)?.burndown?.output).toBe(output);
  });
});
