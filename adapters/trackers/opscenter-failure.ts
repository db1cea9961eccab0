import { SSMServiceException } from '@aws-sdk/client-ssm';
import { clipped } from '../../templates/text.ts';
import type { Outlook } from '../patience.ts';
import { TrackerError } from './tracker-error.ts';

const throttled = ['ThrottlingException', 'Throttling', 'RequestLimitExceeded', 'TooManyRequestsException'];
const hints: Readonly<Record<string, string>> = {
  AccessDeniedException: 'The role lacks a permission: allow it what docs/trackers.md names for OpsCenter',
  OpsItemAccessDeniedException: 'The role lacks a permission: allow it what docs/trackers.md names for OpsCenter',
  UnrecognizedClientException: 'AWS does not accept the credentials: use new ones',
  ExpiredTokenException: 'The credentials expired: use new ones',
  InvalidClientTokenId: 'AWS does not accept the credentials: use new ones',
  OpsItemLimitExceededException: 'The account has as many OpsItems as it may: delete some, or ask for a higher quota',
};
const otherwise = "Check region in the team's tracker in sundial.yml, and that OpsCenter is set up there";

/** What could be asked again. An answer that never came may have done what was asked. */
export function opscenterOutlook(fault: unknown): Outlook {
  if (fault instanceof TrackerError) return { kind: 'hopeless' };
  if (!(fault instanceof SSMServiceException)) return { kind: 'uncertain', afterMs: null };
  if (throttled.includes(fault.name)) return { kind: 'refused', afterMs: null };
  return (fault.$metadata.httpStatusCode ?? 500) >= 500 ? { kind: 'uncertain', afterMs: null } : { kind: 'hopeless' };
}

/** Names the place, or the OpsItem, where a fault happened. */
export function failingInOpscenter(where: string): (fault: unknown) => never {
  return (fault) => {
    if (fault instanceof TrackerError) throw fault;
    const tracker = 'OpsCenter';
    if (!(fault instanceof SSMServiceException))
      throw new TrackerError('unreachable', { tracker, where, hint: null }, { cause: fault });
    const { name, message } = fault;
    const status = fault.$metadata.httpStatusCode ?? 500;
    const said = clipped(`${name}: ${message}`, 400);
    const data = { tracker, where, status, said };
    // The client's own error holds the answer, and through it the request.
    const cause = new Error(name);
    if (opscenterOutlook(fault).kind !== 'hopeless')
      throw new TrackerError('unreachable', { ...data, hint: null }, { cause });
    if (name === 'OpsItemNotFoundException')
      throw new TrackerError('gone', { ...data, hint: 'The OpsItem was deleted' }, { cause });
    throw new TrackerError('refused', { ...data, hint: hints[name] ?? otherwise }, { cause });
  };
}
