/** What an exit code of the command says. */
export const exitCode = { fine: 0, needsAttention: 1, badInput: 2, outsideFailed: 3 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

export function exitWith(code: number): void {
  process.exitCode = code;
}

/** A bad input or usage: the message names the file, line or field and what was expected. Nothing was done. */
export class BadInputError extends Error {
  override readonly name = 'BadInputError';
}
