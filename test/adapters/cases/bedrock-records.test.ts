import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ReadNews } from '../../../adapters/cases/read-cases.ts';
import { casesFrom } from '../../../adapters/cases/read-cases.ts';
import { casesIn, collected, complaints, lines } from './case-files.ts';

const user = (text: string) => ({ role: 'user', content: [{ text }] });
const assistant = (text: string) => ({ role: 'assistant', content: [{ text }] });

/** The cases of some records, and what was told on the way. */
async function read(...records: readonly unknown[]) {
  const news: ReadNews[] = [];
  const cases = await casesIn(lines(...records), { told: (one) => news.push(one) });
  const dropped = news.flatMap((one) => (one.kind === 'dropped' ? [one.reason] : []));
  const leftOut = news.flatMap((one) => (one.kind === 'leftOut' ? [one.parameter] : []));
  const redacted = news.flatMap((one) => (one.kind === 'redacted' ? [one.what] : []));
  return { cases, forms: news.flatMap((one) => (one.kind === 'case' ? [one.form] : [])), dropped, leftOut, redacted };
}

describe('datasets of Bedrock', () => {
  it.each`
    record                                                                                                                                       | form               | part
    ${{ prompt: 'Capital?', referenceResponse: 'Paris', category: 'Cities' }}                                                                    | ${'evaluation'}    | ${{ id: 'line-1', messages: [user('Capital?')], expected: 'Paris', checks: [{ kind: 'exact' }], tags: { category: 'Cities' } }}
    ${{ prompt: 'Capital?' }}                                                                                                                    | ${'evaluation'}    | ${{ expected: null, checks: [], tags: {} }}
    ${{ prompt: 'Capital?', completion: 'Paris' }}                                                                                               | ${'customization'} | ${{ messages: [user('Capital?')], expected: 'Paris' }}
    ${{ schemaVersion: 'bedrock-conversation-2024', system: [{ text: 's' }], messages: [user('a'), assistant('b'), user('c'), assistant('d')] }} | ${'conversation'}  | ${{ system: ['s'], messages: [user('a'), assistant('b'), user('c')], expected: 'd' }}
    ${{ schemaVersion: 'bedrock-conversation-2024', messages: [user('a')] }}                                                                     | ${'conversation'}  | ${{ messages: [user('a')], expected: null, checks: [] }}
    ${{ recordId: 'CALL1', modelInput: { messages: [user('a')], inferenceConfig: { maxTokens: 9 } } }}                                           | ${'batch'}         | ${{ id: 'CALL1', messages: [user('a')], inference: { maxTokens: 9 }, expected: null }}
  `('$form: $record', async ({ record, form, part }: { record: object; form: string; part: object }) => {
    const { cases, forms } = await read(record);

    expect(forms).toEqual([form]);
    expect(cases).toEqual([expect.objectContaining(part)]);
  });

  it.each`
    record                                                                        | complaint
    ${{ prompt: 'x', referenceResponse: 3 }}                                      | ${'1: referenceResponse: expected a text'}
    ${{ prompt: '', category: 'x' }}                                              | ${'1: prompt: expected a text'}
    ${{ referenceResponse: 'x' }}                                                 | ${'1: prompt: expected a text, but it is missing'}
    ${{ prompt: 'x', completion: null }}                                          | ${'1: completion: expected a text'}
    ${{ schemaVersion: 'bedrock-conversation-2024', messages: [assistant('a')] }} | ${'1: messages: expected a conversation that the user begins'}
  `('$complaint', async ({ record, complaint }: { record: object; complaint: string }) => {
    expect(await complaints(lines(record))).toEqual([complaint]);
  });

  it('may stand in one file in several forms', async () => {
    const { forms } = await read(
      { id: 'a', prompt: 'x' },
      { prompt: 'x', completion: 'y' },
      { modelInput: { messages: [user('x')] } },
    );

    expect(forms).toEqual(['case', 'customization', 'batch']);
  });
});

