import type { ImportCheck } from '../../domain/custom-models/import-check.ts';
import { mayBegin } from '../../domain/custom-models/import-check.ts';
import type { ImportedModel, ImportRequest } from '../../domain/custom-models/import-step.ts';
import { importStep } from '../../domain/custom-models/import-step.ts';
import type { ImportPorts } from './import-ports.ts';

/** How an import ended. */
export type ImportOutcome =
  | { readonly kind: 'imported'; readonly modelArn: string; readonly answer: string }
  /** It is there, and did not answer in all the time that it was waited for. */
  | { readonly kind: 'notReady'; readonly modelArn: string }
  /** Nothing was started. */
  | { readonly kind: 'refused'; readonly check: ImportCheck }
  | { readonly kind: 'failed'; readonly job: string; readonly message: string; readonly check: ImportCheck }
  | { readonly kind: 'taken'; readonly by: string };

/** A model that is evicted takes minutes to be loaded again. */
const tries = 20;

/** Carries an import to its end, from wherever an earlier try of it left off: what is there is looked at before anything is started. */
export async function importModel(request: ImportRequest, ports: ImportPorts): Promise<ImportOutcome> {
  let followed: string | null = null;
  for (;;) {
    const step = importStep(request, await ports.look(request), followed);
    switch (step.kind) {
      case 'taken':
        return { kind: 'taken', by: step.by };
      case 'failed': {
        const { name, failure } = step.job;
        return { kind: 'failed', job: name, message: failure ?? 'no reason given', check: await ports.check() };
      }
      case 'try':
        return tryUntilReady(step.model, ports);
      case 'follow':
        followed = step.job.arn;
        ports.tell(`${step.job.name} is in progress`);
        await ports.wait(ports.pollMilliseconds);
        break;
      case 'start': {
        const check = await ports.check();
        if (!mayBegin(check)) return { kind: 'refused', check };
        const started = await ports.start(request, step.jobName);
        if (started.kind === 'refused')
          return { kind: 'failed', job: step.jobName, message: started.message, check: await ports.check() };
        followed = started.jobArn;
        ports.tell(`${step.jobName} is started: ${started.jobArn}`);
      }
    }
  }
}

async function tryUntilReady(
  { arn: modelArn, architecture }: ImportedModel,
  { tryModel, wait, tell, pollMilliseconds }: ImportPorts,
): Promise<ImportOutcome> {
  for (let left = tries; left > 0; left -= 1) {
    const answer = await tryModel(modelArn, architecture);
    if (answer !== null) return { kind: 'imported', modelArn, answer };
    tell('the model is imported and is being loaded');
    await wait(pollMilliseconds);
  }
  return { kind: 'notReady', modelArn };
}
