import type { DateTime } from 'luxon';

/** A training job that somebody began. */
export interface SimulatedTraining {
  readonly arn: string;
  readonly name: string;
  readonly token: string;
  readonly account: string;
  readonly region: string;
  readonly base: string;
  readonly type: 'FINE_TUNING' | 'CONTINUED_PRE_TRAINING';
  readonly role: string;
  readonly trainingData: string;
  readonly validationData: readonly string[];
  readonly outputData: string;
  readonly hyperParameters: Readonly<Record<string, string>>;
  readonly key: string | null;
  readonly modelName: string;
  readonly model: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly begun: DateTime;
  status: 'InProgress' | 'Completed' | 'Failed' | 'Stopping' | 'Stopped';
  failure: string | null;
}

/** Accounts that train custom models; it changes as it is used. */
export interface CustomizationWorld {
  readonly now: () => DateTime;
  readonly trainings: SimulatedTraining[];
  /** Base models that can be customised, each with how; those on the list `legacy` are Legacy. */
  readonly bases: Map<string, readonly string[]>;
  readonly legacy: Set<string>;
  /** Why every training fails; `null` where they succeed. */
  failing: string | null;
  /** How long a training takes by the clock of this world. */
  minutes: number;
}

export function customizationWorld(now: () => DateTime): CustomizationWorld {
  return { now, trainings: [], bases: new Map(), legacy: new Set(), failing: null, minutes: 360 };
}
