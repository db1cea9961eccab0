import { readFileSync, writeFileSync } from 'node:fs';
import type { Answer } from '../../domain/cases/answer.ts';
import type { Case } from '../../domain/cases/case.ts';
import type { EngineDeps } from '../../handlers/engine-ports.ts';
import { simulatedEmbedding } from '../../local/aws/bedrock-runtime/simulated-embedding.ts';
import { simulatedBertScores } from '../../local/simulated-bert-scores.ts';
import { priceList } from '../../catalogue/price-list.ts';
import { TaskTokenError, taskTokens } from '../../local/state-machine/task-tokens.ts';
import { batchJobs } from './batch-jobs.ts';
import { comparisonDeps } from './comparison-deps.ts';

interface Asked {
  readonly modelId: string;
  readonly caseId: string;
}

/** What a model says to a case: words, or a fault as the SDK throws it. */
export type Says = (asked: Asked, kase: Case) => string | Error;

/** As the SDK throws it. */
export function serviceFault(name: string, message: string, status = 400): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status } });
}

/** A world in memory in which a run's objects are kept and models answer at once. */
export function engineDeps(says: Says) {
  const fake = comparisonDeps();
  const objects = new Map<string, string | Uint8Array>();
  const asked: Asked[] = [];
  const missing = () => Object.assign(new Error('The specified key does not exist.'), { name: 'NoSuchKey' });
  const inBatch = batchJobs(objects);
  const tokens = taskTokens();
  const passedOver = async (answer: () => void) => {
    await Promise.resolve();
    try {
      answer();
    } catch (fault) {
      if (!(fault instanceof TaskTokenError)) throw fault;
    }
  };
  const deps: EngineDeps = {
    ...fake.deps,
    batchRegion: 'us-east-1',
    batch: inBatch.batch,
    batchQuotas: () => Promise.resolve([]),
    bertScores: (_, pairs) =>
      simulatedBertScores(pairs, []).then(() => ({ kind: 'measured', measure: simulatedBertScores })),
    tasks: {
      succeed: (token, output) => passedOver(() => tokens.succeed(token, output)),
      fail: (token, error, cause) => passedOver(() => tokens.fail(token, error, cause)),
    },
    prices: priceList,
    bucket: 'sundial-runs',
    logGroups: { bring: () => Promise.reject(new Error('no log group is asked for')) },
    invocationLog: null,
    addressOf: (bucket, key) => `https://console.example.com/${bucket}/${key}`,
    objects: {
      read: (bucket, key) => {
        const found = objects.get(`${bucket}/${key}`);
        return Promise.resolve(found === undefined ? null : Buffer.from(found).toString());
      },
      write: (bucket, key, body) => {
        objects.set(`${bucket}/${key}`, body);
        return Promise.resolve();
      },
      upload: (bucket, key, file) => {
        objects.set(`${bucket}/${key}`, readFileSync(file));
        return Promise.resolve();
      },
      download: async (bucket, key, file) => {
        const found = objects.get(`${bucket}/${key}`);
        if (found === undefined) return Promise.reject(missing());
        writeFileSync(file, found);
        return Promise.resolve();
      },
      keys: (bucket, prefix, most) => {
        const all = [...objects.keys()].filter((key) => key.startsWith(`${bucket}/${prefix}`)).toSorted();
        return Promise.resolve(all.slice(0, most).map((key) => key.slice(bucket.length + 1)));
      },
    },
    modelsIn: () => ({
      concurrency: 4,
      embed: (text) => Promise.resolve({ vector: simulatedEmbedding(text), inputTokens: 1 }),
      patience: { attempts: 2, timeoutMs: 1_000, wait: () => Promise.resolve() },
      ask: (modelId, kase) => {
        asked.push({ modelId, caseId: kase.id });
        const said = says({ modelId, caseId: kase.id }, kase);
        return said instanceof Error ? Promise.reject(said) : Promise.resolve(anAnswer(said));
      },
    }),
  };
  return { ...fake, deps, objects, asked, inBatch, tokens };
}

function anAnswer(text: string): Answer {
  return {
    text,
    toolCalls: [],
    stopReason: 'end_turn',
    latencyMs: 10,
    ttftMs: 2,
    inputTokens: 1_000,
    outputTokens: 1_000,
  };
}
