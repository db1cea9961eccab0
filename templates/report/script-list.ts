/** The list of cases, a page at a time; a case is made when it is opened. An address `#case-ID` opens a case, `#show-NAME` filters. */
export const listScript = String.raw`
const [list, status, pageOf] = ['list', 'status', 'page'].map((id) => document.getElementById(id));
const [previous, next] = ['previous', 'next'].map((id) => document.getElementById(id));
let shown = [];
let page = 0;
function show(to) {
  const pages = Math.max(1, Math.ceil(shown.length / words.casesAChunk));
  page = Math.min(Math.max(0, to), pages - 1);
  list.replaceChildren(...shown.slice(page * words.casesAChunk, (page + 1) * words.casesAChunk).map(item));
  list.start = page * words.casesAChunk + 1;
  pageOf.textContent = 'Page ' + figure(page + 1) + ' of ' + figure(pages);
  previous.disabled = page === 0;
  next.disabled = page === pages - 1;
  previous.parentElement.hidden = pages === 1;
}
function item(position) {
  const { id, outcome, broken, healed, failed, judged, start } = entries[position];
  const chips = [
    ...broken.map((kind) => make('span', { class: 'chip warn' }, 'new: ' + words.breaks[kind])),
    ...healed.map((kind) => make('span', { class: 'chip' }, 'gone: ' + words.breaks[kind])),
    failed && !broken.includes('error') && !healed.includes('error') ? make('span', { class: 'chip warn' }, 'failed call') : null,
    judged === 'current' || judged === 'candidate' ? make('span', { class: 'chip' }, 'judge prefers ' + judged) : null,
  ];
  const summary = make('summary', {},
    make('span', { class: 'outcome ' + outcome }, words.outcomes[outcome]),
    make('span', { class: 'of' }, make('code', {}, outside(id)), ' ', make('span', { class: 'start', dir: 'auto' }, visible(start))),
    make('span', { class: 'chips' }, ...chips));
  const details = make('details', {}, summary);
  details.addEventListener('toggle', () => {
    if (details.open && !details.querySelector('.body')) details.append(caseBody(position, filters.elements.marked.checked));
  });
  return make('li', { 'data-position': position }, details);
}
async function filter(to = 0) {
  const found = await matching((at) => { status.textContent = 'Looking … ' + figure(at) + ' of ' + figure(entries.length); });
  if (found === null) return;
  shown = found;
  status.textContent = found.length === 0 ? 'No case matches.' : figure(found.length) + ' of ' + figure(entries.length) + (entries.length === 1 ? ' case' : ' cases');
  show(to);
}
function turnTo(to) {
  show(to);
  document.getElementById('cases').scrollIntoView();
  list.querySelector('summary')?.focus({ preventScroll: true });
}
async function follow() {
  const [, kind, rest] = /^#(case|show)-(.*)$/s.exec(location.hash) ?? [];
  if (kind === 'show' && Object.hasOwn(tests, rest)) {
    filters.reset();
    const choice = filters.querySelector('[name=show][value=' + rest + ']');
    if (choice) choice.checked = true;
    await filter();
    document.getElementById('cases').scrollIntoView();
  }
  if (kind !== 'case') return;
  const id = decodeURIComponent(rest);
  const position = entries.findIndex((entry) => entry.id === id);
  if (position < 0) return;
  filters.reset();
  await filter(Math.floor(position / words.casesAChunk));
  const details = list.querySelector('[data-position="' + position + '"] details');
  details.open = true;
  details.scrollIntoView();
  details.querySelector('summary').focus({ preventScroll: true });
}
function markAgain() {
  for (const row of list.children) row.querySelector('.body')?.replaceWith(caseBody(Number(row.dataset.position), filters.elements.marked.checked));
}
let typing;
filters.addEventListener('submit', (event) => event.preventDefault());
filters.addEventListener('input', ({ target }) => {
  if (target.name === 'marked') return markAgain();
  clearTimeout(typing);
  typing = setTimeout(filter, target.name === 'text' ? 150 : 0);
});
previous.addEventListener('click', () => turnTo(page - 1));
next.addEventListener('click', () => turnTo(page + 1));
addEventListener('hashchange', follow);
document.addEventListener('click', ({ target }) => {
  const link = target.closest('a[href^="#"]');
  if (link && link.hash === location.hash) follow();
});
document.documentElement.classList.add('has-script');
addCounts();
filter().then(follow);`;
