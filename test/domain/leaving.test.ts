import { describe, expect, it } from 'vitest';
import type { Dependent, Purpose } from '../../domain/dependent.ts';
import { dependentKinds } from '../../domain/dependent.ts';
import { leavingOf } from '../../domain/leaving.ts';
import { aDependent } from '../builders/dependent.ts';
import { sonnet45, sonnet5 } from '../builders/situation.ts';

const use = (purpose: Purpose, modelId = sonnet45) => ({
  reference: modelId,
  modelIds: [modelId],
  through: [],
  purpose,
});
const leaving = (dependent: Dependent) => leavingOf(dependent, sonnet45, '2027-04-08').map(({ kind }) => kind);

describe('leaving takes', () => {
  it.each`
    kind                             | purpose            | takes                 | why
    ${'onDemand'}                    | ${'inference'}     | ${'swapId'}           | ${'an id is swapped'}
    ${'applicationInferenceProfile'} | ${'inference'}     | ${'newProfile'}       | ${'a profile cannot be pointed elsewhere'}
    ${'provisionedThroughput'}       | ${'inference'}     | ${'commitment'}       | ${'it may be paid for longer than the model lives'}
    ${'customModel'}                 | ${'customization'} | ${'reCustomise'}      | ${'it descends from the model'}
    ${'customModelDeployment'}       | ${'inference'}     | ${'newDeployment'}    | ${'of another custom model'}
    ${'agent'}                       | ${'inference'}     | ${'swapId'}           | ${'a draft can be changed'}
    ${'agentVersion'}                | ${'inference'}     | ${'newVersion'}       | ${'a version never changes'}
    ${'prompt'}                      | ${'inference'}     | ${'newPromptVersion'} | ${'a version never changes'}
    ${'flow'}                        | ${'inference'}     | ${'newFlowVersion'}   | ${'a version never changes'}
    ${'knowledgeBase'}               | ${'embedding'}     | ${'reEmbed'}          | ${'other dimensions: every document anew'}
    ${'knowledgeBase'}               | ${'parsing'}       | ${'swapParsing'}      | ${'what is parsed already stays'}
    ${'knowledgeBase'}               | ${'reranking'}     | ${'swapReranking'}    | ${'asked at each query'}
    ${'knowledgeBase'}               | ${'inference'}     | ${'swapId'}           | ${'asked at each query'}
    ${'promptRouter'}                | ${'fallback'}      | ${'newRouter'}        | ${'its models are set when it is made'}
    ${'batchJob'}                    | ${'inference'}     | ${'finishJob'}        | ${'it ends by itself'}
    ${'customizationJob'}            | ${'customization'} | ${'finishJob'}        | ${'it ends by itself'}
  `('$takes for $kind ($purpose): $why', ({ kind, purpose, takes }: Record<string, string>) => {
    expect(leaving(aDependent({ kind: kind as Dependent['kind'], uses: [use(purpose as Purpose)] }))).toEqual([takes]);
  });

  it('a task for each purpose, and each task once', () => {
    const uses = [use('embedding'), use('parsing'), use('parsing'), use('reranking', sonnet5)];

    expect(leaving(aDependent({ kind: 'knowledgeBase', uses }))).toEqual(['reEmbed', 'swapParsing']);
  });

  it.each(dependentKinds)('nothing of a dependent that rests on no model, such as an imported one: %s', (kind) => {
    const uses = [{ reference: 'imported', modelIds: [], through: [], purpose: 'inference' as const }];

    expect(leaving(aDependent({ kind, uses }))).toEqual([]);
  });

  it('nothing of an imported model, whatever it is said to rest on', () => {
    expect(leaving(aDependent({ kind: 'importedModel' }))).toEqual(['nothing']);
  });
});

describe('a commitment against the end of the model', () => {
  it.each`
    committedUntil                | endOfLife       | later           | why
    ${'2027-05-01T00:00:00.000Z'} | ${'2027-04-08'} | ${'commitment'} | ${'paid for longer than the model lives'}
    ${'2027-03-01T12:00:00.000Z'} | ${'2027-04-08'} | ${'model'}      | ${'over before the model ends'}
    ${'2027-04-08T12:00:00.000Z'} | ${'2027-04-08'} | ${'together'}   | ${'the same day'}
    ${null}                       | ${'2027-04-08'} | ${'model'}      | ${'no commitment'}
    ${'2027-03-01T12:00:00.000Z'} | ${null}         | ${'unknown'}    | ${'nobody gives an end'}
  `('$later: $why', ({ committedUntil, endOfLife, later }: Record<string, string | null>) => {
    const throughput = aDependent({ kind: 'provisionedThroughput', committedUntil: committedUntil ?? null });

    expect(leavingOf(throughput, sonnet45, endOfLife ?? null)).toEqual([
      { kind: 'commitment', committedUntil: committedUntil?.slice(0, 10) ?? null, endOfLife, later },
    ]);
  });
});
