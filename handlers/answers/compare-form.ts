import type { ModalView } from '@slack/types';
import type { FormFields } from '../../domain/slack-request.ts';
import { formProblems } from '../../domain/form-problems.ts';
import { utcDay } from '../../domain/calendar-date.ts';
import { recentCalls } from '../../domain/comparison-run.ts';
import type { Situation } from '../../domain/situation.ts';
import { compareModal } from '../../templates/slack/compare-modal.ts';
import { reasonOf } from '../reason.ts';
import type { SlackDeps } from '../slack-ports.ts';
import { candidatesFor } from './candidates.ts';
import type { Wanted } from './compare.ts';
import { wanted } from './compare.ts';
import { textIn } from './form-view.ts';

/** The form of a comparison. With cases chosen it says what the run would cost and how long it would take. */
export async function compareForm(
  situation: Situation | null,
  fields: FormFields,
  deps: SlackDeps,
): Promise<ModalView> {
  const { catalogue, configuration } = deps;
  const candidates = situation ? candidatesFor(situation, catalogue, configuration.policy.replacementMinimumDays) : [];
  const teamDataset = situation?.team.dataset ?? null;
  const form = { situation, candidates, teamDataset, fields };
  const empty = { ...form, estimate: null, problem: null };
  if (situation === null || textIn(fields, 'source') === null) return compareModal(empty);

  const known = { current: situation.migration.modelId, teamDataset: teamDataset !== null };
  const problems = formProblems('compare', fields, known, utcDay(deps.now()));
  if (problems) return compareModal({ ...empty, problem: Object.values(problems).join(' ') });
  try {
    return compareModal({
      ...empty,
      estimate: await deps.comparisons.estimate({ ...(await asked(situation, fields, deps)), requestedBy: null }),
    });
  } catch (fault) {
    return compareModal({ ...empty, problem: reasonOf(fault).reason });
  }
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
