import type { Case } from '../../domain/cases/case.ts';

/** What a request body asks of a model, as a case has it. */
export interface Request extends Pick<Case, 'messages' | 'system' | 'tools' | 'toolChoice' | 'inference'> {
  /** Parameters that the case form has no place for. */
  readonly leftOut: readonly string[];
}

/** A body holds something that cannot be said in a case; the message says what. Nothing is guessed. */
export class UnturnableError extends Error {
  override readonly name = 'UnturnableError';
}
