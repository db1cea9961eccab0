/**
 * `differences(a, b)`: both texts in pieces that are either the same or not, by words where there is room for it, else by lines, else
 * as one. The pieces of a side are always the whole of its text.
 */
export const differencesScript = String.raw`
const mostCells = 4e6;
const word = /\s*(?:[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{M}\p{N}_]+|[^\s\p{L}\p{M}\p{N}_])|\s+/gu;
function differences(a, b) {
  for (const [by, pattern] of [['words', word], ['lines', /[^\n]*\n|[^\n]+/g]]) {
    const found = compared(a.match(pattern) ?? [], b.match(pattern) ?? []);
    if (found) return { by, ...found };
  }
  return { by: 'nothing smaller', current: [{ same: false, text: a }], candidate: [{ same: false, text: b }] };
}
function compared(a, b) {
  const key = (token) => token.trim();
  let start = 0;
  while (start < a.length && start < b.length && key(a[start]) === key(b[start])) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && key(a[a.length - 1 - end]) === key(b[b.length - 1 - end])) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if ((left.length + 1) * (right.length + 1) > mostCells) return null;
  const kept = common(left.map(key), right.map(key));
  const flags = (tokens, middle) => tokens.map((_, at) => at < start || at >= tokens.length - end || middle.has(at - start));
  return { current: pieces(a, flags(a, kept.left)), candidate: pieces(b, flags(b, kept.right)) };
}
function common(a, b) {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i] === b[j] ? lengths[(i + 1) * width + j + 1] + 1 : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
  const [left, right] = [new Set(), new Set()];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) { left.add(i); right.add(j); i += 1; j += 1; }
    else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) i += 1;
    else j += 1;
  }
  return { left, right };
}
function pieces(tokens, flags) {
  const joined = [];
  for (const [at, text] of tokens.entries()) {
    const last = joined[joined.length - 1];
    if (last && last.same === flags[at]) last.text += text;
    else joined.push({ same: flags[at], text });
  }
  return joined;
}`;
