/** Which cases are shown. Looking for a text reads the data in short turns, so that the page answers meanwhile. */
export const filterScript = String.raw`
const tests = {
  all: () => true,
  worse: ({ outcome }) => outcome === 'worse',
  better: ({ outcome }) => outcome === 'better',
  broken: ({ broken }) => broken.length > 0,
  healed: ({ healed }) => healed.length > 0,
  failed: ({ failed }) => failed,
  judgedWorse: ({ judged }) => judged === 'current',
  judgedBetter: ({ judged }) => judged === 'candidate',
};
const filters = document.getElementById('filters');
function addCounts() {
  for (const place of filters.querySelectorAll('[data-count]')) place.textContent = figure(entries.filter(tests[place.dataset.count]).length);
  const counts = new Map();
  for (const { tags } of entries) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const commonest = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 200).sort((a, b) => (a[0] < b[0] ? -1 : 1));
  filters.elements.tag.append(...commonest.map(([tag, count]) => make('option', { value: tag }, visible(tag) + ' (' + figure(count) + ')')));
  filters.elements.tag.closest('label').hidden = commonest.length === 0;
}
const turn = () => new Promise((resolve) => setTimeout(resolve));
let asked = 0;
async function matching(progress) {
  const mine = (asked += 1);
  const [show, tag, text] = ['show', 'tag', 'text'].map((name) => filters.elements[name].value);
  const wanted = text.trim().toLowerCase();
  const found = [];
  let since = performance.now();
  for (const [position, entry] of entries.entries()) {
    if (tests[show](entry) && (tag === '' || entry.tags.includes(tag)) && (wanted === '' || says(position, wanted))) found.push(position);
    if (wanted === '' || performance.now() - since < 12) continue;
    progress(position);
    await turn();
    if (mine !== asked) return null;
    since = performance.now();
  }
  return found;
}
function says(position, wanted) {
  const { id, tags } = entries[position];
  const { prompt, expected, current, candidate, judgement } = recordAt(position);
  const calls = [current, candidate].flatMap((call) => (call ? [call.text, call.tools, ...(call.failure ?? [])] : []));
  return [id, ...tags, prompt, expected ?? '', ...calls, ...(judgement ? judgement.reasons : [])].some((one) => one.toLowerCase().includes(wanted));
}`;
