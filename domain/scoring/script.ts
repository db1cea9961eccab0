const scripts = [
  ['Latin', /\p{Script=Latin}/gu],
  ['Cyrillic', /\p{Script=Cyrillic}/gu],
  ['Greek', /\p{Script=Greek}/gu],
  ['Arabic', /\p{Script=Arabic}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['Devanagari', /\p{Script=Devanagari}/gu],
  ['Bengali', /\p{Script=Bengali}/gu],
  ['Tamil', /\p{Script=Tamil}/gu],
  ['Telugu', /\p{Script=Telugu}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Georgian', /\p{Script=Georgian}/gu],
  ['Armenian', /\p{Script=Armenian}/gu],
  ['Hangul', /\p{Script=Hangul}/gu],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Han', /\p{Script=Han}/gu],
] as const;

/** Fewer letters are a name or a number, not a language. */
const enough = 20;
/** What one script must have of all letters. */
const most = 0.8;
/** Japanese mixes Han and Kana; of Kana there is never less. */
const japanese = 0.1;

/** In which script a text is written for the most part, without its code and addresses; `null` where that is not clear. */
export function scriptOf(text: string, fewest = enough): string | null {
  const prose = text.replaceAll(/```[^]*?(?:```|$)|`[^`\n]*`|https?:\/\/\S+/g, ' ');
  const all = prose.match(/\p{L}/gu)?.length ?? 0;
  if (all < fewest) return null;
  const counts = new Map(scripts.map(([name, letters]) => [name as string, prose.match(letters)?.length ?? 0]));
  const [kana, han] = [counts.get('Kana') ?? 0, counts.get('Han') ?? 0];
  const isJapanese = kana >= japanese * (kana + han);
  counts.delete('Kana');
  counts.delete('Han');
  counts.set(isJapanese ? 'Japanese' : 'Chinese', kana + han);

  return [...counts].find(([, count]) => count >= most * all)?.[0] ?? null;
}