describe('request bodies', () => {
  const asked = async (modelInput: object) => read({ recordId: 'r', modelInput });

  it('of Converse', async () => {
    const { cases, leftOut } = await asked({
      messages: [
        {
          role: 'user',
          content: [{ text: 'a' }, { cachePoint: { type: 'default' } }, { guardContent: { text: { text: 'b' } } }],
        },
        {
          role: 'assistant',
          content: [{ reasoningContent: {} }, { toolUse: { toolUseId: '1', name: 't', input: {} } }],
        },
        { role: 'user', content: [{ toolResult: { toolUseId: '1', content: [{ text: 'r' }] } }] },
      ],
      system: [{ text: 's' }, { cachePoint: { type: 'default' } }],
      toolConfig: {
        tools: [{ toolSpec: { name: 't', inputSchema: { json: { type: 'object' } } } }, { cachePoint: {} }],
        toolChoice: { any: {} },
      },
      inferenceConfig: { temperature: 0.2, topP: 0.9, maxTokens: 100, stopSequences: ['END'] },
      additionalModelRequestFields: { top_k: 5 },
      guardrailConfig: {},
    });

    expect(leftOut).toEqual(['additionalModelRequestFields', 'guardrailConfig']);
    expect(cases).toMatchObject([
      {
        messages: [
          { role: 'user', content: [{ text: 'a' }, { text: 'b' }] },
          { role: 'assistant', content: [{ toolUse: { name: 't' } }] },
          { role: 'user', content: [{ toolResult: { toolUseId: '1' } }] },
        ],
        system: ['s'],
        tools: [{ name: 't', description: null, inputSchema: { type: 'object' } }],
        toolChoice: { any: {} },
        inference: { temperature: 0.2, topP: 0.9, maxTokens: 100, stopSequences: ['END'] },
      },
    ]);
  });

  it('of Amazon Nova', async () => {
    const { cases, leftOut } = await asked({
      schemaVersion: 'messages-v1',
      messages: [user('a')],
      inferenceConfig: { max_new_tokens: 50, top_p: 0.5, top_k: 20 },
    });

    expect(leftOut).toEqual(['top_k']);
    expect(cases).toMatchObject([{ messages: [user('a')], inference: { maxTokens: 50, topP: 0.5 } }]);
  });

  it('of Anthropic', async () => {
    const png = { type: 'base64', media_type: 'image/png', data: 'iVBORw0=' };
    const { cases, leftOut } = await asked({
      anthropic_version: 'bedrock-2023-05-31',
      max_tokens: 300,
      temperature: 0,
      top_p: 0.9,
      top_k: 40,
      stop_sequences: ['END'],
      system: [{ type: 'text', text: 's', cache_control: { type: 'ephemeral' } }],
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'a' },
            { type: 'image', source: png },
          ],
        },
        {
          role: 'assistant',
          content: [
            { type: 'thinking', thinking: 'hm' },
            { type: 'tool_use', id: '1', name: 't', input: { x: 1 } },
          ],
        },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: '1', content: 'r', is_error: true }] },
        { role: 'assistant', content: 'prefilled' },
      ],
      tools: [{ name: 't', description: 'd', input_schema: { type: 'object' } }],
      tool_choice: { type: 'tool', name: 't' },
    });

    expect(leftOut).toEqual(['top_k']);
    expect(cases).toEqual([
      expect.objectContaining({
        messages: [
          { role: 'user', content: [{ text: 'a' }, { image: { format: 'png', source: { bytes: 'iVBORw0=' } } }] },
          { role: 'assistant', content: [{ toolUse: { toolUseId: '1', name: 't', input: { x: 1 } } }] },
          { role: 'user', content: [{ toolResult: { toolUseId: '1', content: [{ text: 'r' }], status: 'error' } }] },
          { role: 'assistant', content: [{ text: 'prefilled' }] },
        ],
        system: ['s'],
        tools: [{ name: 't', description: 'd', inputSchema: { type: 'object' } }],
        toolChoice: { tool: { name: 't' } },
        inference: { maxTokens: 300, temperature: 0, topP: 0.9, stopSequences: ['END'] },
      }),
    ]);
  });

  it.each`
    body                                                                                                                                                                                                                | system   | messages                                  | why
    ${{ prompt: '<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\ns<|eot_id|><|start_header_id|>user<|end_header_id|>\n\na<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n', max_gen_len: 9 }} | ${['s']} | ${[user('a')]}                            | ${'Llama 3'}
    ${{ prompt: '<|header_start|>user<|header_end|>\n\na<|eot|><|header_start|>assistant<|header_end|>\n\nb<|eot|><|header_start|>user<|header_end|>\n\nc<|eot|>', max_gen_len: 9 }}                                    | ${[]}    | ${[user('a'), assistant('b'), user('c')]} | ${'Llama 4'}
    ${{ prompt: '<s>[INST] <<SYS>>\ns\n<</SYS>>\n\na [/INST] b </s><s>[INST] c [/INST]', max_gen_len: 9 }}                                                                                                              | ${['s']} | ${[user('a'), assistant('b'), user('c')]} | ${'Llama 2'}
    ${{ prompt: 'Just a question', max_gen_len: 9 }}                                                                                                                                                                    | ${[]}    | ${[user('Just a question')]}              | ${'Llama without a template'}
    ${{ prompt: '<s>[INST] a [/INST]', max_tokens: 9 }}                                                                                                                                                                 | ${[]}    | ${[user('a')]}                            | ${'Mistral'}
    ${{ messages: [{ role: 'system', content: 's' }, { role: 'user', content: 'a' }], max_tokens: 9 }}                                                                                                                  | ${['s']} | ${[user('a')]}                            | ${'chat completion'}
  `('of $why', async ({ body, system, messages }: { body: object; system: string[]; messages: object[] }) => {
    const { cases } = await asked(body);

    expect(cases).toEqual([expect.objectContaining({ system, messages, inference: { maxTokens: 9 } })]);
  });

  it('of a chat completion with tools and content in parts', async () => {
    const { cases, leftOut } = await asked({
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'a' },
            { type: 'text', text: 'b' },
          ],
        },
      ],
      tools: [{ type: 'function', function: { name: 't', description: 'd', parameters: { type: 'object' } } }],
      tool_choice: 'any',
      stop: ['END'],
      seed: 3,
    });

    expect(leftOut).toEqual(['seed']);
    expect(cases).toMatchObject([
      {
        messages: [user('a\nb')],
        tools: [{ name: 't', description: 'd', inputSchema: { type: 'object' } }],
        toolChoice: { any: {} },
        inference: { stopSequences: ['END'] },
      },
    ]);
  });

  it.each`
    choice              | toolChoice
    ${{ type: 'auto' }} | ${{ auto: {} }}
    ${{ type: 'any' }}  | ${{ any: {} }}
    ${undefined}        | ${null}
  `(
    'of Anthropic with the tool choice $choice',
    async ({ choice, toolChoice }: { choice: unknown; toolChoice: unknown }) => {
      const { cases } = await asked({
        anthropic_version: 'x',
        messages: [{ role: 'user', content: 'a' }],
        tool_choice: choice,
      });

      expect(cases[0]?.toolChoice).toEqual(toolChoice);
    },
  );

  it('of Anthropic with a document, named as Converse allows', async () => {
    const source = { type: 'base64', media_type: 'application/pdf', data: 'JVBERi0=' };
    const documents = [
      { type: 'document', source, title: 'Q3: report.pdf' },
      { type: 'document', source },
    ];
    const { cases } = await asked({ anthropic_version: 'x', messages: [{ role: 'user', content: documents }] });

    expect(cases[0]?.messages[0]?.content).toMatchObject([
      { document: { format: 'pdf', name: 'Q3 report pdf', source: { bytes: 'JVBERi0=' } } },
      { document: { name: 'document' } },
    ]);
  });

  it.each`
    body                                                                                                                         | reason
    ${{ inputText: 'x', dimensions: 256 }}                                                                                       | ${'a body that is no conversation: inputText, dimensions'}
    ${{ prompt: '\n\nHuman: x\n\nAssistant:', max_tokens_to_sample: 9 }}                                                         | ${'a body that is no conversation: prompt, max_tokens_to_sample'}
    ${{}}                                                                                                                        | ${'a body that is no conversation: empty'}
    ${{ messages: [] }}                                                                                                          | ${'a message without content'}
    ${{ messages: [assistant('a')] }}                                                                                            | ${'a conversation that the user does not begin'}
    ${{ messages: [{ role: 'user', content: [{ image: { format: 'png', source: {} } }] }] }}                                     | ${'image whose bytes are not in the record'}
    ${{ messages: [{ role: 'user', content: [{ hologram: {} }] }] }}                                                             | ${'content of kind hologram'}
    ${{ messages: [user('a')], toolConfig: { tools: [{ systemTool: { name: 'x' } }] } }}                                         | ${'tool of kind systemTool'}
    ${{ anthropic_version: 'x', messages: [{ role: 'user', content: [{ type: 'image', source: { type: 'url', url: 'x' } }] }] }} | ${'image whose bytes are not in the record'}
    ${{ anthropic_version: 'x', messages: [{ role: 'user', content: 'a' }], tools: [{ type: 'bash_20250124', name: 'bash' }] }}  | ${'tool of kind bash_20250124'}
    ${{ anthropic_version: 'x', messages: [{ role: 'user', content: 'a' }], tool_choice: { type: 'none' } }}                     | ${'tool choice none'}
    ${{ messages: [{ role: 'user', content: 'a' }], tool_choice: 'none' }}                                                       | ${'tool choice "none"'}
    ${{ messages: [{ role: 'user', content: [{ type: 'image_url' }] }] }}                                                        | ${'content of kind image_url'}
    ${{ messages: [{ role: 'user', content: 'a' }, { role: 'tool', content: 'r' }] }}                                            | ${'a message of role tool'}
    ${{ messages: [{ role: 'user', content: 'a' }, { role: 'assistant', content: '', tool_calls: [] }] }}                        | ${'tool calls of a chat completion'}
    ${{ messages: [user('a')], toolConfig: { tools: [{ toolSpec: { name: 't', inputSchema: { json: { type: 'x' } } } }] } }}     | ${expect.stringMatching(/^expected a JSON schema: /)}
  `('dropped: $reason', async ({ body, reason }: { body: object; reason: string }) => {
    const { cases, dropped } = await asked(body);

    expect(cases).toEqual([]);
    expect(dropped).toEqual([reason]);
  });
});

