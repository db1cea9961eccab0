import { accounts } from '../../../story/organisation.ts';
import type { Estate, Estates } from '../estate.ts';
import { paymentsInVirginia } from './payments-disputes.ts';
import { paymentsInFrankfurt } from './payments.ts';
import { researchInTokyo, researchInVirginia } from './research.ts';
import { supportInIreland } from './support-articles.ts';
import { supportInVirginia } from './support.ts';

const held: Readonly<Record<string, Readonly<Record<string, Estate>>>> = {
  [accounts.payments]: { 'eu-central-1': paymentsInFrankfurt, 'us-east-1': paymentsInVirginia },
  [accounts.support]: { 'us-east-1': supportInVirginia, 'eu-west-1': supportInIreland },
  [accounts.research]: { 'us-east-1': researchInVirginia, 'ap-northeast-1': researchInTokyo },
};

const nothing: Estate = {};

/** What the accounts of the story hold, and where. */
export const storyEstates: Estates = (account, region) => held[account]?.[region] ?? nothing;
