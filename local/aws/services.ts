import * as account from '@aws-sdk/client-account';
import * as bedrock from '@aws-sdk/client-bedrock';
import * as bedrockAgent from '@aws-sdk/client-bedrock-agent';
import * as bedrockRuntime from '@aws-sdk/client-bedrock-runtime';
import * as cloudtrail from '@aws-sdk/client-cloudtrail';
import * as cloudwatch from '@aws-sdk/client-cloudwatch';
import * as logs from '@aws-sdk/client-cloudwatch-logs';
import * as events from '@aws-sdk/client-eventbridge';
import * as health from '@aws-sdk/client-health';
import * as iam from '@aws-sdk/client-iam';
import * as kms from '@aws-sdk/client-kms';
import * as organizations from '@aws-sdk/client-organizations';
import * as ram from '@aws-sdk/client-ram';
import * as tagging from '@aws-sdk/client-resource-groups-tagging-api';
import * as s3 from '@aws-sdk/client-s3';
import * as quotas from '@aws-sdk/client-service-quotas';
import * as ssm from '@aws-sdk/client-ssm';
import * as sts from '@aws-sdk/client-sts';
import type { AwsService } from './wire/aws-service.ts';
import { awsService } from './wire/aws-service.ts';

/** A client is made for its protocol and codec alone; it never calls anybody. */
const options = { region: 'us-east-1', credentials: { accessKeyId: 'none', secretAccessKey: 'none' } };

/**
 * The services that are simulated, by their clients' own schemas. Names are those of IAM's actions, except `bedrock-agent` and
 * `bedrock-runtime`, which IAM calls `bedrock` too.
 */
export function awsServices(): readonly AwsService[] {
  return (known ??= services());
}

/** They are told by the packages alone, so once is enough. */
let known: readonly AwsService[] | undefined;

function services(): readonly AwsService[] {
  return [
    awsService('bedrock', new bedrock.BedrockClient(options), bedrock),
    awsService('bedrock-agent', new bedrockAgent.BedrockAgentClient(options), bedrockAgent, 'bedrock'),
    awsService('bedrock-runtime', new bedrockRuntime.BedrockRuntimeClient(options), bedrockRuntime, 'bedrock'),
    awsService('iam', new iam.IAMClient(options), iam),
    awsService('kms', new kms.KMSClient(options), kms),
    awsService('ram', new ram.RAMClient(options), ram),
    awsService('s3', new s3.S3Client(options), s3),
    awsService('cloudwatch', new cloudwatch.CloudWatchClient(options), cloudwatch),
    awsService('cloudtrail', new cloudtrail.CloudTrailClient(options), cloudtrail),
    awsService('logs', new logs.CloudWatchLogsClient(options), logs),
    awsService('servicequotas', new quotas.ServiceQuotasClient(options), quotas),
    awsService('tag', new tagging.ResourceGroupsTaggingAPIClient(options), tagging),
    awsService('account', new account.AccountClient(options), account),
    awsService('organizations', new organizations.OrganizationsClient(options), organizations),
    awsService('health', new health.HealthClient(options), health),
    awsService('events', new events.EventBridgeClient(options), events),
    awsService('ssm', new ssm.SSMClient(options), ssm),
    awsService('sts', new sts.STSClient(options), sts),
  ];
}
