import type { SFNClient } from '@aws-sdk/client-sfn';
import { executions } from '../executions.ts';

/** Executions of the state machine `comparison`: named for their run, so that a run has one, however often it is started. */
export function comparisonExecutions(machineArn: string, client?: Pick<SFNClient, 'send'>) {
  const { start, stop } = executions(machineArn, client);
  return {
    start: ({ runId }: { readonly runId: string }): Promise<void> => start(runId, { runId }),
    /** One that never began, or is over, needs no stop. */
    cancel: async (runId: string): Promise<void> => {
      await stop(runId, 'Somebody cancelled the run in Slack');
    },
  };
}
