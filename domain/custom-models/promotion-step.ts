import type { PromotionRequest } from './promotion-problems.ts';

/** A resource share, as its owner sees it. */
export interface SeenShare {
  readonly arn: string;
  /** Of the share with the target account: `ASSOCIATING`, `ASSOCIATED`, `FAILED` … */
  readonly association: string;
}

/** What there is of the way from the source account to the target account. */
export interface SeenSharing {
  readonly share: SeenShare | null;
  /** Whether the target account lists the model among those it does not own. */
  readonly visible: boolean;
  /** ARN of an invitation that waits in the target account; none where the organisation shares by itself. */
  readonly invitation: string | null;
  /** Whether the target account has said no to this share. */
  readonly rejected: boolean;
}

export type SharingStep =
  | { readonly kind: 'share' }
  | { readonly kind: 'accept'; readonly invitation: string }
  | { readonly kind: 'wait' }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly why: string };

/** What comes next before the target account can copy the model. */
export function sharingStep({ source, targetAccount }: PromotionRequest, seen: SeenSharing): SharingStep {
  if (source.account === targetAccount || seen.visible) return { kind: 'done' };
  if (!seen.share) return { kind: 'share' };
  if (seen.rejected)
    return {
      kind: 'failed',
      why: `account ${targetAccount} has rejected the share ${seen.share.arn}: delete it, then try again`,
    };
  if (seen.share.association === 'FAILED')
    return { kind: 'failed', why: `AWS RAM could not share with ${targetAccount}: ${seen.share.arn}` };
  if (seen.invitation !== null) return { kind: 'accept', invitation: seen.invitation };
  return { kind: 'wait' };
}

/** Why the wait for a share is over, and where to look; `waited` is in words. */
export function notListedWords(
  { source, targetAccount }: PromotionRequest,
  { share }: Pick<SeenSharing, 'share'>,
  waited: string,
): string {
  const by = share ? `the resource share ${share.arn} is ${share.association}` : 'there is no resource share';
  return [
    `Account ${targetAccount} does not list ${source.arn} after ${waited}: ${by}.`,
    `Look in AWS RAM in ${source.region}: in ${source.account} whether the share names the model and the account;`,
    `in ${targetAccount} whether an invitation waits under "Shared with me";`,
    'in the management account of the organization whether sharing with AWS Organizations is turned on.',
  ].join(' ');
}

/** A job or a resource that is on its way. */
export interface SeenWork {
  readonly arn: string;
  readonly status: string;
  readonly failure: string | null;
}

/** A deployment is `Active` once it can be called, provisioned throughput `InService`. */
export function isServing({ status }: SeenWork): boolean {
  return ['Active', 'InService'].includes(status);
}

/** A job that copies the model; `model` is the copy it makes. */
export interface CopyJob extends SeenWork {
  readonly model: string | null;
}

/** What there is of the promotion in one Region of the target account. */
export interface SeenRegion {
  /** Oldest first. */
  readonly jobs: readonly CopyJob[];
  /** The copy, once it is a model that can be used. */
  readonly model: string | null;
  /** A model of that name that is no copy of this one. */
  readonly taken: string | null;
  /** Deployment or provisioned throughput of the copy. */
  readonly serving: SeenWork | null;
}

export type RegionStep =
  | { readonly kind: 'copy'; readonly attempt: number }
  | { readonly kind: 'wait'; readonly what: string }
  | { readonly kind: 'serve'; readonly model: string }
  | { readonly kind: 'done'; readonly model: string; readonly serving: string | null }
  | { readonly kind: 'failed'; readonly why: string };

/**
 * What comes next in one Region, from what is there: nothing is made twice. A job that failed before is followed by another; one that fails
 * while it is followed (`followed` is its ARN) is told.
 */
export function regionStep(
  { serving }: Pick<PromotionRequest, 'serving'>,
  { jobs, model, taken, serving: served }: SeenRegion,
  followed: string | null,
): RegionStep {
  const last = jobs.at(-1);
  if (taken !== null) return { kind: 'failed', why: `the name belongs to ${taken}, which is no copy of this model` };
  if (model === null) {
    if (last?.status === 'InProgress') return { kind: 'wait', what: `${last.arn} is in progress` };
    if (last?.status === 'Completed' && last.arn === followed) return { kind: 'wait', what: `${last.arn} is done` };
    if (last?.status === 'Failed' && last.arn === followed)
      return { kind: 'failed', why: last.failure ?? 'the copy failed' };
    return { kind: 'copy', attempt: jobs.length + 1 };
  }
  if (serving === 'none') return { kind: 'done', model, serving: null };
  if (!served) return { kind: 'serve', model };
  if (served.status === 'Failed') return { kind: 'failed', why: `${served.arn}: ${served.failure ?? 'failed'}` };
  return isServing(served)
    ? { kind: 'done', model, serving: served.arn }
    : { kind: 'wait', what: `${served.arn} is ${served.status}` };
}
