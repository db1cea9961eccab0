import type {
  GetPromptRequest,
  GetPromptResponse,
  ListPromptsRequest,
  ListPromptsResponse,
  PromptSummary,
} from '@aws-sdk/client-bedrock-agent';
import type { AwsCall, Handlers } from '../handlers.ts';
import { AwsError } from '../wire/aws-error.ts';
import { bedrockArn, idIn } from './arns.ts';
import type { Prompt } from './orchestration.ts';
import type { Simulation } from './simulation.ts';
import { createdAt, held } from './simulation.ts';

/** Prompts of Prompt management: listed once each, or all versions of the one that is asked for. */
export function promptHandlers(simulation: Simulation): Handlers {
  const prompts = (call: AwsCall) => held(simulation, call, 'prompts');
  const found = (call: AwsCall, identifier: string): Prompt => {
    const prompt = prompts(call).find(({ id }) => id === idIn(identifier).split(':')[0]);
    if (!prompt) throw new AwsError('ResourceNotFoundException', `Could not find the prompt ${identifier}.`);
    return prompt;
  };

  return {
    'bedrock-agent:ListPrompts': ({ promptIdentifier }: ListPromptsRequest, call: AwsCall): ListPromptsResponse => ({
      promptSummaries: promptIdentifier
        ? found(call, promptIdentifier).versions.map(({ version }) =>
            summary(found(call, promptIdentifier), version, call),
          )
        : prompts(call).map((prompt) => summary(prompt, 'DRAFT', call)),
    }),
    'bedrock-agent:GetPrompt': (
      { promptIdentifier = '', promptVersion = 'DRAFT' }: GetPromptRequest,
      call: AwsCall,
    ): GetPromptResponse => {
      const prompt = found(call, promptIdentifier);
      const asked = prompt.versions.find(({ version }) => version === promptVersion);
      if (!asked)
        throw new AwsError('ResourceNotFoundException', `Prompt ${prompt.id} has no version ${promptVersion}.`);
      return {
        ...summary(prompt, asked.version, call),
        defaultVariant: Object.keys(asked.variants)[0] ?? '',
        variants: Object.entries(asked.variants).map(([name, modelId]) => ({
          name,
          templateType: 'TEXT',
          templateConfiguration: { text: { text: 'Write the letter about {{case}}.' } },
          modelId,
        })),
      };
    },
  };
}

/** The ARN of a version names the version; the draft's does not. */
function summary(prompt: Prompt, version: string, call: AwsCall): PromptSummary {
  const arn = bedrockArn(call, 'prompt', prompt.id);
  return {
    id: prompt.id,
    name: prompt.name,
    arn: version === 'DRAFT' ? arn : `${arn}:${version}`,
    version,
    createdAt: createdAt(prompt),
    updatedAt: createdAt(prompt),
  };
}
