import { describe, expect, it } from 'vitest';
import { customModelMigrationStatuses } from '../../../domain/custom-models/custom-model-status.ts';
import { customModelActions } from '../../../templates/custom-models/custom-model-actions.ts';
import { aCustomModelMigration, novaPro } from '../../builders/custom-model-migration.ts';

describe('what can be decided of a custom model', () => {
  it.each(customModelMigrationStatuses)('%s', (status) => {
    const block = customModelActions(aCustomModelMigration({ status, attempt: 1 }));

    const labels = (block?.elements ?? []).flatMap((one) => (one.type === 'button' ? [one.text.text] : []));
    expect(labels).toEqual(wanted[status]);
  });

  it('asks once more before money is spent, and says on what it is trained', () => {
    const [start] = customModelActions(aCustomModelMigration())?.elements ?? [];

    expect(start).toMatchObject({
      value: aCustomModelMigration().id,
      confirm: { text: { text: expect.stringContaining(novaPro) as string } },
    });
  });

  it('asks for approval of one attempt: the question stays in the thread when there is another', () => {
    const values = (attempt: number) =>
      customModelActions(aCustomModelMigration({ status: 'awaitingApproval', attempt }))?.elements.map((one) =>
        one.type === 'button' ? one.value : null,
      );

    expect(values(2)).toEqual([`${aCustomModelMigration().id}#2`, `${aCustomModelMigration().id}#2`]);
  });

  it('cannot start while nobody knows what to train on', () => {
    expect(customModelActions(aCustomModelMigration({ replacement: null }))).toBeNull();
  });
});

const wanted = {
  proposed: ['Start training'],
  checking: ['Cancel'],
  training: ['Cancel'],
  deploying: ['Cancel'],
  comparing: ['Cancel'],
  awaitingApproval: ['Approve', 'Refuse'],
  promoting: ['Cancel'],
  promoted: [],
  worse: ['Start again'],
  refused: ['Start again'],
  expired: ['Start again'],
  cancelled: ['Start again'],
  failed: ['Start again'],
} as const;
