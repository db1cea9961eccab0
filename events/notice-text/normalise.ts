/** The text as a person reads it: real line breaks, plain quotes and dashes, no links and no footnote marks. */
export function normalise(text: string): string {
  return text
    .replaceAll(/\\r?\\n|\r\n?/g, '\n')
    .replaceAll(/\\t/g, ' ')
    .replaceAll(/[\u00a0\u2007\u202f\t]/g, ' ')
    .replaceAll(/[\u2018\u2019\u201c\u201d`´]/g, "'")
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/https?:\/\/[^\s)>\]]+/g, ' ')
    .replaceAll(/\[\d+\]/g, ' ');
}
