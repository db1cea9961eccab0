import { anchor, escaped } from '../console/html.ts';
import { oneLine } from '../text.ts';

/** Words from outside on one line of HTML, in a direction of their own, so that they cannot turn the words around them. */
export function outside(text: string): string {
  return `<bdi>${escaped(oneLine(text))}</bdi>`;
}

export function outsideCode(text: string): string {
  return `<code>${outside(text)}</code>`;
}

/** The script opens the case. */
export function caseLink(caseId: string): string {
  return anchor(`#case-${encodeURIComponent(wellFormed(caseId))}`, outsideCode(caseId));
}

/** A value for a script of type `application/json`: nothing in it can end the script. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** Half a character cannot stand in an address. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\uFFFD');
}