describe('the invocation log', () => {
  const logged = (overrides: object = {}) => ({
    schemaType: 'ModelInvocationLog',
    schemaVersion: '1.0',
    timestamp: '2026-10-01T08:00:00Z',
    accountId: '111122223333',
    region: 'eu-central-1',
    requestId: 'request-1',
    operation: 'Converse',
    modelId: 'anthropic.claude-3-haiku-20240307-v1:0',
    identity: { arn: 'arn:aws:sts::111122223333:assumed-role/checkout/ada@example.org' },
    input: { inputContentType: 'application/json', inputBodyJson: { messages: [user('a')] }, inputTokenCount: 3 },
    output: { outputContentType: 'application/json', outputBodyJson: { output: { message: assistant('b') } } },
    ...overrides,
  });
  const asking = (text: string, requestId: string) =>
    logged({ requestId, input: { inputBodyJson: { messages: [user(text)] } } });

  it('gives what was asked, with the role but not the session, and no answer to expect', async () => {
    const { cases, forms } = await read(logged({ requestMetadata: { product: 'shop' } }));

    expect(forms).toEqual(['invocationLog']);
    expect(cases).toEqual([
      expect.objectContaining({
        id: 'request-1',
        messages: [user('a')],
        expected: null,
        checks: [],
        tags: { product: 'shop', model: 'anthropic.claude-3-haiku-20240307-v1:0', caller: 'checkout' },
      }),
    ]);
  });

  it.each`
    overrides                                                       | reason
    ${{ errorCode: 'ThrottlingException' }}                         | ${'the call failed: ThrottlingException'}
    ${{ operation: 'ApplyGuardrail' }}                              | ${'operation ApplyGuardrail'}
    ${{ input: { inputBodyS3Path: 's3://bucket/data/x.json.gz' } }} | ${'its body lies in S3, too large for the record'}
    ${{ input: {} }}                                                | ${'no body in the record'}
    ${{ input: { inputBodyJson: { inputText: 'x' } } }}             | ${'a body that is no conversation: inputText'}
  `('drops with its reason: $reason', async ({ overrides, reason }: { overrides: object; reason: string }) => {
    expect(await read(logged(overrides))).toMatchObject({ cases: [], dropped: [reason] });
  });

  it('knows the prompt of a model by its id', async () => {
    const body = { input: { inputBodyJson: { prompt: 'x', max_tokens: 5 } }, operation: 'InvokeModel' };

    expect((await read(logged({ ...body, modelId: 'mistral.mistral-7b-instruct-v0:2' }))).cases).toHaveLength(1);
    expect((await read(logged({ ...body, modelId: 'cohere.command-text-v14' }))).dropped).toHaveLength(1);
  });

  it('takes a prompt once, whatever its capitals and spaces, also where only personal data differ', async () => {
    const { cases, dropped } = await read(
      asking('Refund  ada@example.org', '1'),
      asking('refund\nbob@example.com', '2'),
      asking('Refund nobody', '3'),
      asking('Refund nobody at all', '3'),
    );

    expect(cases.map(({ id }) => id)).toEqual(['1', '3']);
    expect(dropped).toEqual(['the same prompt was asked before', 'the same request is there twice']);
  });

  it('is redacted where a number is a card, and no other number is touched', async () => {
    const others = { at: 1_764_000_000_006, score: 0.4111111111111111, id: 4_111_111_111_111_112, small: 7 };
    const input = { card: 4_111_111_111_111_111, ...others };
    const { cases, redacted } = await read(
      logged({
        input: {
          inputBodyJson: {
            messages: [
              { role: 'user', content: [{ text: 'Pay.' }] },
              { role: 'assistant', content: [{ toolUse: { toolUseId: 't', name: 'pay', input } }] },
              { role: 'user', content: [{ toolResult: { toolUseId: 't', content: [{ text: 'Paid.' }] } }] },
            ],
          },
        },
      }),
    );

    expect(redacted).toEqual(['card']);
    expect(cases[0]?.messages[1]?.content).toMatchObject([{ toolUse: { input: { card: '[card]', ...others } } }]);
  });

  it('is redacted wherever a model or a person reads it, and nothing else is', async () => {
    const body = {
      system: [{ text: 'Help ada@example.org' }],
      messages: [
        {
          role: 'user',
          content: [
            { text: 'Card 4111 1111 1111 1111' },
            { image: { format: 'png', source: { bytes: 'ada@example.org' } } },
          ],
        },
        { role: 'assistant', content: [{ toolUse: { toolUseId: '1', name: 't', input: { to: 'bob@example.com' } } }] },
        { role: 'user', content: [{ toolResult: { toolUseId: '1', content: [{ json: { ip: '203.0.113.9' } }] } }] },
      ],
    };
    const { cases, redacted } = await read(
      logged({ input: { inputBodyJson: body }, requestMetadata: { who: 'eve@example.net' } }),
    );

    expect(redacted.toSorted()).toEqual(['card', 'email', 'email', 'email', 'ip']);
    expect(JSON.stringify(cases)).not.toMatch(/ada@example\.org(?!"\}\})|bob@|eve@|4111|203\.0/);
    expect(cases[0]?.messages[0]?.content[1]).toEqual({
      image: { format: 'png', source: { bytes: 'ada@example.org' } },
    });
    expect(cases[0]?.tags['who']).toBe('[email]');
  });

  it('is read packed, as S3 holds it, and from anything that gives records', async () => {
    const packed = await casesIn(gzipSync(lines(asking('a', '1'), asking('b', '2'))));
    const given = collected(
      casesFrom(
        (async function* () {
          await Promise.resolve();
          for (const [line, value] of [asking('a', '1'), asking('b', '2')].entries())
            yield { line, value, file: 'log stream', id: `event-${line}` };
        })(),
      ),
    );

    expect(packed).toHaveLength(2);
    expect(await given).toEqual(packed);
  });
});
