import { createHash } from 'node:crypto';
import type { PromotionRequest } from '../../domain/custom-models/promotion-problems.ts';

const tags = [{ key: 'created-by', value: 'sundial' }];

/**
 * The same parts twice are the same call, even where what the first one made is gone.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateCustomModelDeployment.html
 */
export function requestToken(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Only within the organisation. */
export function shareInput({ source, targetAccount, round }: PromotionRequest) {
  return {
    name: shareName(source.id, targetAccount),
    resourceArns: [source.arn],
    principals: [targetAccount],
    allowExternalPrincipals: false,
    tags,
    clientToken: requestToken('share', source.arn, targetAccount, ...inRound(round)),
  };
}

export function shareName(id: string, targetAccount: string): string {
  return `sundial-${id}-${targetAccount}`;
}

export function acceptInput(resourceShareInvitationArn: string) {
  return { resourceShareInvitationArn, clientToken: requestToken('accept', resourceShareInvitationArn) };
}

export function copyInput({ source, name, keys }: PromotionRequest, region: string, attempt: number) {
  const key = keys[region];
  return {
    sourceModelArn: source.arn,
    targetModelName: name,
    ...(key !== undefined && { modelKmsKeyId: key }),
    targetModelTags: tags,
    clientRequestToken: requestToken('copy', source.arn, region, name, String(attempt)),
  };
}

export function deploymentInput({ name, round }: PromotionRequest, modelArn: string) {
  const clientRequestToken = requestToken('deploy', modelArn, name, ...inRound(round));
  return { modelDeploymentName: name, modelArn, tags, clientRequestToken };
}

/** One unit without a commitment: it costs by the hour until it is deleted. */
export function throughputInput({ name, round }: PromotionRequest, modelId: string) {
  return {
    modelUnits: 1,
    provisionedModelName: name,
    modelId,
    tags,
    clientRequestToken: requestToken('throughput', modelId, name, ...inRound(round)),
  };
}

function inRound(round: string | undefined): readonly string[] {
  return round === undefined ? [] : [round];
}

/** A call that changes something, as a dry run prints it. */
export interface PlannedCall {
  readonly account: string;
  readonly region: string;
  readonly call: string;
  readonly input: object;
}

/** Every call that changes something, in order; ARNs that are not known yet stand there in words. */
export function plannedCalls(request: PromotionRequest): readonly PlannedCall[] {
  const { source, targetAccount, regions, serving } = request;
  const copy = 'ARN of the copy';
  return [
    ...(source.account === targetAccount
      ? []
      : [
          {
            account: source.account,
            region: source.region,
            call: 'ram:CreateResourceShare',
            input: shareInput(request),
          },
          {
            account: targetAccount,
            region: source.region,
            call: 'ram:AcceptResourceShareInvitation',
            input: acceptInput('ARN of the invitation, where one comes'),
          },
        ]),
    ...regions.flatMap((region): readonly PlannedCall[] => {
      const at = { account: targetAccount, region };
      return [
        { ...at, call: 'bedrock:CreateModelCopyJob', input: copyInput(request, region, 1) },
        ...(serving === 'deployment'
          ? [{ ...at, call: 'bedrock:CreateCustomModelDeployment', input: deploymentInput(request, copy) }]
          : []),
        ...(serving === 'provisioned'
          ? [{ ...at, call: 'bedrock:CreateProvisionedModelThroughput', input: throughputInput(request, copy) }]
          : []),
      ];
    }),
  ];
}
