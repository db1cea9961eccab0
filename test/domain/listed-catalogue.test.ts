import { describe, expect, it } from 'vitest';
import { listedCatalogue } from '../../domain/listed-catalogue.ts';
import { mergeWords } from '../../domain/merge-words.ts';
import { active, aListedModel } from '../builders/listed-model.ts';
import { sonnet45, sonnetCatalogue } from '../builders/situation.ts';

const asOf = '2026-11-20T09:00:00.000Z';

describe('the catalogue with what the API says', () => {
  it('lets the earlier date bind, and keeps who said what', () => {
    const listed = listedCatalogue(sonnetCatalogue(), [aListedModel({ endOfLife: '2027-05-08' })], asOf);
    const model = listed.find(sonnet45);
    const lifecycle = model && mergeWords(model, ['us-east-1']);

    expect(lifecycle?.dates.endOfLife).toBe('2027-04-08');
    expect(lifecycle?.disagreements).toMatchObject([
      {
        name: 'endOfLife',
        words: [
          { source: 'catalogue', value: '2027-04-08' },
          { source: 'api', value: '2027-05-08', asOf },
        ],
      },
    ]);
  });

  it('says of a Region only what the API said of it', () => {
    const listed = listedCatalogue(sonnetCatalogue(), [aListedModel({ endOfLife: '2027-03-08' })], asOf);
    const model = listed.find(sonnet45);

    expect(model && mergeWords(model, ['eu-west-1']).dates.endOfLife).toBe('2027-04-08');
  });

  it('knows a model that only the API knows, by the API’s own name and without a made-up date', () => {
    const listed = listedCatalogue(
      sonnetCatalogue(),
      [aListedModel({ modelId: 'example.new-v1', name: 'New', ...active })],
      asOf,
    );

    expect(listed.find('example.new-v1')).toMatchObject({ name: 'New', regime: null, replacedBy: [] });
    expect(listed.models).toHaveLength(3);
  });
});
