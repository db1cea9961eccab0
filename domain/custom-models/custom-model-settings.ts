import type { MailSettings } from './mail-settings.ts';
import type { EvaluationServing, PromotionTarget } from './custom-model-migration.ts';

/** What the operator says of training custom models again. */
export interface CustomModelSettings {
  /** Name of the role by which other accounts are written to; `null` where only one's own is. */
  readonly role: string | null;
  readonly externalId: string | null;
  /** Where new models go once a person approved. */
  readonly targets: readonly PromotionTarget[];
  /** How a new model is called while it is compared. */
  readonly serving: EvaluationServing;
  /** How long a person has to approve. */
  readonly approvalDays: number;
  /** How long training, comparison and approval are expected to take: timelines count with it. */
  readonly trainingDays: number;
  /** What a unit of provisioned throughput costs, US dollars; `null` where nobody says. */
  readonly throughputUsdPerHour: number | null;
  /** Who is mailed what threads are told; `null` is nobody. */
  readonly mail: MailSettings | null;
}

export const defaultCustomModelSettings: CustomModelSettings = {
  role: null,
  externalId: null,
  targets: [],
  serving: 'onDemand',
  approvalDays: 7,
  trainingDays: 3,
  throughputUsdPerHour: null,
  mail: null,
};
