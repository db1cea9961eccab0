/** What an account has in the Region of an import, and may have; `null` where Service Quotas tells nothing. */
export interface ImportRoom {
  readonly models: number;
  /** ARNs of import jobs in progress. */
  readonly running: readonly string[];
  readonly most: { readonly models: number | null; readonly jobs: number | null };
}

/** What an account may have where nobody asked for more, as a source says. */
export interface ImportQuotas {
  readonly models: number;
  readonly jobs: number;
  readonly asOf: string;
  readonly reference: string;
}

/** Whether there is room for another import. A quota that is not told is taken as documented, and then keeps nobody from trying. */
export function importRoomReport({ models, running, most }: ImportRoom, documented: ImportQuotas) {
  const [other = ''] = running;
  const full = {
    models: `there are ${models} imported models`,
    jobs: `${running.length} imports are in progress: ${other}`,
  };
  const found = [
    {
      there: models,
      told: most.models,
      usual: documented.models,
      what: full.models,
      mend: 'ask for more, or delete one',
    },
    {
      there: running.length,
      told: most.jobs,
      usual: documented.jobs,
      what: full.jobs,
      mend: 'wait until that is over',
    },
  ].filter(({ there, told, usual }) => there >= (told ?? usual));
  const { asOf, reference } = documented;
  return {
    problems: found.flatMap(({ told, what, mend }) =>
      told === null ? [] : [`${what}, and the quota is ${told}: ${mend}`],
    ),
    warnings: found.flatMap(({ told, usual, what, mend }) =>
      told === null
        ? [`${what}; the quota is not known, by default it is ${usual} (as of ${asOf}, ${reference}): ${mend}`]
        : [],
    ),
  };
}
