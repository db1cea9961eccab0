import type {
  AgentAliasSummary,
  GetAgentRequest,
  GetAgentResponse,
  GetAgentVersionRequest,
  GetAgentVersionResponse,
  ListAgentAliasesRequest,
  ListAgentAliasesResponse,
  ListAgentsResponse,
  ListAgentVersionsRequest,
  ListAgentVersionsResponse,
  PromptOverrideConfiguration,
} from '@aws-sdk/client-bedrock-agent';
import type { AwsCall, Handlers } from '../handlers.ts';
import { AwsError } from '../wire/aws-error.ts';
import { bedrockArn, roleArn } from './arns.ts';
import type { Agent, AgentVersion } from './orchestration.ts';
import type { Simulation } from './simulation.ts';
import { createdAt, held } from './simulation.ts';

/** Agents with their working draft, versions, and aliases that pin one of these. */
export function agentHandlers(simulation: Simulation): Handlers {
  const agents = (call: AwsCall) => held(simulation, call, 'agents');
  const found = (call: AwsCall, id: string | undefined): Agent => {
    const agent = agents(call).find((one) => one.id === id);
    if (!agent)
      throw new AwsError('ResourceNotFoundException', `Failed to retrieve resource because it doesn't exist.`);
    return agent;
  };

  return {
    'bedrock-agent:ListAgents': (_: object, call: AwsCall): ListAgentsResponse => ({
      agentSummaries: agents(call).map((agent) => ({
        agentId: agent.id,
        agentName: agent.name,
        agentStatus: 'PREPARED',
        updatedAt: createdAt(agent),
        latestAgentVersion: latest(agent),
      })),
    }),
    'bedrock-agent:GetAgent': ({ agentId }: GetAgentRequest, call: AwsCall): GetAgentResponse => {
      const agent = found(call, agentId);
      return { agent: { ...shown(agent, version(agent, 'DRAFT'), call), agentVersion: 'DRAFT' } };
    },
    'bedrock-agent:ListAgentVersions': (
      { agentId }: ListAgentVersionsRequest,
      call: AwsCall,
    ): ListAgentVersionsResponse => {
      const agent = found(call, agentId);
      return {
        agentVersionSummaries: agent.versions.map((one) => ({ ...shown(agent, one, call), agentVersion: one.version })),
      };
    },
    'bedrock-agent:GetAgentVersion': (
      { agentId, agentVersion }: GetAgentVersionRequest,
      call: AwsCall,
    ): GetAgentVersionResponse => {
      const agent = found(call, agentId);
      const asked = version(agent, agentVersion ?? '');
      return { agentVersion: { ...shown(agent, asked, call), version: asked.version } };
    },
    'bedrock-agent:ListAgentAliases': (
      { agentId }: ListAgentAliasesRequest,
      call: AwsCall,
    ): ListAgentAliasesResponse => ({
      agentAliasSummaries: aliases(found(call, agentId)),
    }),
  };
}

function version(agent: Agent, wanted: string): AgentVersion {
  const found = agent.versions.find((one) => one.version === wanted);
  if (!found) throw new AwsError('ResourceNotFoundException', `Agent ${agent.id} has no version ${wanted}.`);
  return found;
}

function latest({ versions }: Agent): string {
  return (
    versions
      .map((one) => one.version)
      .filter((one) => one !== 'DRAFT')
      .toSorted()
      .at(-1) ?? 'DRAFT'
  );
}

function shown(agent: Agent, { model, orchestration }: AgentVersion, call: AwsCall) {
  return {
    agentId: agent.id,
    agentName: agent.name,
    agentArn: bedrockArn(call, 'agent', agent.id),
    agentStatus: 'PREPARED' as const,
    foundationModel: model,
    idleSessionTTLInSeconds: 600,
    agentResourceRoleArn: roleArn(call, `AmazonBedrockExecutionRoleForAgents_${agent.name}`),
    createdAt: createdAt(agent),
    updatedAt: createdAt(agent),
    ...(orchestration && { promptOverrideConfiguration: override(orchestration) }),
  };
}

function override(foundationModel: string): PromptOverrideConfiguration {
  return {
    promptConfigurations: [
      { promptType: 'PRE_PROCESSING', promptCreationMode: 'DEFAULT', promptState: 'ENABLED' },
      { promptType: 'ORCHESTRATION', promptCreationMode: 'OVERRIDDEN', promptState: 'ENABLED', foundationModel },
    ],
  };
}

function aliases(agent: Agent): AgentAliasSummary[] {
  return Object.entries(agent.aliases).map(([name, agentVersion], index) => ({
    agentAliasId: name === 'AgentTestAlias' ? 'TSTALIASID' : `ALIAS0000${index}`,
    agentAliasName: name,
    agentAliasStatus: 'PREPARED',
    routingConfiguration: [{ agentVersion }],
    createdAt: createdAt(agent),
    updatedAt: createdAt(agent),
  }));
}
