import { BedrockClient } from '@aws-sdk/client-bedrock';
import { BedrockAgentClient } from '@aws-sdk/client-bedrock-agent';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import type { AwsAccess } from './aws-access.ts';
import type { Limits } from './call-limits.ts';
import { limitCalls } from './call-limits.ts';

/** The services that say who uses a model, in one account and Region; each client is made when it is first asked for. */
export interface AwsClients {
  readonly bedrock: BedrockClient;
  readonly bedrockAgent: BedrockAgentClient;
  readonly cloudTrail: CloudTrailClient;
  readonly cloudWatch: CloudWatchClient;
  readonly logs: CloudWatchLogsClient;
  readonly quotas: ServiceQuotasClient;
  readonly tagging: ResourceGroupsTaggingAPIClient;
}

/** Clients whose every call waits its turn under the limits, and whose faults carry the name of the call. */
export function awsClients(access: AwsAccess, region: string, limits: Limits): AwsClients {
  const settings = { ...access, region };
  const made = <Client extends Parameters<typeof limitCalls>[0]>(service: string, make: () => Client) => {
    let client: Client | undefined;
    return () => (client ??= limitCalls(make(), service, limits));
  };
  const bedrock = made('bedrock', () => new BedrockClient(settings));
  const bedrockAgent = made('bedrock', () => new BedrockAgentClient(settings));
  const cloudTrail = made('cloudtrail', () => new CloudTrailClient(settings));
  const cloudWatch = made('cloudwatch', () => new CloudWatchClient(settings));
  const logs = made('logs', () => new CloudWatchLogsClient(settings));
  const quotas = made('servicequotas', () => new ServiceQuotasClient(settings));
  const tagging = made('tag', () => new ResourceGroupsTaggingAPIClient(settings));

  return {
    get bedrock() {
      return bedrock();
    },
    get bedrockAgent() {
      return bedrockAgent();
    },
    get cloudTrail() {
      return cloudTrail();
    },
    get cloudWatch() {
      return cloudWatch();
    },
    get logs() {
      return logs();
    },
    get quotas() {
      return quotas();
    },
    get tagging() {
      return tagging();
    },
  };
}
