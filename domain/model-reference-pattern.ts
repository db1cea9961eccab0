import { providers } from './model-providers.ts';

const colon = String.raw`(?::|%(?:25)*3[Aa]|\\+u003[aA]|&#58;)`;
const slash = String.raw`(?:\\*\/|%(?:25)*2[Ff]|\\+u002[fF])`;

/** No letter, number or `@` before it, nor one with a dot or a dash; an escape (`\n`, `%22`, `\u0022`) may stand there. */
const start = String.raw`(?:(?<![\w@]|\w[.-]|\\(?=[nrtbfux]))|(?<=\\[nrtbf]|%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|%s\.))`;
const name = String.raw`[a-z0-9]+(?:[.-][a-z0-9]+)*`;
const version = `(?:${colon}(?:\\d+k|\\d+|mm))*`;
/** A cross-Region prefix, or one that AWS may add: two letters for a geography. */
const profile = String.raw`(?:(?:us-gov|apac|global|[a-z]{2})\.)?`;

/** A part of an ARN as code writes it: `aws`, `*`, `${AWS::Region}`, `{region}`. */
const part = String.raw`(?:[\w*-]|\$?\{[^{}\s]*\}|<[^<>\s]*>)*`;
const arn = [
  `arn${colon}${part}${colon}bedrock${colon}${part}${colon}${part}${colon}`,
  `(?:(?:foundation-model|inference-profile)${slash}(?<inArn>${name}${version})|`,
  `(?:custom-model|model-customization-job)${slash}(?<inCustom>${name}${version})(?:${slash}[a-z0-9]+)?)`,
].join('');
const byProvider = `${profile}(?:${providers.join('|')})\\.${name}${version}`;
const byVersion = `[a-z][a-z0-9-]*\\.${name}(?<=-v\\d+)${version}`;

/** What may be a reference to a model, as it stands in any source file: an ARN, else an id of a known provider, else an id with a version. */
export const referencePattern = new RegExp(`${start}(?:${arn}|${byProvider}|${byVersion})`, 'g');

/** The signs `.`, `:` and those an escaped `:` begins with are rare, and what stands before one tells at once whether to look closer. */
const sign = String.raw`[.:%&\\](?<=(?:${providers.join('|')})\.|(?:-v\d{1,3}|bedrock).)`;
const anySign = new RegExp(sign);

/** A quick look at a whole file: without any of these there is no reference in it. */
export function mayNameModels(text: string): boolean {
  return anySign.test(text);
}

/** The lines worth a closer look, each with where it begins: no reference goes over the end of a line. */
export function* linesThatMayNameModels(text: string): Generator<{ readonly line: string; readonly start: number }> {
  const signs = new RegExp(sign, 'g');
  for (let hit = signs.exec(text); hit; hit = signs.exec(text)) {
    const start = text.lastIndexOf('\n', hit.index) + 1;
    const next = text.indexOf('\n', hit.index);
    const end = next === -1 ? text.length : next;
    yield { line: text.slice(start, end), start };
    signs.lastIndex = end;
  }
}

/** The reference as the program that reads the file sees it. */
export function unescaped(text: string): string {
  return text.replaceAll(new RegExp(colon, 'g'), ':').replaceAll(new RegExp(slash, 'g'), '/');
}
