/** One thing that was created in AWS for a migration. */
export interface CreatedThing {
  readonly kind:
    'customizationJob' | 'customModel' | 'deployment' | 'provisionedThroughput' | 'resourceShare' | 'copyJob';
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  /** US dollars; 0 where it costs nothing while it lies there, `null` where no price is known. */
  readonly usdPerHour: number | null;
  /** ISO instant. */
  readonly createdAt: string;
  /** ISO instant; `null` while it is there. */
  readonly removedAt: string | null;
  /** Whether it stays when the migration is over: it was promoted. */
  readonly kept: boolean;
}

/** What was created and is still there, though it should not outlive the migration. */
export function leftovers({ created }: { readonly created: readonly CreatedThing[] }): readonly CreatedThing[] {
  return created.filter(({ removedAt, kept }) => removedAt === null && !kept);
}

/** What serves the successor and is paid by the hour, called or not. */
export function servingByTheHour({ created }: { readonly created: readonly CreatedThing[] }): readonly CreatedThing[] {
  return created.filter(({ kind, removedAt, kept }) => kind === 'provisionedThroughput' && kept && removedAt === null);
}

/** With one of them removed, told by its ARN. */
export function withRemoved(created: readonly CreatedThing[], arn: string, removedAt: string): readonly CreatedThing[] {
  return created.map((one) => (one.arn === arn ? { ...one, removedAt } : one));
}

/** With more things, each once by its ARN; the same list where nothing is new. */
export function withCreated(before: readonly CreatedThing[], things: readonly CreatedThing[]): readonly CreatedThing[] {
  const more = things.filter(({ arn }) => before.every((one) => one.arn !== arn));
  return more.length === 0 ? before : [...before, ...more];
}
