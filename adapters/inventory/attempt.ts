import { CallError } from '../call-error.ts';

/** What a reading brought, or the call it failed on. */
export type Attempt<Value> =
  { readonly value: Value; readonly failure: null } | { readonly value: null; readonly failure: CallError };

/** A reading that may fail without taking others with it. What is no failed call is a fault of ours, and thrown. */
export async function attempt<Value>(reading: Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { value: await reading, failure: null };
  } catch (error) {
    if (error instanceof CallError) return { value: null, failure: error };
    throw error;
  }
}
