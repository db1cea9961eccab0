import type { Asked, ButtonName } from '../../domain/slack-request.ts';
import { failedCasesOf } from '../../domain/comparison-run.ts';
import { isOver } from '../../domain/comparison-runs.ts';
import { plainAnswer } from '../../templates/answers/plain-answer.ts';
import { cancelRun } from '../cancel-run.ts';
import type { SlackDeps } from '../slack-ports.ts';
import type { Answer, Asking } from './asking.ts';
import { done, refused } from './asking.ts';
import { change } from './change.ts';
import { askForRun } from './compare.ts';
import { customButton } from './custom-models.ts';
import { mayDo } from './may-do.ts';
import { situationWithId } from './situations.ts';
import { watch } from './watch.ts';
import { noMigration } from './no-migration.ts';

type Button = Extract<Asked, { kind: 'button' }>;

/** What a button does that asks nothing more. */
export async function pressButton({ button, about }: Button, asking: Asking, deps: SlackDeps): Promise<Answer> {
  const act = customActs[button];
  if (act) return customButton(act, about, asking, deps);
  if (button === 'cancelRun') return cancel(about, asking, deps);
  if (button === 'askAgain') return askAgain(about, asking, deps);
  const situation = await situationWithId(about, deps);
  if (!situation) return refused(plainAnswer([noMigration]));
  return button === 'acknowledge'
    ? change({ kind: 'acknowledge', model: about }, situation, asking, deps)
    : watch({ modelId: situation.migration.modelId, name: situation.modelName }, asking, deps);
}

const customActs: Readonly<Partial<Record<ButtonName, 'start' | 'approve' | 'refuse' | 'cancel'>>> = {
  startCustom: 'start',
  approveCustom: 'approve',
  refuseCustom: 'refuse',
  cancelCustom: 'cancel',
};

/** A run of the cases that the candidate failed in one that is over, with a guard. */
async function askAgain(runId: string, asking: Asking, deps: SlackDeps): Promise<Answer> {
  const run = await deps.runs.run(runId);
  const situation = run && (await situationWithId(run.migrationIds[0] ?? '', deps));
  if (run?.status !== 'concluded' || !situation)
    return refused(plainAnswer(['There is no such run, or it has no verdict.']));
  // On demand, however the first one was asked: what failed, with a guard, is seldom as much as a batch must be.
  const { current, candidate, names, region, judge, budget, migrationIds } = run;
  const again = { current, candidate, ...(names && { names }), region, judge, budget, migrationIds };
  return askForRun({ ...again, dataset: failedCasesOf(runId), sample: null }, situation, asking, deps);
}

/** Whoever may start a run for a migration may end it. */
async function cancel(runId: string, asking: Asking, deps: SlackDeps): Promise<Answer> {
  const run = await deps.runs.run(runId);
  if (!run) return refused(plainAnswer(['There is no such run.']));
  if (isOver(run) && run.status !== 'cancelled') return refused(plainAnswer(['The run is over already.']));

  for (const id of run.migrationIds) {
    const situation = await situationWithId(id, deps);
    const forbidden = situation && (await mayDo('compare', situation, asking, `cancel ${runId}`, deps));
    if (forbidden) return refused(forbidden);
  }
  const { user, key, at } = asking;
  for (const about of run.migrationIds)
    await deps.store.putAudit({ key, about, who: user, at, did: `cancel ${runId}`, reason: null, allowed: true });
  const { status } = await cancelRun(runId, user, deps);
  return status === 'cancelled'
    ? done(plainAnswer(['The run is cancelled: nothing more is asked, and what was answered is kept.']))
    : refused(plainAnswer(['The run was over before it could be cancelled.']));
}
