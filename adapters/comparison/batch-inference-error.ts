/** Batch inference cannot go on, and trying again would not help; the message says why. */
export class BatchInferenceError extends Error {
  override readonly name = 'BatchInferenceError';
}
