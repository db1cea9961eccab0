import { describe, expect, it } from 'vitest';
import { catalogue } from '../../catalogue/catalogue.ts';
import type { CatalogueModel } from '../../domain/catalogue.ts';
import type { DateName } from '../../domain/lifecycle.ts';
import type { Recommendations } from '../../domain/replacement.ts';
import { replacementFor } from '../../domain/replacement.ts';
import { aCatalogue, aCatalogueModel, aWithdrawal, aWord, utc } from '../builders/situation.ts';

const now = '2026-11-20T09:00:00Z';
const nobody: Recommendations = { operator: [], notice: [] };

function model(id: string, dates: Partial<Record<DateName, string>>, ...replacedBy: string[]): CatalogueModel {
  const words = Object.entries(dates).map(([name, value]) => aWord(name as DateName, value, { modelId: id }));
  return aCatalogueModel(id, { words, replacedBy });
}

/** What to leave `old` for among models, as `id from source`, and what was passed over and why. */
function successor(models: readonly CatalogueModel[], recommended: Partial<Recommendations> = {}, at = now) {
  const found = replacementFor('old', { ...nobody, ...recommended }, aCatalogue(...models), 90, utc(at));
  return {
    to: found.kind === 'found' ? `${found.replacement.modelId} from ${found.replacement.source}` : null,
    passedOver: found.passedOver.map(({ modelId, why }) => `${modelId} ${why}`),
  };
}

describe('a replacement', () => {
  it.each`
    models                                                                                                           | to                      | passedOver                  | why
    ${[model('old', {}, 'new'), model('new', {})]}                                                                   | ${'new from catalogue'} | ${[]}                       | ${'Active, and no end known'}
    ${[model('old', {}, 'new'), model('new', { noSoonerThan: '2026-10-16' })]}                                       | ${'new from catalogue'} | ${[]}                       | ${'a floor that has passed is no end'}
    ${[model('old', {}, 'mid'), model('mid', { legacy: '2026-10-08' }, 'new'), model('new', {})]}                    | ${'new from catalogue'} | ${['mid legacy']}           | ${'a chain is followed past a Legacy model'}
    ${[model('old', {}, 'mid'), model('mid', { endOfLife: '2026-11-01' }, 'new'), model('new', {})]}                 | ${'new from catalogue'} | ${['mid ended']}            | ${'past an ended model'}
    ${[model('old', {}, 'new'), model('new', { endOfLife: '2027-02-18' })]}                                          | ${null}                 | ${['new ending']}           | ${'90 days before its end is within 90 days'}
    ${[model('old', {}, 'new'), model('new', { endOfLife: '2027-02-19' })]}                                          | ${'new from catalogue'} | ${[]}                       | ${'91 days are enough'}
    ${[model('old', {}, 'new'), model('new', { launch: '2026-11-21' })]}                                             | ${null}                 | ${['new notLaunched']}      | ${'not launched yet'}
    ${[model('old', {}, 'new'), model('new', { launch: '2026-11-20' })]}                                             | ${'new from catalogue'} | ${[]}                       | ${'launched today'}
    ${[model('old', {}, 'nowhere')]}                                                                                 | ${null}                 | ${['nowhere unknown']}      | ${'nobody knows whether it is alive'}
    ${[model('old', {}, 'a'), model('a', { legacy: '2026-01-01' }, 'b'), model('b', { legacy: '2026-01-01' }, 'a')]} | ${null}                 | ${['a legacy', 'b legacy']} | ${'a circle ends'}
    ${[model('old', {}, 'old')]}                                                                                     | ${null}                 | ${[]}                       | ${'never itself'}
    ${[model('old', {}, 'a', 'b'), model('a', { legacy: '2026-01-01' }), model('b', {})]}                            | ${'b from catalogue'}   | ${['a legacy']}             | ${'the second choice where the first is dying'}
    ${[model('old', {}, 'a', 'c'), model('a', { legacy: '2026-01-01' }, 'b'), model('b', {}), model('c', {})]}       | ${'b from catalogue'}   | ${['a legacy']}             | ${'what the first choice led to comes before the second'}
    ${[model('old', {})]}                                                                                            | ${null}                 | ${[]}                       | ${'nobody names one'}
  `('$why', ({ models, to, passedOver }: { models: CatalogueModel[]; to: string | null; passedOver: string[] }) => {
    expect(successor(models)).toEqual({ to, passedOver });
  });

  it('is never a model that is Legacy in any Region', () => {
    const words = [aWord('legacy', '2026-10-08', { region: 'us-gov-west-1', modelId: 'new' })];

    expect(successor([model('old', {}, 'new'), aCatalogueModel('new', { words })]).to).toBeNull();
  });

  it('is never a model that was withdrawn', () => {
    const gone = aCatalogueModel('new', { withdrawals: [aWithdrawal({ modelId: 'new' })] });

    expect(successor([model('old', {}, 'new'), gone])).toEqual({ to: null, passedOver: ['new ended'] });
  });
});

