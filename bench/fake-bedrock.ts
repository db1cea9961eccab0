import { setTimeout } from 'node:timers/promises';
import { startSimulatedBedrock } from '../local/aws/bedrock-runtime/simulated-bedrock.ts';

/**
 * A simulated Bedrock Runtime in a process of its own: node fake-bedrock.mjs LATENCY. Every answer is the number of its question. It tells how
 * many it gave, and how long they took here in the mean, in milliseconds.
 */
const latencyMs = Number(process.argv[2] ?? 50);
const bedrock = await startSimulatedBedrock({
  latencyMs,
  answer: ({ prompt }) => ({ kind: 'text', text: `answer ${/\d+/.exec(prompt)?.[0] ?? ''}` }),
});
process.send?.({ endpoint: bedrock.endpoint });
process.on('message', (message) => {
  if (message === 'calls') {
    const { converse, stream, tookMs } = bedrock.calls;
    process.send?.({ calls: converse + stream, latency: tookMs / (converse + stream) });
  } else void bedrock.close().then(() => setTimeout(0).then(() => process.exit(0)));
});
