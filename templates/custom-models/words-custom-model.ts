import type { CustomModelMigration, TargetOutcome } from '../../domain/custom-models/custom-model-migration.ts';
import { leftovers } from '../../domain/custom-models/created-thing.ts';
import type { Markup } from '../markup.ts';
import { longDay } from '../text.ts';

/** Which custom model is about what, in one line. */
export function customModelWords({ customModel, base, replacement }: CustomModelMigration, markup: Markup): string {
  const { name, account, region } = customModel;
  const to =
    replacement === null ? 'no replacement is named yet' : `to be trained again on ${markup.code(replacement)}`;
  return `Custom model ${markup.code(name)} (${account}, ${region}) rests on ${markup.code(base)}, which leaves; ${to}`;
}

/** How it stands; the first line says it by itself. */
export function customModelStatusWords(
  migration: CustomModelMigration,
  markup: Markup,
): readonly [string, ...string[]] {
  const { newName, reason, verdict, approval, problems, startedBy, replacement } = migration;
  const why = reason === null ? [] : [markup.text(reason)];
  const name = markup.code(newName ?? '');
  const removed = leftovers(migration).length > 0 ? 'is being removed' : 'is removed';
  const kept = migration.created.some((one) => one.kept) ? ' and not approved' : '';
  // Where it was approved before, and nobody took it.
  const stranded =
    migration.outcomes.length > 0
      ? `${name} was approved, could be carried to none of its targets, and is still there. Mend what is listed here and approve again, or refuse. `
      : '';
  switch (migration.status) {
    case 'proposed':
      return ['Proposed: nothing is started and nothing is spent until somebody starts it.'];
    case 'checking':
      return [
        `Started by ${startedBy === null ? 'nobody known' : markup.person(startedBy)}. Data, role, key, quotas and hyperparameters are checked before anything is created.`,
      ];
    case 'training':
      return [
        `${name} is being trained on ${markup.code(replacement ?? '')}. This takes hours.`,
        ...migration.notes.map((one) => `• ${markup.text(one)}`),
      ];
    case 'deploying':
      return [`${name} is trained, and is being made callable.`];
    case 'comparing':
      return [`${name} is compared with the old model on the validation data.`];
    case 'awaitingApproval':
      return [
        `The comparison says: ${markup.text(verdict?.kind ?? 'nothing')}. ${stranded}Shall ${name} take the old model's place? Approve or refuse before ${longDay(approval?.expiresAt ?? '')}; then everything that was created is removed.`,
        ...(verdict?.reasons ?? []).map((one) => markup.text(one)),
      ];
    case 'promoting':
      return [
        `Approved by ${markup.person(approval?.decision?.by ?? '')}. ${name} is being shared, copied and served.`,
      ];
    case 'promoted':
      return [`${name} has taken the old model's place. Point its callers at what is listed here.`, ...why];
    case 'worse':
      return [
        `${name} does worse than the old model, so it is not used, and what was created for it ${removed}.`,
        ...(verdict?.reasons ?? []).map((one) => markup.text(one)),
      ];
    case 'refused':
      return [`Refused by ${markup.person(approval?.decision?.by ?? '')}: what was created ${removed}.`];
    case 'expired':
      return [`Nobody decided in time: what was created ${removed}. It can be started again.`];
    case 'cancelled':
      return [`Cancelled: what was created ${removed}.`, ...why];
    case 'failed':
      return [`Failed: what was created${kept} ${removed}.`, ...why, ...problems.map((one) => `• ${markup.text(one)}`)];
  }
}

/** How each target fares, a line each. */
export function outcomeWords(outcomes: readonly TargetOutcome[], markup: Markup): readonly string[] {
  return outcomes.map(({ account, region, kind, model, serves, why }) => {
    const place = `${region} (${account})`;
    if (kind === 'failed') return `• ${place}: failed: ${markup.text(why ?? 'no reason given')}`;
    if (kind === 'waiting') return `• ${place}: under way`;
    return `• ${place}: ${markup.code(serves ?? model ?? '')}`;
  });
}

/** How it stands, and how each target fares; the first line says it by itself. */
export function customModelLines(migration: CustomModelMigration, markup: Markup): readonly [string, ...string[]] {
  return [...customModelStatusWords(migration, markup), ...outcomeWords(migration.outcomes, markup)];
}
