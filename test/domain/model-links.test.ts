import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelLink } from '../../domain/model-links.ts';
import { modelResolver } from '../../domain/model-links.ts';

const sonnet = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
const nova = 'amazon.nova-pro-v1:0';
const foundation = (id: string) => `arn:aws:bedrock:us-east-1::foundation-model/${id}`;
const own = (path: string) => `arn:aws:bedrock:us-east-1:111122223333:${path}`;
const profile = own('application-inference-profile/abcdef123456');
const [onBase, onCustom] = [own(`custom-model/${nova}/aaaaaaaaaaaa`), own(`custom-model/${nova}/bbbbbbbbbbbb`)];
const imported = own('imported-model/cccccccccccc');

const links: readonly ModelLink[] = [
  {
    names: [profile, 'abcdef123456'],
    targets: [foundation(sonnet), foundation(sonnet).replace('us-east-1', 'us-west-2')],
  },
  { names: [own(`inference-profile/us.${sonnet}`), `us.${sonnet}`], targets: [foundation(sonnet)] },
  { names: [onBase], targets: [foundation(nova)] },
  { names: [onCustom], targets: [onBase] },
  { names: [own('custom-model-deployment/dddddddddddd')], targets: [onCustom] },
  { names: [imported], targets: [] },
  { names: [own('prompt-router/eeeeeeeeeeee')], targets: [foundation(sonnet), foundation(nova)] },
];

describe('what stands behind a reference', () => {
  it.each`
    reference                                      | modelIds          | through                                                            | why
    ${sonnet}                                      | ${[sonnet]}       | ${[]}                                                              | ${'a model id is the model'}
    ${foundation(sonnet)}                          | ${[sonnet]}       | ${[]}                                                              | ${'so is its ARN'}
    ${`us.${sonnet}`}                              | ${[sonnet]}       | ${[own(`inference-profile/us.${sonnet}`)]}                         | ${'a profile is listed with its model'}
    ${`eu.${sonnet}`}                              | ${[sonnet]}       | ${[]}                                                              | ${'a profile that is not listed still tells by its id'}
    ${profile}                                     | ${[sonnet]}       | ${[profile]}                                                       | ${'an application profile never tells by its ARN'}
    ${'abcdef123456'}                              | ${[sonnet]}       | ${[profile]}                                                       | ${'CloudWatch names it by its id'}
    ${onCustom}                                    | ${[nova]}         | ${[onCustom, onBase]}                                              | ${'a custom model may rest on a custom model'}
    ${own('custom-model-deployment/dddddddddddd')} | ${[nova]}         | ${[own('custom-model-deployment/dddddddddddd'), onCustom, onBase]} | ${'a deployment serves a custom model'}
    ${own('prompt-router/eeeeeeeeeeee')}           | ${[nova, sonnet]} | ${[own('prompt-router/eeeeeeeeeeee')]}                             | ${'a router has several'}
    ${imported}                                    | ${[]}             | ${[imported]}                                                      | ${'imported weights have no base'}
    ${own('provisioned-model/ffffffffffff')}       | ${[]}             | ${[]}                                                              | ${'what nobody listed is opaque, and not guessed'}
    ${onBase.toUpperCase()}                        | ${[nova]}         | ${[onBase]}                                                        | ${'case does not matter'}
  `(
    '$reference: $why',
    ({ reference, modelIds, through }: { reference: string; modelIds: string[]; through: string[] }) => {
      expect(modelResolver(links)(reference)).toEqual({ modelIds, through });
    },
  );

  it('ends in a circle, passing everything once', () => {
    const circle = [
      { names: ['a'], targets: ['b'] },
      { names: ['b'], targets: ['a', sonnet] },
    ];

    expect(modelResolver(circle)('a')).toEqual({ modelIds: [sonnet], through: ['a', 'b'] });
  });

  it('is the same in whatever order links were read, and always ends', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const target = fc.oneof(name, fc.constantFrom(sonnet, nova));
    const graph = fc.uniqueArray(fc.record({ names: fc.tuple(name), targets: fc.array(target, { maxLength: 4 }) }), {
      selector: ({ names }) => names[0],
    });

    fc.assert(
      fc.property(
        graph.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        name,
        ([all, shuffled], from) => {
          const [one, other] = [modelResolver(all)(from), modelResolver(shuffled)(from)];

          expect(other).toEqual(one);
          expect(new Set(one.through).size).toBe(one.through.length);
        },
      ),
    );
  });
});
