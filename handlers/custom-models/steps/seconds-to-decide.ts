import type { CustomModelMigration } from '../../../domain/custom-models/custom-model-migration.ts';
import type { RecustomiseDeps } from '../recustomise-ports.ts';

/** How long a person has, or still has where they were asked already. At least a second: Step Functions takes no less. */
export function secondsToDecide(
  { status, approval }: CustomModelMigration,
  { now, configuration }: Pick<RecustomiseDeps, 'now' | 'configuration'>,
): number {
  const whole = configuration.customModels.approvalDays * 86_400;
  if (status !== 'awaitingApproval' || !approval) return whole;
  return Math.max(1, Math.min(whole, Math.ceil((Date.parse(approval.expiresAt) - now().toMillis()) / 1000)));
}
