import type { DateTime } from 'luxon';
import type { CustomModelChanges, CustomModelMigration } from './custom-model-migration.ts';
import type { CustomModelSettings } from './custom-model-settings.ts';
import { becoming } from './custom-model-status.ts';
import { freshAttempt } from './fresh-attempt.ts';

/** Names of custom models have at most 63 characters. */
const longestName = 63;

/** Another attempt from the beginning; what earlier attempts created stays on the record. */
export function startedAnew(
  before: CustomModelMigration,
  by: string,
  { replacement, hyperParameters = {}, serving, targets }: CustomModelChanges,
  now: DateTime,
  settings: CustomModelSettings,
): CustomModelMigration {
  const attempt = before.attempt + 1;
  return becoming(before, 'checking', now, {
    attempt,
    replacement: replacement ?? before.replacement,
    hyperParameters: { ...before.hyperParameters, ...hyperParameters },
    serving: serving ?? settings.serving,
    targets: targets ?? settings.targets,
    newName: newModelName(before.customModel.name, attempt),
    ...freshAttempt,
    startedBy: by,
  });
}

/** Another for each attempt, since a name is used once: `support-lite-renewed-1`. */
function newModelName(name: string, attempt: number): string {
  const ending = `-renewed-${attempt}`;
  const stem = name.replace(/-renewed-\d+$/, '').slice(0, longestName - ending.length);
  return `${stem.replace(/[-_]+$/, '')}${ending}`;
}

/** Names the training job and the execution of the present attempt. */
export function attemptName({ id, attempt }: Pick<CustomModelMigration, 'id' | 'attempt'>): string {
  return `sundial-${id}-${attempt}`;
}

/** The migration whose job has that name; `null` for anybody else's. */
export function migrationOfJob(jobName: string): string | null {
  return /^sundial-(?<id>\d{12}-.+)-\d+$/.exec(jobName)?.groups?.['id'] ?? null;
}
