import { withoutTables } from './tables.ts';

/** The text as a person reads it: real line breaks, plain quotes and dashes, words for identifiers, no links and no footnote marks. */
export function normalise(text: string): string {
  const plain = text
    .replaceAll(/(?:\\r)?\\n|\r\n?/g, '\n')
    .replaceAll(/\\t/g, ' ')
    .replaceAll(/[\u00a0\u2007\u202f\t]/g, ' ')
    .replaceAll(/[\u2018\u2019\u201c\u201d`´]/g, "'")
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/https?:\/\/[^\s)>\]]+/g, ' ')
    .replaceAll(/\[\d+\]/g, ' ')
    .replaceAll(/(?<![\w./:@-])[a-z]+(?:[A-Z][a-z]+|_[a-z]+)+(?![\w./-])/g, (identifier) =>
      identifier.replaceAll(/_|(?=[A-Z])/g, ' '),
    );
  return withoutTables(plain);
}
