/** What a person has to put right; trying again does not help. */
export class RecustomiseError extends Error {
  override readonly name = 'RecustomiseError';
}
