import type {
  FlowDefinition,
  GetFlowRequest,
  GetFlowResponse,
  GetFlowVersionRequest,
  GetFlowVersionResponse,
  ListFlowAliasesRequest,
  ListFlowAliasesResponse,
  ListFlowsResponse,
  ListFlowVersionsRequest,
  ListFlowVersionsResponse,
} from '@aws-sdk/client-bedrock-agent';
import type { AwsCall, Handlers } from '../handlers.ts';
import { AwsError } from '../wire/aws-error.ts';
import { bedrockArn, idIn, modelArn, roleArn } from './arns.ts';
import type { Flow } from './orchestration.ts';
import type { Simulation } from './simulation.ts';
import { createdAt, held } from './simulation.ts';

/** Flows with a prompt written inside, and a knowledge base that is asked. */
export function flowHandlers(simulation: Simulation): Handlers {
  const flows = (call: AwsCall) => held(simulation, call, 'flows');
  const found = (call: AwsCall, identifier = ''): Flow => {
    const flow = flows(call).find(({ id }) => id === idIn(identifier));
    if (!flow) throw new AwsError('ResourceNotFoundException', `Could not find the flow ${identifier}.`);
    return flow;
  };

  return {
    'bedrock-agent:ListFlows': (_: object, call: AwsCall): ListFlowsResponse => ({
      flowSummaries: flows(call).map((flow) => ({ ...shown(flow, 'DRAFT', call), updatedAt: createdAt(flow) })),
    }),
    'bedrock-agent:GetFlow': ({ flowIdentifier }: GetFlowRequest, call: AwsCall): GetFlowResponse => {
      const flow = found(call, flowIdentifier);
      return { ...shown(flow, 'DRAFT', call), updatedAt: createdAt(flow), definition: definition(flow, 'DRAFT', call) };
    },
    'bedrock-agent:ListFlowVersions': (
      { flowIdentifier }: ListFlowVersionsRequest,
      call: AwsCall,
    ): ListFlowVersionsResponse => {
      const flow = found(call, flowIdentifier);
      return { flowVersionSummaries: flow.versions.map(({ version }) => shown(flow, version, call)) };
    },
    'bedrock-agent:GetFlowVersion': (
      { flowIdentifier, flowVersion = '' }: GetFlowVersionRequest,
      call: AwsCall,
    ): GetFlowVersionResponse => {
      const flow = found(call, flowIdentifier);
      return { ...shown(flow, flowVersion, call), definition: definition(flow, flowVersion, call) };
    },
    'bedrock-agent:ListFlowAliases': (
      { flowIdentifier }: ListFlowAliasesRequest,
      call: AwsCall,
    ): ListFlowAliasesResponse => {
      const flow = found(call, flowIdentifier);
      return {
        flowAliasSummaries: Object.entries(flow.aliases).map(([name, flowVersion], index) => ({
          name,
          flowId: flow.id,
          id: `FALIAS000${index}`,
          arn: `${bedrockArn(call, 'flow', flow.id)}/alias/FALIAS000${index}`,
          routingConfiguration: [{ flowVersion }],
          createdAt: createdAt(flow),
          updatedAt: createdAt(flow),
        })),
      };
    },
  };
}

function shown(flow: Flow, version: string, call: AwsCall) {
  return {
    id: flow.id,
    name: flow.name,
    arn: bedrockArn(call, 'flow', flow.id),
    status: 'Prepared' as const,
    version,
    executionRoleArn: roleArn(call, `flow-${flow.name}`),
    createdAt: createdAt(flow),
  };
}

function definition(flow: Flow, wanted: string, call: AwsCall): FlowDefinition {
  const found = flow.versions.find(({ version }) => version === wanted);
  if (!found) throw new AwsError('ResourceNotFoundException', `Flow ${flow.id} has no version ${wanted}.`);
  const { prompt: modelId, knowledgeBase } = found;
  const templateConfiguration = { text: { text: 'Sort the refund: {{request}}' } };
  return {
    nodes: [
      { name: 'Input', type: 'Input', configuration: { input: {} } },
      {
        name: 'Sort',
        type: 'Prompt',
        configuration: {
          prompt: { sourceConfiguration: { inline: { modelId, templateType: 'TEXT', templateConfiguration } } },
        },
      },
      {
        name: 'Policies',
        type: 'KnowledgeBase',
        configuration: {
          knowledgeBase: { knowledgeBaseId: knowledgeBase.id, modelId: modelArn(knowledgeBase.model, call) },
        },
      },
    ],
    connections: [],
  };
}
