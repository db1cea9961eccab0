import { createHash } from 'node:crypto';
import type { Case } from '../../domain/cases/case.ts';

/** Whether a prompt was asked before, but for capitals and white space. Of each, a few bytes are kept. */
export function repeatedPrompts(): (kase: Case) => boolean {
  const seen = new Set<string>();
  return ({ system, messages, tools }) => {
    const plain = JSON.stringify([system, messages, tools])
      .toLowerCase()
      .replaceAll(/(?:\s|\\[nrt])+/g, ' ');
    const mark = createHash('sha256').update(plain).digest('base64').slice(0, 20);
    const isRepeated = seen.has(mark);
    seen.add(mark);
    return isRepeated;
  };
}
