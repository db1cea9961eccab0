import { expect, it } from 'vitest';
import { DateTime } from 'luxon';
import { CustomModels } from '../../../adapters/configuration-custom-models.ts';
import type { Json } from '../../../local/state-machine/json.ts';
import { readStateMachine } from '../../../local/state-machine/read-definition.ts';
import { recustomiseModel } from '../../../local/state-machine/recustomise-model.ts';
import { taskTokens } from '../../../local/state-machine/task-tokens.ts';

it.each`
  step       | why
  ${'check'} | ${'the check fails'}
  ${'train'} | ${'a later step fails'}
`('an execution says whose attempt it cleans up after where $why', async ({ step }) => {
  const cleaned: Json[] = [];
  const recustomise = (payload: Json): Promise<unknown> => {
    const { step: asked } = payload as { readonly step: string };
    if (asked === 'cleanUp') cleaned.push(payload);
    if (asked === step) return Promise.reject(Object.assign(new Error('no'), { name: 'RecustomiseError' }));
    return Promise.resolve({ next: asked === 'check' ? 'follow' : 'done' });
  };

  await recustomiseModel(
    { recustomise, train: () => Promise.reject(new Error('nothing is trained here')) },
    { id: 'one', attempt: 3 },
    {
      now: () => DateTime.fromISO('2026-11-20T09:00:00Z'),
      tokens: taskTokens(),
      sleep: () => Promise.resolve(),
      deadline: () => new Promise(() => undefined),
      signal: new AbortController().signal,
    },
  );

  expect(cleaned).toMatchObject([{ step: 'cleanUp', id: 'one', attempt: 3, error: 'RecustomiseError' }]);
});

it('an execution lasts as long as the longest training and the longest approval that sundial.yml takes', () => {
  const longest = { trainingDays: 60, approvalDays: 90 };
  const { TimeoutSeconds } = readStateMachine('recustomise-model', {
    Partition: 'aws',
    RecustomiseModelFunction: 'recustomise-model',
  });

  expect(CustomModels.safeParse({ ...longest, trainingDays: 61 }).success).toBe(false);
  expect(CustomModels.safeParse({ ...longest, approvalDays: 91 }).success).toBe(false);
  expect(CustomModels.parse(longest)).toMatchObject(longest);
  expect(TimeoutSeconds).toBeGreaterThan((longest.trainingDays + longest.approvalDays) * 86_400);
});
