import { calcPrice } from '@pydantic/genai-prices';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../catalogue/catalogue.ts';
import { priceList } from '../../catalogue/price-list.ts';

describe('the price list', () => {
  it('says who gave a price, and when', () => {
    expect(priceList('anthropic.claude-sonnet-4-5-20250929-v1:0', 'us-east-1')).toEqual({
      input: 0.0033,
      output: 0.0165,
      currency: 'USD',
      source: expect.stringMatching(/^@pydantic\/genai-prices \d/) as string,
      asOf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string,
    });
  });

  it('makes no price up', () => {
    expect(priceList('openai.gpt-6.1-sol', 'us-east-1')).toBeNull();
    expect(priceList('toString', 'us-east-1')).toBeNull();
  });

  it.each(catalogue.models.filter(({ modelId }) => priceList(modelId, 'us-east-1')))(
    '$modelId costs what the package says',
    ({ modelId }) => {
      const usage = { input_tokens: 1000, output_tokens: 1000 };
      const said = calcPrice(usage, modelId, { providerId: 'aws' });

      expect(priceList(modelId, 'us-east-1')?.input).toBeCloseTo(said?.input_price ?? NaN, 10);
      expect(priceList(modelId, 'us-east-1')?.output).toBeCloseTo(said?.output_price ?? NaN, 10);
    },
  );
});
