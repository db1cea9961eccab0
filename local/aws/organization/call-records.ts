import { createHash } from 'node:crypto';
import type { Place } from './arns.ts';
import { modelArn, roleArn } from './arns.ts';
import type { Principal, Use } from './use.ts';

/** As much of CloudTrail's record of a call as anybody reads. */
export interface CallRecord {
  readonly eventVersion: '1.11';
  readonly eventID: string;
  readonly eventTime: string;
  readonly eventSource: 'bedrock.amazonaws.com';
  readonly eventName: string;
  readonly awsRegion: string;
  readonly eventType: 'AwsApiCall' | 'AwsServiceEvent';
  readonly userIdentity: {
    readonly type: string;
    readonly accountId: string;
    readonly arn?: string;
    readonly userName?: string;
    readonly sessionContext?: object;
    readonly invokedBy?: string;
  };
  readonly requestParameters?: { readonly modelId: string };
  readonly resources?: readonly object[];
  readonly serviceEventDetails?: object;
  readonly managementEvent: true;
  readonly recipientAccountId: string;
  readonly eventCategory: 'Management';
}

/**
 * The record of one call: `modelId` is what the caller passed. A streaming call leaves a second one, an `AwsServiceEvent` without
 * `requestParameters`, when the stream has ended.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/logging-using-cloudtrail.html
 */
export function callRecords(use: Use, eventTime: string, place: Place): readonly CallRecord[] {
  const eventName = use.tokens.output === 0 ? 'InvokeModel' : use.streams ? 'ConverseStream' : 'Converse';
  const record = {
    eventVersion: '1.11',
    eventID: idOf(`${use.calledAs} ${eventTime} ${place.account}`),
    eventTime,
    eventSource: 'bedrock.amazonaws.com',
    eventName,
    awsRegion: place.region,
    managementEvent: true,
    recipientAccountId: place.account,
    eventCategory: 'Management',
  } as const;
  const call: CallRecord = {
    ...record,
    eventType: 'AwsApiCall',
    userIdentity: identity(use.principal, place),
    requestParameters: { modelId: use.calledAs },
  };
  if (!use.streams) return [call];

  const [inputTokens, outputTokens] = [use.tokens.input, use.tokens.output];
  const ended: CallRecord = {
    ...record,
    eventID: idOf(`${record.eventID} ended`),
    eventTime: eventTime.replace(/00Z$/, '04Z'),
    eventType: 'AwsServiceEvent',
    userIdentity: { type: 'AWSService', accountId: place.account, invokedBy: 'bedrock.amazonaws.com' },
    resources: [{ ARN: modelArn(use.calledAs, place), accountId: place.account, type: 'AWS::Bedrock::Model' }],
    serviceEventDetails: { AdditionalEventData: { inputTokens, outputTokens } },
  };
  return [call, ended];
}

/** A session of a role names the role beside itself; a user is a user. */
export function principalArn(principal: Principal, place: Place): string {
  return 'user' in principal
    ? `arn:aws:iam::${place.account}:user/${principal.user}`
    : `arn:aws:sts::${place.account}:assumed-role/${principal.role}/${principal.session}`;
}

function identity(principal: Principal, place: Place): CallRecord['userIdentity'] {
  const arn = principalArn(principal, place);
  if ('user' in principal) return { type: 'IAMUser', accountId: place.account, arn, userName: principal.user };
  const sessionIssuer = { type: 'Role', arn: roleArn(place, principal.role), userName: principal.role };
  return { type: 'AssumedRole', accountId: place.account, arn, sessionContext: { sessionIssuer } };
}

function idOf(text: string): string {
  const digest = createHash('sha256').update(text).digest('hex');
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    digest.slice(12, 16),
    digest.slice(16, 20),
    digest.slice(20, 32),
  ].join('-');
}
