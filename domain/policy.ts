/** The phases of a migration, in the order they are done. */
export const phaseNames = ['assess', 'research', 'test', 'migrate', 'operate'] as const;
export type PhaseName = (typeof phaseNames)[number];

/** What an operator may set about planning; every field has a default. */
export interface Policy {
  /** Days before end of life at which a team is told again. */
  readonly milestoneDays: readonly number[];
  /** The plan aims for the day before extended access when at least this many days remain to it, else for end of life. */
  readonly extendedAccessLeadDays: number;
  /** With fewer days than this to the binding date the plan ignores weekends, holidays and freezes. */
  readonly emergencyDays: number;
  /** A replacement must have at least this many days before its own end of life. */
  readonly replacementMinimumDays: number;
  /** Full UTC days without a call after which a migration with no dependent left is done. */
  readonly quietDays: number;
  /** Days without a call after which a team that still needs a Legacy model is warned that it may lose access. */
  readonly idleWarningDays: number;
  /** Rungs of the ladder: days unacknowledged, or behind the plan, at which somebody else is told. */
  readonly escalationDays: readonly number[];
  /** Percent points of the old calls that may be left above the plan before a team counts as behind it. */
  readonly behindPlanPercent: number;
  /** Working days each phase takes when there is time enough. */
  readonly phaseWorkingDays: Readonly<Record<PhaseName, number>>;
}

export const defaultPolicy: Policy = {
  milestoneDays: [180, 90, 60, 30, 14, 7, 3, 1, 0],
  extendedAccessLeadDays: 45,
  emergencyDays: 10,
  replacementMinimumDays: 90,
  quietDays: 7,
  idleWarningDays: 10,
  escalationDays: [3, 7, 14],
  behindPlanPercent: 10,
  phaseWorkingDays: { assess: 5, research: 10, test: 15, migrate: 15, operate: 10 },
};
