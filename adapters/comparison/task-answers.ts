import { SendTaskFailureCommand, SendTaskSuccessCommand, SFNClient } from '@aws-sdk/client-sfn';

/** Nobody waits for the token any more: it was answered before, or its execution is over. */
const late = ['TaskDoesNotExist', 'TaskTimedOut', 'InvalidToken'];

/** Answers for tasks of Step Functions that wait by a token; a token that nobody waits for is passed over. */
export function taskAnswers(client: Pick<SFNClient, 'send'> = new SFNClient({})) {
  const unlessLate = async (sent: Promise<unknown>): Promise<void> => {
    try {
      await sent;
    } catch (fault) {
      if (!(fault instanceof Error && late.includes(fault.name))) throw fault;
    }
  };
  return {
    succeed: (taskToken: string, output: Readonly<Record<string, string>>): Promise<void> =>
      unlessLate(client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }))),
    fail: (taskToken: string, error: string, cause: string): Promise<void> =>
      unlessLate(client.send(new SendTaskFailureCommand({ taskToken, error, cause }))),
  };
}
