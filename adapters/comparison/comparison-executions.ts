import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { ExecutionDoesNotExist } from '@aws-sdk/client-sfn';

/** Executions of the state machine `comparison`: named for their run, so that a run has one, however often it is started. */
export function comparisonExecutions(machineArn: string, client: Pick<SFNClient, 'send'> = new SFNClient({})) {
  return {
    start: async ({ runId }: { readonly runId: string }): Promise<void> => {
      const input = JSON.stringify({ runId });
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn: machineArn, name: runId, input }));
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },
    /** One that never began, or is over, needs no stop. */
    cancel: async (runId: string): Promise<void> => {
      const executionArn = `${machineArn.replace(':stateMachine:', ':execution:')}:${runId}`;
      try {
        await client.send(
          new StopExecutionCommand({ executionArn, error: 'Cancelled', cause: 'Somebody cancelled the run in Slack' }),
        );
      } catch (error) {
        if (!(error instanceof ExecutionDoesNotExist)) throw error;
      }
    },
  };
}
