import { describe, expect, it, onTestFinished } from 'vitest';
import { awsAccess } from '../../../adapters/aws-access.ts';
import { converse } from '../../../adapters/comparison/converse.ts';
import type { SimulatedAnswer, SimulatedRequest } from '../../../local/aws/bedrock-runtime/simulated-bedrock.ts';
import { startSimulatedBedrock } from '../../../local/aws/bedrock-runtime/simulated-bedrock.ts';
import { aCase } from '../../builders/case.ts';
import { fakeCredentials } from '../../fakes/aws-json-server.ts';

async function asking(answer: (request: SimulatedRequest) => SimulatedAnswer, streams = true) {
  const bedrock = await startSimulatedBedrock({ answer, streams });
  onTestFinished(bedrock.close);
  const access = awsAccess({ endpoint: bedrock.endpoint, credentials: fakeCredentials });
  let now = 0;
  const ask = converse(access, 'us-east-1', () => (now += 10));
  return { bedrock, ask: (kase = aCase('one')) => ask('example.model-v1:0', kase, AbortSignal.timeout(5_000)) };
}

describe('a model that streams', () => {
  it('answers with its text, tokens and the time to its first token', async () => {
    const { ask, bedrock } = await asking(() => ({ kind: 'text', text: 'two words' }));

    expect(await ask()).toEqual({
      text: 'two words',
      toolCalls: [],
      stopReason: 'end_turn',
      latencyMs: 20,
      ttftMs: 10,
      inputTokens: 3,
      outputTokens: 3,
    });
    expect(bedrock.calls).toMatchObject({ stream: 1, converse: 0 });
  });

  it('answers with the tools it calls, and with what they are called', async () => {
    const toolCalls = [{ name: 'lookUp', input: { city: 'Köln', days: [1, 2] } }];
    const { ask } = await asking(() => ({ kind: 'text', text: '', toolCalls }));

    expect(await ask()).toMatchObject({ text: '', toolCalls, stopReason: 'tool_use' });
  });
});

describe('what is asked', () => {
  it('is the whole case, as Converse takes it', async () => {
    const asked: unknown[] = [];
    const { ask } = await asking(({ body, modelId }) => {
      asked.push({ modelId, ...body });
      return { kind: 'text', text: 'fine' };
    });
    await ask(
      aCase('one', {
        system: ['Be brief.'],
        inference: { maxTokens: 50, temperature: 0 },
        tools: [{ name: 'lookUp', description: 'Looks up', inputSchema: { type: 'object' } }],
        toolChoice: { any: {} },
      }),
    );

    expect(asked).toEqual([
      {
        modelId: 'example.model-v1:0',
        messages: [{ role: 'user', content: [{ text: 'question one' }] }],
        system: [{ text: 'Be brief.' }],
        inferenceConfig: { maxTokens: 50, temperature: 0 },
        toolConfig: {
          tools: [{ toolSpec: { name: 'lookUp', description: 'Looks up', inputSchema: { json: { type: 'object' } } } }],
          toolChoice: { any: {} },
        },
      },
    ]);
  });

  it('leaves to the model what the case does not say', async () => {
    const asked: unknown[] = [];
    const { ask } = await asking(({ body }) => {
      asked.push(body);
      return { kind: 'text', text: 'fine' };
    });
    await ask();

    expect(asked).toEqual([{ messages: [{ role: 'user', content: [{ text: 'question one' }] }] }]);
  });
});

describe('an endpoint that does not stream', () => {
  it('is asked through Converse, from the second case on at once', async () => {
    const { ask, bedrock } = await asking(() => ({ kind: 'text', text: 'whole' }), false);
    const first = await ask();
    await ask(aCase('two'));

    expect(first).toMatchObject({ text: 'whole', ttftMs: null, stopReason: 'end_turn' });
    expect(bedrock.calls).toMatchObject({ stream: 0, converse: 2 });
  });
});

describe('an error', () => {
  it('is the caller’s, as the service names it, and is not tried again here', async () => {
    const { ask, bedrock } = await asking(() => ({
      kind: 'error',
      status: 404,
      name: 'ResourceNotFoundException',
      message: 'This model version has reached the end of its life.',
    }));

    await expect(ask()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    expect(bedrock.calls).toMatchObject({ stream: 1, converse: 0 });
  });
});
