import { appendFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { awsAccess } from '../../adapters/aws-access.ts';
import { adaptiveLimit } from '../../adapters/comparison/adaptive-limit.ts';
import { converse } from '../../adapters/comparison/converse.ts';
import { askPatiently, usualPatience } from '../../adapters/comparison/patient-asking.ts';
import { mendRunJournal } from '../../adapters/comparison/run-journal.ts';
import { sideBySide } from '../../adapters/comparison/side-by-side.ts';
import { clock } from '../clock.ts';
import type { CompareOptions } from '../comparison/comparison-options.ts';
import { compareChoice } from '../comparison/comparison-options.ts';
import type { FrozenAnswer } from '../comparison/frozen-answers.ts';
import { askedDigest, frozenAnswers } from '../comparison/frozen-answers.ts';
import { namedDataset } from '../comparison/named-dataset.ts';
import type { ExitCode } from '../exit.ts';
import { BadInputError, exitCode } from '../exit.ts';
import { homeRegion } from '../aws-environment.ts';
import { note, printJson, say } from '../output.ts';
import { progress } from '../progress.ts';

/** Keeps a model's answers while it still gives them. Run again, it asks only what is not kept yet. */
export async function freeze(modelId: string, given: unknown): Promise<ExitCode> {
  const options = given as CompareOptions;
  const { concurrency } = compareChoice(options);
  if (options.out === undefined) throw new BadInputError('--out: expected a file for the answers');
  const out = resolve(options.out);
  const region = options.region ?? homeRegion();
  const now = clock(options.now);
  const dataset = await namedDataset(options.dataset, options.skipBad ?? false);
  const before = existsSync(out) ? await frozenAnswers(out, modelId) : null;
  if (before?.end === 'torn') await mendRunJournal(out);
  if (before?.end === 'unended') appendFileSync(out, '\n');
  mkdirSync(dirname(out), { recursive: true });

  const ask = converse(awsAccess(), region, () => performance.now());
  const limit = adaptiveLimit(concurrency);
  const bar = progress(`Answers of ${modelId}`, dataset.cases.length);
  const result = {
    cases: dataset.cases.length,
    kept: 0,
    answered: 0,
    failed: 0,
    failures: [] as { caseId: string; error: string }[],
  };
  await sideBySide(dataset.read(), concurrency, async (kase) => {
    if (before?.of(kase)) result.kept += 1;
    else {
      const asked = await askPatiently(ask, modelId, kase, limit, { ...usualPatience, random: Math.random });
      if (asked.kind === 'answered') {
        const line: FrozenAnswer = {
          modelId,
          region,
          caseId: kase.id,
          asked: askedDigest(kase),
          inference: kase.inference,
          at: now().toUTC().toISO() ?? '',
          answer: asked.answer,
        };
        appendFileSync(out, `${JSON.stringify(line)}\n`);
        result.answered += 1;
      } else {
        result.failed += 1;
        result.failures.push({ caseId: kase.id, error: `${asked.fault}: ${asked.message}` });
      }
    }
    bar.step();
  });
  bar.end();

  if (options.json) printJson({ modelId, region, ...result, answers: out });
  else
    say(
      `${result.answered} answers of ${modelId} are kept in ${out}, beside ${result.kept} from before; ${result.failed} failed.`,
    );
  for (const { caseId, error } of result.failures.slice(0, 5)) note(`sundial: ${caseId}: ${error}`);
  return result.failed > 0 ? exitCode.outsideFailed : exitCode.fine;
}
