/** An event that matched a rule and can never be read: it belongs in the dead letters, with this as the reason. */
export class UnreadableEventError extends Error {
  override readonly name = 'UnreadableEventError';
  readonly field: string;

  constructor(field: string, problem: string) {
    super(`${field}: ${problem}`);
    this.field = field;
  }
}
