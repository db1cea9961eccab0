import { expect, it } from 'vitest';
import { recustomise } from '../../../handlers/custom-models/recustomise.ts';
import { aCustomModelMigration, anApproval } from '../../builders/custom-model-migration.ts';
import { customModelDeps } from '../../fakes/custom-model-deps.ts';

const { id } = aCustomModelMigration();
const by = { by: 'U1', at: '2026-11-20T08:30:00.000Z' };

it.each`
  written                       | answered      | status         | why
  ${{ approved: true, ...by }}  | ${'approved'} | ${'promoting'} | ${'a person approved'}
  ${{ approved: true, ...by }}  | ${'expired'}  | ${'promoting'} | ${'a person approved in time, and the time was over before anybody went on'}
  ${{ approved: false, ...by }} | ${'approved'} | ${'refused'}   | ${'what is written down holds'}
  ${null}                       | ${'refused'}  | ${'refused'}   | ${'somebody refused'}
  ${null}                       | ${'expired'}  | ${'expired'}   | ${'nobody decided'}
  ${null}                       | ${'approved'} | ${'expired'}   | ${'an approval without a person is none'}
`('an answer $answered makes it $status: $why', async ({ written, answered, status }) => {
  const { deps, kept } = customModelDeps();
  const approval = { ...anApproval, decision: written as null };
  kept.set(id, aCustomModelMigration({ status: 'awaitingApproval', attempt: 1, told: 1, version: 1, approval }));

  await recustomise({ step: 'decide', id, decision: String(answered) }, deps);

  expect(kept.get(id)?.status).toBe(status);
});
