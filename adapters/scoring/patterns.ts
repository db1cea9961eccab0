import { Script, createContext } from 'node:vm';

/** A longer pattern is no check that a person could read. */
const longest = 1_000;
/** A pattern that takes longer tries one way after another, and might never end. */
const patience = 250;

/** `(?i)` and its like before the pattern, as Python and Java write flags. */
const flagged = /^\(\?(?<flags>[imsu]+)\)(?<pattern>[^]*)$/;

/** What is wrong with a pattern; `null` where it can be used. */
export function patternProblem(pattern: string): string | null {
  if (pattern.length > longest) return `expected a pattern of at most ${longest} characters, got ${pattern.length}`;
  try {
    compiled(pattern);
    return null;
  } catch (error) {
    return `expected a regular expression of JavaScript: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const matching = new Script('pattern.test(text)');
const sandbox = createContext({ pattern: /(?:)/, text: '' });

/** Whether a pattern is found anywhere in a text. One that does not come to an end soon is not found. */
export function matches(pattern: string, text: string): boolean {
  Object.assign(sandbox, { pattern: compiled(pattern), text });
  try {
    return matching.runInContext(sandbox, { timeout: patience }) === true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
    throw error;
  }
}

function compiled(pattern: string): RegExp {
  const { flags = '', pattern: bare = pattern } = flagged.exec(pattern)?.groups ?? {};
  return new RegExp(bare, flags);
}
