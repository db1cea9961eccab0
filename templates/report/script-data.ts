/** What the page carries of its cases. Only the list is read at once; the rest where it is looked at, a piece at a time. */
export const dataScript = String.raw`
const words = JSON.parse(document.getElementById('words').textContent);
const entries = JSON.parse(document.getElementById('entries').textContent);
const chunks = [...document.querySelectorAll('script.cases-data')];
const read = new Map();
function chunk(number) {
  if (!read.has(number)) {
    if (read.size > 20) read.delete(read.keys().next().value);
    read.set(number, JSON.parse(chunks[number].textContent));
  }
  return read.get(number);
}
function recordAt(position) {
  return chunk(Math.floor(position / words.casesAChunk))[position % words.casesAChunk];
}
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== null && child !== ''));
  return element;
}
/* Control characters are shown as such. */
function visible(text) {
  return text.replace(/[\0-\x08\x0b-\x1f\x7f]/g, (one) => (one === '\r' ? '' : one === '\x7f' ? '\u2421' : String.fromCharCode(0x2400 + one.charCodeAt(0))));
}
function outside(text) {
  return make('bdi', {}, visible(text));
}
function figure(value) {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
}`;
