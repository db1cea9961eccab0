import { ExecutionAlreadyExists, ExecutionDoesNotExist, SFNServiceException } from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { comparisonExecutions } from '../../../adapters/comparison/comparison-executions.ts';

const machine = 'arn:aws:states:us-west-2:111122223333:stateMachine:sundial-dev-comparison';
const fault = { message: 'so', $metadata: {} };

/** A Step Functions that answers every call so. */
function executionsOf(answer: () => unknown) {
  const sent: unknown[] = [];
  const client = {
    send: (command: { readonly input: unknown }) => {
      sent.push(command.input);
      return Promise.resolve().then(answer);
    },
  };
  return { sent, ...comparisonExecutions(machine, client) };
}

function throwing(error: Error): () => never {
  return () => {
    throw error;
  };
}

describe('executions of the state machine comparison', () => {
  it('are named for their run, and are passed nothing but its id', async () => {
    const { start, sent } = executionsOf(() => ({}));

    await start({ runId: 'run-1' });

    expect(sent).toEqual([{ stateMachineArn: machine, name: 'run-1', input: '{"runId":"run-1"}' }]);
  });

  it('are stopped by the name of their run', async () => {
    const { cancel, sent } = executionsOf(() => ({}));

    await cancel('run-1');

    expect(sent).toMatchObject([
      { executionArn: 'arn:aws:states:us-west-2:111122223333:execution:sundial-dev-comparison:run-1' },
    ]);
  });

  it('begin once, however often they are started', async () => {
    const { start } = executionsOf(throwing(new ExecutionAlreadyExists(fault)));

    await expect(start({ runId: 'run-1' })).resolves.toBeUndefined();
  });

  it('need no stop where they never began', async () => {
    const { cancel } = executionsOf(throwing(new ExecutionDoesNotExist(fault)));

    await expect(cancel('run-1')).resolves.toBeUndefined();
  });

  it('let every other fault out, so that the event is delivered again', async () => {
    const other = new SFNServiceException({ ...fault, name: 'ThrottlingException', $fault: 'client' });
    const { start, cancel } = executionsOf(throwing(other));

    await expect(start({ runId: 'run-1' })).rejects.toThrow('so');
    await expect(cancel('run-1')).rejects.toThrow('so');
  });
});
