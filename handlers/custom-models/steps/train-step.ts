import { trainingInput } from '../../../adapters/custom-models/training-jobs.ts';
import { attemptName } from '../../../domain/custom-models/custom-model-start.ts';
import { becoming } from '../../../domain/custom-models/custom-model-status.ts';
import type { RecustomiseDeps } from '../recustomise-ports.ts';
import { RecustomiseError } from './recustomise-error.ts';
import type { StepAnswer } from './under-way.ts';
import { created, goOn, lookAgain, remember, underWay } from './under-way.ts';

/** Looks how the training goes, and begins it where nobody did. */
export async function trainStep(id: string, deps: RecustomiseDeps): Promise<StepAnswer> {
  const migration = await underWay(id, deps);
  const { status, original, trainingBase, customModel } = migration;
  if (status !== 'training') return { next: 'done' };
  if (!original || trainingBase === null) throw new Error(`nothing is known of the training of ${id}`);

  const workshop = await deps.workshop(customModel);
  const name = attemptName(migration);
  const job = await workshop.findJob(name);
  if (!job) {
    await workshop.createJob(trainingInput(migration, original, trainingBase));
    return lookAgain(migration, 300, deps);
  }
  await remember(id, [created('customizationJob', job.arn, 0, deps)], deps);
  if (['Failed', 'Stopped'].includes(job.status))
    throw new RecustomiseError(`The training ${name} ${job.status.toLowerCase()}: ${job.failure ?? 'no reason given'}`);
  const newModelArn = job.model;
  if (job.status !== 'Completed' || newModelArn === null) return lookAgain(migration, 300, deps);

  await remember(id, [created('customModel', newModelArn, null, deps)], deps);
  await goOn(id, deps, (now) =>
    now.status === 'training' ? becoming(now, 'deploying', deps.now(), { jobArn: job.arn, newModelArn }) : null,
  );
  return { next: 'done' };
}
