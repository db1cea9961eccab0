import { describe, expect, it } from 'vitest';
import { quotaNames } from '../../domain/quota-name.ts';
import { aCatalogue, aCatalogueModel } from '../builders/situation.ts';

const named = quotaNames(
  aCatalogue(
    aCatalogueModel('anthropic.claude-sonnet-4', { name: 'Claude Sonnet 4' }),
    aCatalogueModel('anthropic.claude-sonnet-4-6', { name: 'Claude Sonnet 4.6' }),
    aCatalogueModel('amazon.nova-pro-v1:0', { name: 'Nova Pro', provider: 'Amazon' }),
  ),
);

describe('the name of a quota', () => {
  it.each`
    name                                                                                       | modelId                          | scope                  | unit
    ${'On-demand model inference tokens per minute for Anthropic Claude Sonnet 4'}             | ${'anthropic.claude-sonnet-4'}   | ${'onDemand'}          | ${'tokensPerMinute'}
    ${'Cross-region model inference requests per minute for Anthropic Claude Sonnet 4 V1'}     | ${'anthropic.claude-sonnet-4'}   | ${'crossRegion'}       | ${'requestsPerMinute'}
    ${'Global cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.6'} | ${'anthropic.claude-sonnet-4-6'} | ${'globalCrossRegion'} | ${'tokensPerMinute'}
    ${'Cross-Region model inference tokens per minute for Claude Sonnet 4.6'}                  | ${'anthropic.claude-sonnet-4-6'} | ${'crossRegion'}       | ${'tokensPerMinute'}
    ${'On-demand inference tokens per minute for Amazon Nova Pro'}                             | ${'amazon.nova-pro-v1:0'}        | ${'onDemand'}          | ${'tokensPerMinute'}
  `('$name is of $modelId', ({ name, ...meaning }: { name: string }) => {
    expect(named(name)).toEqual(meaning);
  });

  it.each`
    name                                                                                                   | why
    ${'Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4 V1 1M Context Length'} | ${'another context window has another quota'}
    ${'Model invocation max tokens per day for Anthropic Claude Sonnet 4'}                                 | ${'a day is not a minute'}
    ${'Sum of in-progress and submitted batch inference jobs using a base model for Claude Sonnet 4'}      | ${'batch is another thing'}
    ${'On-demand model inference tokens per minute for Anthropic Claude Sonnet 4.7'}                       | ${'the beginning of a name is not the name'}
    ${'On-demand model inference tokens per minute for Anthropic Claude Sonnet'}                           | ${'nor is a part of it'}
    ${''}                                                                                                  | ${'nothing is said'}
  `('"$name" is of no model here: $why', ({ name }: { name: string }) => {
    expect(named(name)).toBeNull();
  });
});