describe('who is asked first', () => {
  const all = [
    model('old', {}, 'c'),
    model('a', {}),
    model('b', {}),
    model('c', {}),
    model('dying', { legacy: '2026-01-01' }),
  ];

  it.each`
    recommended                               | to                                | why
    ${{ operator: ['a'], notice: ['b'] }}     | ${'a from operator'}              | ${'the operator'}
    ${{ notice: ['b'] }}                      | ${'b from notice'}                | ${'then the notice'}
    ${{}}                                     | ${'c from catalogue'}             | ${'then the catalogue'}
    ${{ operator: ['dying'], notice: ['b'] }} | ${'b from notice'}                | ${'an operator’s choice that is dying is passed over'}
    ${{ operator: ['my-own.model-1'] }}       | ${'my-own.model-1 from operator'} | ${'an operator may name what no catalogue knows'}
    ${{ notice: ['new-lab.model-1'] }}        | ${'c from catalogue'}             | ${'a notice’s unknown model is not taken on trust'}
  `('$why', ({ recommended, to }: { recommended: Partial<Recommendations>; to: string }) => {
    expect(successor(all, recommended).to).toBe(to);
  });
});

describe('in the true catalogue on 2026-11-20', () => {
  const to = (modelId: string) => replacementFor(modelId, nobody, catalogue, 90, utc(now));

  it.each`
    modelId                              | dead                                                         | why
    ${'ai21.jamba-instruct-v1:0'}        | ${['ai21.jamba-1-5-mini-v1:0', 'ai21.jamba-1-5-large-v1:0']} | ${'both Jamba 1.5 end within days'}
    ${'amazon.titan-image-generator-v1'} | ${['amazon.nova-canvas-v1:0']}                               | ${'Nova Canvas has ended itself'}
  `('$modelId has none left: $why', ({ modelId, dead }: { modelId: string; dead: string[] }) => {
    const successor = to(modelId);

    expect(successor.kind).toBe('none');
    expect(successor.passedOver.map((end) => end.modelId)).toEqual(dead);
  });

  it.each`
    modelId                                        | replacement                    | passedOver                                       | why
    ${'anthropic.claude-sonnet-4-5-20250929-v1:0'} | ${'anthropic.claude-sonnet-5'} | ${[]}                                            | ${'straight'}
    ${'anthropic.claude-3-7-sonnet-20250219-v1:0'} | ${'anthropic.claude-sonnet-5'} | ${['anthropic.claude-sonnet-4-5-20250929-v1:0']} | ${'its own replacement is Legacy since October'}
    ${'anthropic.claude-opus-4-20250514-v1:0'}     | ${'anthropic.claude-opus-5'}   | ${['anthropic.claude-opus-4-1-20250805-v1:0']}   | ${'so is Opus 4.1'}
    ${'cohere.command-r-plus-v1:0'}                | ${'anthropic.claude-sonnet-5'} | ${['anthropic.claude-sonnet-4-5-20250929-v1:0']} | ${'by another provider, whose first choice is Legacy'}
  `(
    '$modelId leads to $replacement: $why',
    ({ modelId, replacement, passedOver }: { modelId: string; replacement: string; passedOver: string[] }) => {
      expect(to(modelId)).toMatchObject({ kind: 'found', replacement: { modelId: replacement, stage: 'active' } });
      expect(to(modelId).passedOver.map((end) => end.modelId)).toEqual(passedOver);
    },
  );

  it('no model at all leads to one that is Legacy, gone, or within 90 days of its end', () => {
    for (const { modelId } of catalogue.models) {
      const successor = to(modelId);

      if (successor.kind === 'found') {
        expect(successor.replacement.stage).toBe('active');
        expect(successor.replacement.endOfLife ?? '9999').toSatisfy((end: string) => end > '2027-02-18');
      }
    }
  });
});
