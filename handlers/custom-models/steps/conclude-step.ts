import { leftovers } from '../../../domain/custom-models/created-thing.ts';
import type { CustomModelMigration } from '../../../domain/custom-models/custom-model-migration.ts';
import { withPromotedKept } from '../../../domain/custom-models/promoted-things.ts';
import { becoming, isStranded } from '../../../domain/custom-models/custom-model-status.ts';
import { changeCustomModelMigration } from '../change-custom-model-migration.ts';
import type { RecustomiseDeps } from '../recustomise-ports.ts';
import { removeAll } from './remove-all.ts';
import { secondsToDecide } from './seconds-to-decide.ts';
import type { StepAnswer } from './under-way.ts';
import { underWay } from './under-way.ts';

interface Concluded extends StepAnswer {
  readonly next: 'ask' | 'done';
  /** How long a person has to decide. */
  readonly seconds: number;
}

/**
 * Ends a promotion: what serves somewhere stays, and everything else that was created is cleaned up after this. Where nothing serves anywhere
 * the person is asked again, and only what serves is removed; a fault there is no reason to lose the model, and the daily word of costs names
 * what is left.
 */
export async function concludeStep(id: string, deps: RecustomiseDeps): Promise<Concluded> {
  const before = await underWay(id, deps);
  const seconds = secondsToDecide(before, deps);
  if (before.status === 'awaitingApproval') return { next: 'ask', seconds };
  if (isStranded(before)) {
    await removeAll(before, leftovers(before).filter(isForServing), deps);
    return { next: 'ask', seconds };
  }
  await changeCustomModelMigration(deps.customModelMigrations, id, (now) =>
    now.status === 'promoting'
      ? becoming(withPromotedKept(now), 'promoted', deps.now(), { reason: whatFailed(now) })
      : null,
  );
  return { next: 'done', seconds };
}

function isForServing({ kind }: { readonly kind: string }): boolean {
  return kind === 'provisionedThroughput' || kind === 'deployment';
}

function whatFailed({ outcomes }: CustomModelMigration): string | null {
  return outcomes.every(({ kind }) => kind === 'done')
    ? null
    : 'Where it failed, try again with sundial custom promote: what is there is left alone.';
}
