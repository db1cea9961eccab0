import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { OpenDataset } from '../../adapters/comparison/open-dataset.ts';
import type { RunDirectory } from '../../adapters/comparison/run-directory.ts';
import { needsBertScore } from '../../domain/cases/dataset.ts';
import type { RunEvidence } from '../../domain/cases/comparison-report.ts';
import { BadInputError } from '../exit.ts';
import { note } from '../output.ts';
import { s3Folder } from './batch-options.ts';
import type { CompareOptions } from './comparison-options.ts';
import { roleOption } from './role-option.ts';

/** What measures BERTScore in a run, and tells it once all answers are there. */
export interface BertMeasure {
  readonly evidence: NonNullable<RunEvidence['bertScore']>;
  readonly tell: (directory: RunDirectory) => Promise<void>;
}

/**
 * What `--bertscore` names: a folder with an ONNX model, or one in S3 through which an evaluation job of Bedrock measures. `null` where no case
 * asks for it. Throws `BadInputError` before anything is asked.
 */
export async function bertMeasure(
  { bertscore, bertscoreRole }: Pick<CompareOptions, 'bertscore' | 'bertscoreRole'>,
  dataset: OpenDataset,
  region: string,
): Promise<BertMeasure | null> {
  if (!needsBertScore(dataset)) return null;
  if (bertscore === undefined)
    throw new BadInputError(
      '--bertscore: a case has a check of kind bert-score: expected a folder with an ONNX model, or s3://bucket/prefix; see docs/cases.md',
    );
  return bertscore.startsWith('s3://')
    ? byEvaluation(bertscore, bertscoreRole, dataset, region)
    : byModel(bertscore, dataset);
}

async function byModel(folder: string, dataset: OpenDataset): Promise<BertMeasure> {
  if (!existsSync(folder)) throw new BadInputError(`--bertscore ${folder}: no such folder`);
  const { openTokenEmbedder } = await import('../../adapters/scoring/token-embedder.ts');
  const { BertScoreModelError } = await import('../../adapters/scoring/bert-score-settings.ts');
  const embedder = await openTokenEmbedder(folder).catch((cause: unknown) => {
    if (cause instanceof BertScoreModelError) throw new BadInputError(`--bertscore ${cause.message}`, { cause });
    throw cause;
  });
  const { settings, sha256 } = embedder;
  const by = [basename(folder), settings.idf && 'idf', settings.baseline && 'rescaled'].filter(Boolean).join(', ');
  return {
    evidence: { by, sha256 },
    async tell({ journal }) {
      const { bertScoresBy } = await import('../../adapters/scoring/bert-scores.ts');
      const { tellBertScores } = await import('../../adapters/comparison/tell-bert-scores.ts');
      let [told, measured] = [performance.now(), 0];
      const measure = bertScoresBy(embedder);
      await tellBertScores(journal, dataset, async (pairs, corpus) => {
        const scores = await measure(pairs, corpus);
        measured += pairs.length;
        if (performance.now() - told > 5_000) {
          note(`sundial: BERTScore of ${measured} answers measured`);
          told = performance.now();
        }
        return scores;
      });
      await embedder.close();
    },
  };
}

async function byEvaluation(
  address: string,
  role: string | undefined,
  dataset: OpenDataset,
  region: string,
): Promise<BertMeasure> {
  const folder = s3Folder('--bertscore', address);
  const roleArn = roleOption('--bertscore-role', role);
  const { checkF1Only, byJob } = await import('../../adapters/scoring/bert-evaluation.ts');
  await checkF1Only(dataset.read());
  return {
    evidence: { by: byJob },
    async tell({ journal, evidence }) {
      const { measureByEvaluation } = await import('../../adapters/comparison/measure-by-evaluation.ts');
      await measureByEvaluation({ ...folder, roleArn }, region, evidence.runId, journal, dataset, async (jobs) => {
        note(`sundial: waiting for ${jobs.join(', ')}`);
        await setTimeout(30_000);
      });
    },
  };
}
