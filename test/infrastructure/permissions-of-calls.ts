import type { IamRequest } from '../../domain/iam/evaluate.ts';
import type { AwsCall } from '../../local/aws/handlers.ts';

/** One call as the simulated AWS heard it. */
export interface HeardCall {
  readonly input: Readonly<Record<string, unknown>>;
  readonly call: AwsCall;
}

/** What a call asks of IAM; `resource` is an ARN, or `*` where the action knows none. */
export interface NeededPermission {
  readonly action: string;
  readonly resource: string;
  readonly context?: IamRequest['context'];
}

/** Whoever began something is known by its tags. */
const own = { 'aws:ResourceTag/created-by': 'sundial' };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * The permissions that calls of AWS ask for, with their resources and condition keys, as the Service Authorization Reference has them. Beyond the
 * call of the same name: what is created with tags is tagged, a role is passed to whom it is for, a key is used through Bedrock, a model is
 * shared by a policy of its own.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsresourceaccessmanagerram.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/share-model.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 */
export function permissionsOf({ input, call: { call, account, region } }: HeardCall): readonly NeededPermission[] {
  const bedrock = (rest: string) => `arn:aws:bedrock:${region}:${account}:${rest}`;
  const is = (resource: string, context: IamRequest['context'] = {}): NeededPermission => ({
    action: call,
    resource,
    context,
  });
  const tagged = (resource: string): NeededPermission => ({ action: 'bedrock:TagResource', resource });
  const uses = (key: unknown, ...actions: readonly string[]): readonly NeededPermission[] =>
    typeof key === 'string'
      ? actions.map((action) => ({
          action,
          resource: key,
          context: { 'kms:ViaService': `bedrock.${region}.amazonaws.com` },
        }))
      : [];
  const encrypts = ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'];
  const job = (id: string) => (id.startsWith('arn:') ? id : bedrock(`model-customization-job/${id}`));

  switch (call) {
    // Whom a role lets in, its own policy says; and everybody may ask who they are.
    case 'sts:AssumeRole':
    case 'sts:GetCallerIdentity':
      return [];
    case 'bedrock:GetCustomModel':
      return [is(text(input['modelIdentifier']))];
    case 'bedrock:GetModelCustomizationJob':
      return [is(job(text(input['jobIdentifier'])))];
    case 'bedrock:StopModelCustomizationJob':
      return [is(job(text(input['jobIdentifier'])), own)];
    case 'bedrock:CreateModelCustomizationJob':
      return [
        is(text(input['baseModelIdentifier'])),
        is(bedrock('custom-model/*')),
        is(bedrock('model-customization-job/*')),
        tagged(bedrock('custom-model/*')),
        tagged(bedrock('model-customization-job/*')),
        { action: 'iam:PassRole', resource: text(input['roleArn']), context: passedToBedrock },
        ...uses(input['customModelKmsKeyId'], ...encrypts),
      ];
    case 'bedrock:CreateModelCopyJob':
      return [
        is(text(input['sourceModelArn'])),
        is(bedrock('custom-model/*')),
        is(bedrock('model-copy-job/*')),
        tagged(bedrock('custom-model/*')),
        ...uses(input['modelKmsKeyId'], ...encrypts),
      ];
    case 'bedrock:CreateCustomModelDeployment':
      return [
        is(text(input['modelArn'])),
        is(bedrock('custom-model-deployment/*')),
        tagged(bedrock('custom-model-deployment/*')),
      ];
    case 'bedrock:CreateProvisionedModelThroughput':
      return [is(text(input['modelId'])), is(bedrock('provisioned-model/*')), tagged(bedrock('provisioned-model/*'))];
    case 'bedrock:DeleteCustomModel':
      return [is(text(input['modelIdentifier']), own)];
    case 'bedrock:DeleteCustomModelDeployment':
      return [is(text(input['customModelDeploymentIdentifier']), own)];
    case 'bedrock:DeleteProvisionedModelThroughput':
      return [is(text(input['provisionedModelId']), own)];
    case 'ram:CreateResourceShare': {
      const [model = ''] = (input['resourceArns'] ?? []) as readonly string[];
      return [
        is('*', {
          'ram:RequestedAllowsExternalPrincipals': String(input['allowExternalPrincipals']),
          'ram:RequestedResourceType': 'bedrock:CustomModel',
        }),
        { action: 'ram:TagResource', resource: `arn:aws:ram:${region}:${account}:resource-share/*` },
        { action: 'bedrock:GetResourcePolicy', resource: model },
        { action: 'bedrock:PutResourcePolicy', resource: model },
      ];
    }
    case 'ram:AcceptResourceShareInvitation':
      return [is(text(input['resourceShareInvitationArn']))];
    case 'ram:DeleteResourceShare':
      return [is(text(input['resourceShareArn']))];
    case 'iam:GetRole':
      return [is(`arn:aws:iam::${account}:role/${text(input['RoleName'])}`)];
    case 'kms:DescribeKey':
    case 'kms:GetKeyPolicy':
      return [is(text(input['KeyId']))];
    case 's3:HeadObject':
    case 's3:GetObject': {
      const bucket = `arn:aws:s3:::${text(input['Bucket'])}`;
      const list = { action: 's3:ListBucket', resource: bucket };
      return [{ action: 's3:GetObject', resource: `${bucket}/${text(input['Key'])}` }, list];
    }
    default:
      // Lists, and what is asked of a whole account.
      return [is('*')];
  }
}

const passedToBedrock = { 'iam:PassedToService': 'bedrock.amazonaws.com' };
