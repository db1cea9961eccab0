import type { Case } from '../cases/case.ts';
import { promptText } from '../cases/prompt-text.ts';
import { scriptOf } from './script.ts';

/** A prompt that speaks of a language may ask for another than its own. */
const ofLanguages =
  /translat|transliterat|\b(?:english|german|french|spanish|italian|portuguese|russian|ukrainian|greek|arabic|hebrew|hindi|bengali|tamil|telugu|thai|georgian|armenian|korean|japanese|chinese|mandarin|cyrillic|kanji|hangul|languages?)\b|翻译|翻譯|翻訳|英文|英语|英語|英訳|中文|日语|日本語|перевед|перевод|английск|язык|번역|영어|한국어|ترجم|الإنجليزية|العربية|अनुवाद|अंग्रेज़ी|แปล|ภาษา|μετάφρασ|αγγλικ|תרגם|אנגלית/iu;

/**
 * Whether an answer is in another script than the expected answer, or than the prompt where none is expected and nobody spoke of
 * languages. Unclear cases are none; languages that share a script are not told apart.
 */
export function switchesLanguage(kase: Case, answer: string): boolean {
  const said = scriptOf(answer);
  if (said === null) return false;
  const expected = kase.expected ?? '';
  const wanted = scriptOf(expected);
  if (wanted !== null) return wanted !== said;
  if (scriptOf(expected, 1) === said) return false;
  const prompt = promptText(kase);
  const asked = scriptOf(prompt);
  return asked !== null && asked !== said && !ofLanguages.test(prompt);
}
