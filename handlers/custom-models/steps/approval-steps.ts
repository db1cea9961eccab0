import type { CustomModelMigration, TargetOutcome } from '../../../domain/custom-models/custom-model-migration.ts';
import { becoming, isStranded } from '../../../domain/custom-models/custom-model-status.ts';
import { changeCustomModelMigration } from '../change-custom-model-migration.ts';
import { answerApproval } from '../answer-approval.ts';
import type { RecustomiseDeps } from '../recustomise-ports.ts';
import type { StepAnswer } from './under-way.ts';
import { goOn, underWay } from './under-way.ts';

/**
 * Asks a person, who answers the token. Asked again, the time that is left stays, and a decision that was made is told at once. One that was
 * approved and could be carried nowhere is asked about anew.
 */
export async function askStep(id: string, token: string, deps: RecustomiseDeps): Promise<StepAnswer> {
  await underWay(id, deps);
  const { now, configuration } = deps;
  const asked = await goOn(id, deps, (before) => {
    if (before.status === 'awaitingApproval')
      return before.approval && { ...before, approval: { ...before.approval, token } };
    if (before.status !== 'comparing' && !isStranded(before)) return null;
    const askedAt = now().toUTC().toISO() ?? '';
    const expiresAt = now().toUTC().plus({ days: configuration.customModels.approvalDays }).toISO() ?? '';
    const approval = { token, askedAt, expiresAt, remindedAt: null, decision: null };
    return becoming(before, 'awaitingApproval', now(), { approval });
  });
  await answerApproval(asked, deps);
  return { next: 'wait' };
}

/** What a person decided, or that nobody did in time. Only a decision that is written down, with whose it is, approves. */
export async function decideStep(id: string, decision: string, deps: RecustomiseDeps): Promise<StepAnswer> {
  const { now } = deps;
  await underWay(id, deps);
  const after = await changeCustomModelMigration(deps.customModelMigrations, id, (before) => {
    if (before.status !== 'awaitingApproval') return null;
    const said = before.approval?.decision;
    if (said?.approved) return becoming(before, 'promoting', now(), { outcomes: outcomesOf(before) });
    return becoming(before, said || decision === 'refused' ? 'refused' : 'expired', now());
  });
  return { next: after.status === 'promoting' ? 'promote' : 'cleanUp' };
}

/** Each target, and without any the place where the model is: there it is served already. */
function outcomesOf({ targets, customModel, newModelArn, servingArn }: CustomModelMigration): readonly TargetOutcome[] {
  const { account, region } = customModel;
  const here = { account, region, serving: 'deployment', key: null } as const;
  return (targets.length > 0 ? targets : [here]).map((target) =>
    target.account === account && target.region === region
      ? { ...target, kind: 'done', model: newModelArn, serves: servingArn, why: null }
      : { ...target, kind: 'waiting', model: null, serves: null, why: null },
  );
}
