import type { ModalView } from '@slack/types';
import type { FormFields } from '../../domain/slack-request.ts';
import { formProblems } from '../../domain/form-problems.ts';
import { utcDay } from '../../domain/calendar-date.ts';
import { recentCalls } from '../../domain/comparison-run.ts';
import type { Situation } from '../../domain/situation.ts';
import { compareModal } from '../../templates/slack/compare-modal.ts';
import { reasonOf } from '../reason.ts';
import type { SlackDeps } from '../slack-ports.ts';
import type { Asking } from './asking.ts';
import { candidatesFor } from './candidates.ts';
import type { Wanted } from './compare.ts';
import { wanted } from './compare.ts';
import { textIn } from './form-view.ts';
import { mayDo } from './may-do.ts';
import { migrationMeant } from './meant-migration.ts';
import { noBatch } from './no-batch.ts';

/**
 * The form of a comparison. With cases chosen it says what the run would cost and how long it would take. Where it was opened without
 * a migration, the model that was written into it says which one is meant.
 */
export async function compareForm(
  situation: Situation | null,
  fields: FormFields,
  asking: Asking,
  deps: SlackDeps,
): Promise<ModalView> {
  const { catalogue, configuration } = deps;
  const meant = situation ?? (await named(fields, asking, deps));
  const candidates = meant ? candidatesFor(meant, catalogue, configuration.policy.replacementMinimumDays) : [];
  const teamDataset = meant?.team.dataset ?? null;
  const batch = noBatch(meant, deps);
  const empty = { situation, candidates, teamDataset, batch, fields, estimate: null, problem: null };
  if (meant === null || textIn(fields, 'source') === null) return compareModal(empty);

  const known = { current: situation?.migration.modelId, teamDataset: teamDataset !== null, batch: batch === null };
  const problems = formProblems('compare', fields, known, utcDay(deps.now()));
  if (problems) return compareModal({ ...empty, problem: Object.values(problems).join(' ') });
  const forbidden = await mayDo('compare', meant, asking, 'estimate a comparison', deps);
  if (forbidden) return compareModal({ ...empty, problem: forbidden.text });
  try {
    const run = { ...(await asked(meant, fields, deps)), requestedBy: asking.user };
    return compareModal({ ...empty, estimate: await deps.comparisons.estimate(run) });
  } catch (fault) {
    return compareModal({ ...empty, problem: reasonOf(fault).reason });
  }
}

async function named(fields: FormFields, asking: Asking, deps: SlackDeps): Promise<Situation | null> {
  const current = textIn(fields, 'current');
  if (current === null) return null;
  const meant = await migrationMeant(current, asking, deps, (words) => words);
  return meant.kind === 'one' ? meant.one : null;
}

/** The run that a form describes; cases that were uploaded are kept on the way. */
export async function asked(
  situation: Situation,
  fields: FormFields,
  { desk, comparisons }: Pick<SlackDeps, 'desk' | 'comparisons'>,
): Promise<Wanted> {
  const dataset = await datasetOf(situation, fields, { desk, comparisons });
  const [sample, budget] = [textIn(fields, 'sample'), textIn(fields, 'budget')];
  return {
    ...wanted(situation, textIn(fields, 'candidate') ?? '', dataset),
    sample: sample === null ? null : Number(sample),
    budget: budget === null ? null : Number(budget),
    judge: textIn(fields, 'judge'),
    ...(textIn(fields, 'engine') === 'batch' && { engine: 'batch' as const }),
  };
}

async function datasetOf(
  { team }: Situation,
  fields: FormFields,
  { desk, comparisons }: Pick<SlackDeps, 'desk' | 'comparisons'>,
): Promise<string> {
  switch (textIn(fields, 'source')) {
    case 's3':
      return textIn(fields, 'address') ?? '';
    case 'logs':
      return recentCalls;
    case 'upload': {
      const [file = ''] = fields['file'] ?? [];
      const { name, bytes } = await desk.download(file);
      return comparisons.keepDataset(name, bytes);
    }
    default:
      return team.dataset ?? '';
  }
}
