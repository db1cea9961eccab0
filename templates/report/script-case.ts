/** One case, opened: what was asked, both answers with their differences, and what the judge said. */
export const caseScript = String.raw`
function caseBody(position, marked) {
  const { prompt, expected, current, candidate, judgement } = recordAt(position);
  const entry = entries[position];
  const compared = (field) => (marked && current && candidate && !current.failure && !candidate.failure && current[field] !== candidate[field] ? differences(current[field], candidate[field]) : null);
  const [texts, tools] = [compared('text'), compared('tools')];
  const coarse = [texts, tools].find((one) => one && one.by !== 'words');
  return make('div', { class: 'body' },
    entry.tags.length > 0 ? make('p', { class: 'tags' }, ...entry.tags.map((tag) => make('span', { class: 'chip' }, outside(tag)))) : null,
    block('Prompt', prompt),
    expected === null ? null : block('Expected', expected),
    make('div', { class: 'pair' }, side('Current', words.current, 'current', current, texts, tools), side('Candidate', words.candidate, 'candidate', candidate, texts, tools)),
    texts || tools
      ? make('p', { class: 'quiet' }, 'Marked: ', make('del', {}, 'only in the current answer'), ' ', make('ins', {}, 'only in the candidate’s'), coarse ? '. Too long to compare by words; compared by ' + coarse.by + '.' : '.')
      : null,
    judgement ? judged(judgement) : null,
  );
}
function block(title, text) {
  return make('div', { class: 'block' }, make('h4', {}, title), make('pre', { dir: 'auto', tabindex: '0', 'aria-label': title }, visible(text)));
}
function side(title, model, name, call, texts, tools) {
  const head = [make('h4', {}, title), make('p', { class: 'quiet' }, outside(model))];
  if (!call) return make('div', { class: 'side' }, ...head, make('p', {}, 'Was not asked.'));
  return make('div', { class: 'side' }, ...head,
    make('p', { class: 'result' }, make('b', {}, call.failure ? '✗ Failed: ' + visible(call.failure[0]) : call.passed ? '✓ Passes' : '✗ Does not pass'), ...call.breaks.map((words) => make('span', { class: 'chip warn' }, words)), ...call.checks.map(check)),
    call.failure ? make('p', { class: 'said' }, outside(call.failure[1])) : null,
    call.text === '' && call.tools === '' && !call.failure ? make('p', { class: 'quiet' }, 'An empty answer.') : null,
    call.text === '' ? null : answer(title + ' answer', call.text, texts && texts[name], name),
    call.tools === '' ? null : make('h5', {}, 'Tool calls'),
    call.tools === '' ? null : answer(title + ' tool calls', call.tools, tools && tools[name], name),
    make('p', { class: 'quiet' }, facts(call).join(' · ')),
  );
}
function answer(label, text, pieces, name) {
  const mark = ({ same, text }) => {
    const [, space, rest] = /^(\s*)([^]*)$/.exec(text);
    return same || rest === '' ? [visible(text)] : [space, make(name === 'current' ? 'del' : 'ins', {}, visible(rest))];
  };
  return make('pre', { dir: 'auto', tabindex: '0', 'aria-label': label }, ...(pieces ? pieces.flatMap(mark) : [visible(text)]));
}
function check({ passed, score }, at) {
  return make('span', { class: 'chip' }, (passed ? '✓' : '✗') + ' check ' + (at + 1) + (score === null ? '' : ' ' + figure(score)));
}
function facts({ latencyMs, ttftMs, tokens, stop, frozen }) {
  return [
    latencyMs === null ? null : figure(Math.round(latencyMs)) + ' ms',
    ttftMs === null ? null : 'first token ' + figure(Math.round(ttftMs)) + ' ms',
    tokens === null ? null : figure(tokens[0]) + ' tokens in, ' + figure(tokens[1]) + ' out',
    stop === null ? null : 'stopped: ' + visible(stop),
    frozen ? 'a kept answer: the model was not asked' : null,
  ].filter((fact) => fact !== null);
}
function judged({ preferred, consistent, reasons }) {
  const verdict = { current: 'The judge finds the current answer better.', candidate: 'The judge finds the candidate’s answer better.', tie: consistent ? 'The judge sees no difference.' : 'The judge contradicted itself: a tie.' };
  const orders = ['Current as A, candidate as B', 'Candidate as A, current as B'];
  return make('div', { class: 'judged' }, make('h4', {}, 'Judge'), make('p', {}, verdict[preferred] ?? 'The judge could not be read.'),
    make('dl', {}, ...reasons.flatMap((reason, at) => [make('dt', { class: 'quiet' }, orders[at] ?? 'Order ' + (at + 1)), make('dd', {}, outside(reason))])));
}`;
