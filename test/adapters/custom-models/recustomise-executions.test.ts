import { ExecutionDoesNotExist } from '@aws-sdk/client-sfn';
import { expect, it } from 'vitest';
import { recustomiseExecutions } from '../../../adapters/custom-models/recustomise-executions.ts';
import { aCustomModelMigration } from '../../builders/custom-model-migration.ts';

const machine = 'arn:aws:states:us-west-2:111122223333:stateMachine:sundial-dev-recustomise-model';
const name = 'sundial-111122223333-us-east-1-supportlite1-2';
const migration = aCustomModelMigration({ attempt: 2, status: 'cancelled', reason: 'cancelled by U0000000001' });
const stopped = {
  executionArn: `arn:aws:states:us-west-2:111122223333:execution:sundial-dev-recustomise-model:${name}`,
  error: 'Cancelled',
  cause: 'cancelled by U0000000001',
};

/** A Step Functions that has that execution, or none. */
function executionsOf(has: boolean) {
  const sent: object[] = [];
  const client = {
    send: (command: { readonly input: object }) => {
      sent.push(command.input);
      const isUnknown = !has && 'executionArn' in command.input;
      return isUnknown
        ? Promise.reject(new ExecutionDoesNotExist({ message: 'so', $metadata: {} }))
        : Promise.resolve({});
    },
  };
  return { sent, ...recustomiseExecutions(machine, client) };
}

it('an attempt is one execution, which knows whose it is', async () => {
  const { start, sent } = executionsOf(true);

  await start(migration);

  expect(sent).toEqual([
    { stateMachineArn: machine, name, input: JSON.stringify({ id: migration.id, attempt: migration.attempt }) },
  ]);
});

it('what is stopped is cleaned up after by the event of that', async () => {
  const { stop, sent } = executionsOf(true);

  await stop(migration);

  expect(sent).toEqual([stopped]);
});

it('what never began is cleaned up after at once, since no event will tell', async () => {
  const { stop, sent } = executionsOf(false);

  await stop(migration);

  const input = JSON.stringify({ execution: name, error: 'ABORTED' });
  expect(sent).toEqual([stopped, { stateMachineArn: machine, name: `${name}-cleanUp`, input }]);
});
