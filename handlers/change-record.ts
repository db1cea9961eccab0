const attempts = 50;

/** Where records are kept, each with a version that counts its writes. */
export interface Versions<Kept> {
  readonly read: () => Promise<Kept | null>;
  /** Writes over the version read; `false` where somebody else wrote first. */
  readonly put: (after: Kept) => Promise<boolean>;
}

/**
 * Changes a record as it is now, again where somebody else wrote meanwhile; `null` leaves it. Answers with it as it then is. Throws where it is
 * not there, or others never stop writing; `what` names it then.
 */
export async function changeRecord<Kept extends { readonly version: number }>(
  what: string,
  { read, put }: Versions<Kept>,
  change: (before: Kept) => Kept | null,
): Promise<Kept> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const before = await read();
    if (!before) throw new Error(`there is no ${what}`);
    const after = change(before);
    if (after === null) return before;
    if (await put(after)) return { ...after, version: before.version + 1 };
  }
  throw new Error(`the ${what} was changed by others ${attempts} times while it was being written`);
}
