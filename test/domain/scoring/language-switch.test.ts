import { describe, expect, it } from 'vitest';
import { scriptOf } from '../../../domain/scoring/script.ts';
import { switchesLanguage } from '../../../domain/scoring/language-switch.ts';
import { aCase } from '../../builders/case.ts';

const english = 'The capital of France is Paris, on the Seine.';
const chinese = '法国的首都是巴黎，位于塞纳河畔，是法国最大的城市，也是政治中心。';
const japanese = 'フランスの首都はパリで、セーヌ川のほとりにあります。とても大きい街です。';
const russian = 'Столица Франции — Париж, город на Сене.';
const asked = (text: string) => ({ messages: [{ role: 'user' as const, content: [{ text }] }] });

describe('scriptOf', () => {
  it.each`
    text                                                        | script        | why
    ${english}                                                  | ${'Latin'}    | ${'English'}
    ${russian}                                                  | ${'Cyrillic'} | ${'Russian'}
    ${chinese}                                                  | ${'Chinese'}  | ${'Han alone'}
    ${japanese}                                                 | ${'Japanese'} | ${'Han with Kana'}
    ${'프랑스의 수도는 파리이며 센강 가에 있는 도시입니다.'}    | ${'Hangul'}   | ${'Korean'}
    ${'Paris'}                                                  | ${null}       | ${'too short to tell'}
    ${'42 + 17 = 59; 12 × 12 = 144; 1000 / 10 = 100'}           | ${null}       | ${'no letters'}
    ${`${english} ${russian}`}                                  | ${null}       | ${'half and half'}
    ${`${russian}\n\`\`\`\nprint(value_of_things + 1)\n\`\`\``} | ${'Cyrillic'} | ${'code is no language'}
    ${`${russian} https://example.org/a/very/long/address`}     | ${'Cyrillic'} | ${'nor is an address'}
  `('$script: $why', ({ text, script }: { text: string; script: string | null }) => {
    expect(scriptOf(text)).toBe(script);
  });
});

describe('switchesLanguage', () => {
  it.each`
    kase                                                                                         | answer     | switched | why
    ${{ expected: english }}                                                                     | ${chinese} | ${true}  | ${'another script than expected'}
    ${{ expected: english }}                                                                     | ${english} | ${false} | ${'the same'}
    ${{ expected: chinese, ...asked('What is the capital, then?') }}                             | ${chinese} | ${false} | ${'as expected, whatever the prompt'}
    ${{ expected: japanese }}                                                                    | ${chinese} | ${true}  | ${'Japanese is not Chinese'}
    ${asked('Please name the capital of France.')}                                               | ${russian} | ${true}  | ${'another script than the prompt'}
    ${asked('Please name it in Russian, my friend.')}                                            | ${russian} | ${false} | ${'the prompt asks for it'}
    ${asked('Translate: the capital of France is Paris.')}                                       | ${russian} | ${false} | ${'it asks for a translation'}
    ${{ system: ['Always answer in Chinese.'], ...asked('Please name the capital of France.') }} | ${chinese} | ${false} | ${'the system prompt asks for it'}
    ${asked('Capital?')}                                                                         | ${russian} | ${false} | ${'a prompt too short to tell'}
    ${{ expected: 'Париж', ...asked('Please name the capital of France.') }}                     | ${russian} | ${false} | ${'a short expected answer in that script'}
    ${{ expected: 'Paris', ...asked('Please name the capital of France.') }}                     | ${chinese} | ${true}  | ${'a short expected answer in another'}
    ${asked('请问法国的首都是哪里？请用一句话回答我的这个问题，谢谢你。')}                       | ${english} | ${true}  | ${'English instead of Chinese'}
    ${asked('请用英文回答：法国的首都是哪里？请用一句话回答这个问题，谢谢。')}                   | ${english} | ${false} | ${'the prompt asks for English'}
    ${{ expected: english }}                                                                     | ${'巴黎'}  | ${false} | ${'an answer too short to tell'}
  `('$switched: $why', ({ kase, answer, switched }: { kase: object; answer: string; switched: boolean }) => {
    expect(switchesLanguage(aCase('capital', { expected: null, checks: [], ...kase }), answer)).toBe(switched);
  });
});
