import { InvalidEventPatternError } from './invalid-event-pattern-error.ts';

/** A test of one scalar of an event. */
export type ValueTest = (value: unknown) => boolean;

export function text(operand: unknown, path: string): string {
  if (typeof operand !== 'string') throw new InvalidEventPatternError(path, 'expected a string');
  return operand;
}

export function prefix(start: string, { ignoreCase = false } = {}): ValueTest {
  return onText((value) => folded(value, ignoreCase).startsWith(folded(start, ignoreCase)));
}

export function suffix(end: string, { ignoreCase = false } = {}): ValueTest {
  return onText((value) => folded(value, ignoreCase).endsWith(folded(end, ignoreCase)));
}

export function equalsIgnoreCase(expected: string): ValueTest {
  return onText((value) => folded(value, true) === folded(expected, true));
}

/** `*` stands for any characters, `\*` for an asterisk and `\\` for a backslash; nothing else may be escaped. */
export function wildcard(pattern: string, path: string): ValueTest {
  const tokens = pattern.match(/\\.?|\*+|[^\\*]+/gsu) ?? [];
  const source = tokens.map((token) => {
    if (token === '*') return '.*';
    if (token === '\\*' || token === '\\\\') return token;
    if (token.startsWith('*')) throw new InvalidEventPatternError(path, 'consecutive wildcards are not allowed');
    if (token.startsWith('\\')) throw new InvalidEventPatternError(path, 'only * and \\ may follow a backslash');
    return token.replace(/[$()+.?[\]^{|}/-]/gu, String.raw`\$&`);
  });
  const expression = new RegExp(`^${source.join('')}$`, 's');
  return onText((value) => expression.test(value));
}

function onText(test: (value: string) => boolean): ValueTest {
  return (value) => typeof value === 'string' && test(value);
}

function folded(value: string, ignoreCase: boolean): string {
  return ignoreCase ? value.toLowerCase() : value;
}
