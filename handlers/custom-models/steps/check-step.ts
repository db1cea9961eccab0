import { copySupport } from '../../../catalogue/copy-support.ts';
import { hyperParameterFamilies, trainingDataSupport } from '../../../catalogue/customization-support.ts';
import { trainingInput } from '../../../adapters/custom-models/training-jobs.ts';
import type { CustomModelMigration } from '../../../domain/custom-models/custom-model-migration.ts';
import { attemptName } from '../../../domain/custom-models/custom-model-start.ts';
import { becoming } from '../../../domain/custom-models/custom-model-status.ts';
import { mappedHyperParameters } from '../../../domain/custom-models/hyper-parameters.ts';
import { preflightProblems } from '../../../domain/custom-models/preflight.ts';
import { changeCustomModelMigration } from '../change-custom-model-migration.ts';
import type { ModelWorkshop, RecustomiseDeps } from '../recustomise-ports.ts';
import { checkTargets } from './check-targets.ts';
import { pascalCased } from './pascal-cased.ts';
import { RecustomiseError } from './recustomise-error.ts';
import type { StepAnswer } from './under-way.ts';
import { goOn, underWay } from './under-way.ts';

/** How the training is begun: by Step Functions in this account or another, by a function, or not at all, since it was. */
interface TrainingPlan extends StepAnswer {
  readonly next: 'here' | 'there' | 'follow';
  readonly job: unknown;
  readonly role: string | null;
}

const support = { families: hyperParameterFamilies, data: trainingDataSupport, serving: copySupport };

/** Looks at everything that the training depends on before anything is created, and says how to begin it. */
export async function checkStep(id: string, deps: RecustomiseDeps): Promise<TrainingPlan> {
  const before = await underWay(id, deps);
  const workshop = await deps.workshop(before.customModel);
  const migration = before.status === 'checking' ? await checked(before, workshop, deps) : before;
  const { status, original, trainingBase, customModel } = migration;
  const follow = { next: 'follow', job: null, role: null } as const;
  if (status !== 'training' || !original || trainingBase === null) return follow;
  if (customModel.region !== deps.ownRegion || (await workshop.findJob(attemptName(migration)))) return follow;
  const role = await deps.writingRole(customModel.account);
  const job = pascalCased(trainingInput(migration, original, trainingBase));
  return { next: role === null ? 'here' : 'there', job, role };
}

async function checked(
  migration: CustomModelMigration,
  workshop: ModelWorkshop,
  deps: RecustomiseDeps,
): Promise<CustomModelMigration> {
  const { id, customModel, replacement } = migration;
  const seen = await workshop.original(customModel.arn);
  if (seen.kind === 'copy')
    throw new RecustomiseError(
      `${customModel.arn} is a copy of ${seen.of}: train that one again, and promote it to here`,
    );
  if (seen.kind === 'none') throw new RecustomiseError(`the job that made ${customModel.arn} is not there any more`);
  const mapped = mappedHyperParameters(seen.job.hyperParameters, replacement ?? '', hyperParameterFamilies);
  const taken = {
    original: seen.job,
    hyperParameters: { ...mapped.values, ...migration.hyperParameters },
    notes: mapped.notes,
  };
  const facts = await workshop.preflight(seen.job, { replacement: replacement ?? '', serving: migration.serving });
  const targets = await checkTargets(migration, seen.job.kmsKey, deps);
  const problems = [...preflightProblems({ ...migration, ...taken }, seen.job, facts, support), ...targets.problems];
  const notes = [...taken.notes, ...(facts.key?.warnings ?? []), ...targets.warnings];
  if (problems.length > 0) {
    const found = { ...taken, notes, problems };
    await changeCustomModelMigration(deps.customModelMigrations, id, (now) => ({ ...now, ...found }));
    throw new RecustomiseError('The check found what has to be put right before a training can begin.');
  }
  return goOn(id, deps, (now) =>
    now.status === 'checking'
      ? becoming(now, 'training', deps.now(), { ...taken, notes, trainingBase: facts.replacement?.arn ?? null })
      : null,
  );
}
