import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { closeServer, listen } from '../../loopback.ts';
import { embeddingAnswer } from './simulated-embedding.ts';
import { eventMessage } from './event-stream.ts';

/** What a simulated model does with a request: text, a tool call, or an error as Bedrock would send it. */
export type SimulatedAnswer =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly stopReason?: string;
      readonly toolCalls?: readonly { readonly name: string; readonly input: object }[];
    }
  | { readonly kind: 'error'; readonly status: number; readonly name: string; readonly message: string };

export interface SimulatedRequest {
  readonly modelId: string;
  /** The last user message's text. */
  readonly prompt: string;
  readonly body: Readonly<Record<string, unknown>>;
}

interface SimulatedBedrockOptions {
  readonly answer: (request: SimulatedRequest) => SimulatedAnswer;
  readonly latencyMs?: number;
  /** Whether ConverseStream is known here; it is unless said otherwise. */
  readonly streams?: boolean;
}

/** A simulated Bedrock Runtime that speaks Converse, ConverseStream and InvokeModel of an embedding model on this machine; all of it is made up. */
export async function startSimulatedBedrock({ answer, latencyMs = 0, streams = true }: SimulatedBedrockOptions) {
  const byPrompt = new Map<string, number>();
  const calls = { converse: 0, stream: 0, invoke: 0, underWay: 0, answered: 0, peak: 0, tookMs: 0, byPrompt };
  const server = createServer((request, response) => {
    void respond(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 120_000;

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const arrived = performance.now();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (/^\/model\/[^/]+\/invoke$/.test(request.url ?? '')) {
      calls.invoke += 1;
      const body = JSON.parse(Buffer.concat(chunks).toString()) as { inputText?: string; texts?: string[] };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(embeddingAnswer(body)));
      return;
    }
    const path = /^\/model\/(?<model>[^/]+)\/(?<operation>converse(?:-stream)?)$/.exec(request.url ?? '')?.groups;
    const streamed = path?.['operation'] === 'converse-stream';
    if (!path || (streamed && !streams)) {
      fail(response, 404, 'UnknownOperationException', 'There is no such operation.');
      return;
    }

    calls[streamed ? 'stream' : 'converse'] += 1;
    calls.underWay += 1;
    calls.peak = Math.max(calls.peak, calls.underWay);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
    const asked = { modelId: decodeURIComponent(path['model'] ?? ''), prompt: promptIn(body), body };
    const key = `${asked.modelId} ${asked.prompt}`;
    calls.byPrompt.set(key, (calls.byPrompt.get(key) ?? 0) + 1);
    // A timer takes whole milliseconds and wakes up late: where answers took too long so far, this one takes less, and the mean is right.
    const late = Math.sign(calls.tookMs - latencyMs * calls.answered) / 2;
    if (latencyMs > 0) await setTimeout(Math.round(arrived + latencyMs - late - performance.now()));
    calls.underWay -= 1;
    calls.answered += 1;
    calls.tookMs += performance.now() - arrived;

    const said = answer(asked);
    if (said.kind === 'error') {
      fail(response, said.status, said.name, said.message);
      return;
    }
    const usage = { inputTokens: tokensIn(asked.prompt), outputTokens: tokensIn(said.text) };
    const total = { ...usage, totalTokens: usage.inputTokens + usage.outputTokens };
    const stopReason = said.stopReason ?? ((said.toolCalls?.length ?? 0) > 0 ? 'tool_use' : 'end_turn');
    if (streamed) stream(response, said, stopReason, total);
    else {
      const content = [
        ...(said.text === '' ? [] : [{ text: said.text }]),
        ...(said.toolCalls ?? []).map(({ name, input }, index) => ({
          toolUse: { toolUseId: `tool-${index}`, name, input },
        })),
      ];
      const answered = {
        output: { message: { role: 'assistant', content } },
        stopReason,
        usage: total,
        metrics: { latencyMs },
      };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answered));
    }
  }
  const endpoint = await listen(server);
  return { endpoint, calls, close: () => closeServer(server) };
}

function stream(
  response: ServerResponse,
  said: SimulatedAnswer & { kind: 'text' },
  stopReason: string,
  usage: object,
): void {
  response.writeHead(200, { 'content-type': 'application/vnd.amazon.eventstream' });
  const parts = [eventMessage('messageStart', { role: 'assistant' })];
  for (const word of said.text.split(/(?<=\s)/).filter((part) => part !== ''))
    parts.push(eventMessage('contentBlockDelta', { contentBlockIndex: 0, delta: { text: word } }));
  for (const [index, { name, input }] of (said.toolCalls ?? []).entries()) {
    const contentBlockIndex = index + 1;
    parts.push(
      eventMessage('contentBlockStart', {
        contentBlockIndex,
        start: { toolUse: { toolUseId: `tool-${index}`, name } },
      }),
      eventMessage('contentBlockDelta', { contentBlockIndex, delta: { toolUse: { input: JSON.stringify(input) } } }),
    );
  }
  parts.push(
    eventMessage('messageStop', { stopReason }),
    eventMessage('metadata', { usage, metrics: { latencyMs: 0 } }),
  );
  response.end(Buffer.concat(parts));
}

function fail(response: ServerResponse, status: number, name: string, message: string): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': name })
    .end(JSON.stringify({ message }));
}

function promptIn({ messages }: Readonly<Record<string, unknown>>): string {
  const [last] = Array.isArray(messages) ? (messages as { content?: { text?: string }[] }[]).slice(-1) : [];
  return (last?.content ?? []).map(({ text = '' }) => text).join('');
}

function tokensIn(text: string): number {
  return Math.ceil(text.length / 4);
}
