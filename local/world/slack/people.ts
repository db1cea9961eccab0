/** Who is in the simulated workspace beside Sundial's bot. */
export interface Inhabitant {
  readonly id: string;
  /** As people call them. */
  readonly name: string;
  /** As they write it after `@`. */
  readonly handle: string;
}

export const inhabitants: readonly Inhabitant[] = [
  { id: 'U0ANA00001', name: 'Ana', handle: 'ana' },
  { id: 'U0BEN00001', name: 'Ben', handle: 'ben' },
];

/** User groups, by id, with their members. */
export const userGroups: ReadonlyMap<string, readonly string[]> = new Map([['S0OWNERS01', ['U0ANA00001']]]);

export function isInhabitant(user: string): boolean {
  return inhabitants.some(({ id }) => id === user);
}
