import type { Stage } from './lifecycle.ts';

export type RestrictionName =
  | 'noNewCustomers'
  | 'noNewProvisionedThroughput'
  | 'noNewFineTuning'
  | 'noQuotaIncrease'
  | 'idleLockOut'
  | 'extendedAccessPricing'
  | 'privatePricingKept'
  | 'requestsFail';

export interface Restriction {
  readonly name: RestrictionName;
  readonly text: string;
}

/** Days without a call after which an account may lose a Legacy model. The service has said 15 and, since April 2026, 30: the shorter is the safe one. */
export const idleLockOutDays = 15;

const legacy: readonly Restriction[] = [
  { name: 'noNewCustomers', text: 'Accounts that have not used the model cannot start to.' },
  {
    name: 'noNewProvisionedThroughput',
    text: 'No new Provisioned Throughput; what exists keeps working until end of life.',
  },
  {
    name: 'noNewFineTuning',
    text: 'No new fine-tuning jobs on this base model; a model customised before may still be deployed.',
  },
  {
    name: 'noQuotaIncrease',
    text: 'Service Quotas grants no increase for a Legacy model: ask for the replacement instead.',
  },
  {
    name: 'idleLockOut',
    text: `An account that does not call the model for ${idleLockOutDays} days may lose access (AWS's own error text has said 15 and 30).`,
  },
];

const extendedAccess: readonly Restriction[] = [
  { name: 'extendedAccessPricing', text: 'The provider may charge more during public extended access.' },
  { name: 'privatePricingKept', text: 'Private pricing agreements and Provisioned Throughput keep their terms.' },
];

/**
 * What a stage takes away, in AWS's terms.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle-legacy.html
 */
export function restrictionsAt(stage: Stage): readonly Restriction[] {
  switch (stage) {
    case 'active':
      return [];
    case 'legacy':
      return legacy;
    case 'extendedAccess':
      return [...legacy, ...extendedAccess];
    case 'endOfLife':
      return [
        {
          name: 'requestsFail',
          text: 'Requests fail unless there is a private arrangement with the provider. Nothing moves by itself.',
        },
      ];
  }
}
