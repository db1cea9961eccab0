import type { ListPromptRoutersRequest, ListPromptRoutersResponse, PromptRouterSummary } from '@aws-sdk/client-bedrock';
import type { AwsCall, Handlers } from '../handlers.ts';
import { bedrockArn, modelArn } from './arns.ts';
import type { PromptRouter } from './estate.ts';
import { models, us } from './known-models.ts';
import type { Simulation } from './simulation.ts';
import { createdAt, held } from './simulation.ts';

/** One that AWS itself offers in us-east-1, whoever uses it or not. */
const offeredByAws: PromptRouter = {
  id: 'anthropic.claude:1',
  name: 'Anthropic Prompt Router',
  models: [us(models.sonnet45), us(models.haiku45)],
  fallback: us(models.haiku45),
};

export function promptRouterHandlers(simulation: Simulation): Handlers {
  return {
    'bedrock:ListPromptRouters': ({ type }: ListPromptRoutersRequest, call: AwsCall): ListPromptRoutersResponse => ({
      promptRouterSummaries: [
        ...(call.region === 'us-east-1' ? [summary(offeredByAws, 'default', call)] : []),
        ...held(simulation, call, 'promptRouters').map((router) => summary(router, 'custom', call)),
      ].filter((router) => !type || router.type === type),
    }),
  };
}

function summary(router: PromptRouter, type: 'custom' | 'default', call: AwsCall): PromptRouterSummary {
  return {
    promptRouterName: router.name,
    promptRouterArn: bedrockArn(call, type === 'custom' ? 'prompt-router' : 'default-prompt-router', router.id),
    routingCriteria: { responseQualityDifference: 10 },
    models: router.models.map((model) => ({ modelArn: modelArn(model, call) })),
    fallbackModel: { modelArn: modelArn(router.fallback, call) },
    status: 'AVAILABLE',
    type,
    createdAt: createdAt(router),
    updatedAt: createdAt(router),
  };
}
