import * as z from 'zod/mini';
import { CheckLine } from './check-schema.ts';

const block = z.looseObject({ text: z.optional(z.string('expected a text')) });
const message = z.looseObject({
  role: z.enum(['user', 'assistant']),
  content: z.union([z.string(), z.array(block)], "expected a text or a list of Converse's content blocks"),
});

const plainTool = z.looseObject({
  name: z.string().check(z.minLength(1)),
  description: z.optional(z.string()),
  inputSchema: z.optional(z.looseObject({})),
});
const tool = z.union(
  [plainTool, z.looseObject({ toolSpec: plainTool })],
  'expected { name, description, inputSchema }, or { toolSpec } of Converse',
);

const call = z.strictObject({ name: z.string(), input: z.optional(z.unknown()) });
const toolCalls = z.strictObject({
  text: z.optional(z.string()),
  toolCalls: z.array(
    z.union([call, z.looseObject({ toolUse: z.looseObject({ name: z.string(), input: z.optional(z.unknown()) }) })]),
  ),
});

const part = 'expected a number from 0 to 1';
const inference = z.strictObject({
  maxTokens: z.optional(
    z.int('expected a whole number of at least 1').check(z.gte(1, 'expected a whole number of at least 1')),
  ),
  temperature: z.optional(z.number().check(z.gte(0, 'expected a number of at least 0'))),
  topP: z.optional(z.number(part).check(z.gte(0, part), z.lte(1, part))),
  stopSequences: z.optional(z.array(z.string())),
});

/** A line of the case form as it stands in a file. Fields that are not named here are passed over. */
export const CaseLine = z.looseObject({
  id: z
    .union([z.string().check(z.minLength(1)), z.number()], 'expected a text that no other case has')
    .check(z.describe('What no other case of the file is called')),
  prompt: z
    .optional(z.string().check(z.minLength(1, 'expected a text')))
    .check(z.describe('What the model is asked, where one message of the user is all; else messages')),
  messages: z
    .optional(z.array(message).check(z.minLength(1, 'expected at least one message')))
    .check(z.describe('The conversation as Converse takes it, the user first; a text stands for one block of text')),
  system: z
    .optional(
      z.union(
        [z.string(), z.array(z.union([z.string(), z.looseObject({ text: z.string() })]))],
        'expected a text or a list of texts',
      ),
    )
    .check(z.describe('System prompts')),
  tools: z.optional(z.array(tool)).check(z.describe('What the model may call; inputSchema is a JSON schema')),
  toolChoice: z
    .optional(z.nullable(z.looseObject({})))
    .check(z.describe('As Converse takes it: { auto: {} }, { any: {} } or { tool: { name } }')),
  inference: z.optional(inference).check(z.describe("Converse's inferenceConfig; what is absent is left to the model")),
  expected: z
    .optional(
      z.nullable(z.union([z.string(), z.number(), z.boolean(), toolCalls], 'expected a text, or { toolCalls, text }')),
    )
    .check(
      z.describe('The expected answer, or the tool calls that must be made; without checks it is compared exactly'),
    ),
  checks: z.optional(z.array(CheckLine)).check(z.describe('What is asked of an answer')),
  tags: z
    .optional(
      z.union(
        [z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])), z.array(z.string())],
        'expected texts by name, or a list of texts',
      ),
    )
    .check(z.describe('To group and to filter by')),
});
export type CaseLine = z.infer<typeof CaseLine>;
