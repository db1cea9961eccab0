import type { GetModelInvocationLoggingConfigurationResponse } from '@aws-sdk/client-bedrock';
import type {
  FilterLogEventsRequest,
  FilterLogEventsResponse,
  GetQueryResultsRequest,
  GetQueryResultsResponse,
  StartQueryRequest,
  StartQueryResponse,
} from '@aws-sdk/client-cloudwatch-logs';
import type { AwsCall, Handlers } from '../handlers.ts';
import { AwsError } from '../wire/aws-error.ts';
import { roleArn } from './arns.ts';
import type { LogRows } from './insights-query.ts';
import { answerQuery } from './insights-query.ts';
import { loggedCalls } from './logged-calls.ts';
import { loggedRecords } from './logged-records.ts';
import type { Simulation } from './simulation.ts';

const [logGroupName, logStreamName] = ['/aws/bedrock/modelinvocations', 'aws/bedrock/modelinvocations'] as const;

/** The model invocation log, where it is on, and CloudWatch Logs Insights over it. A query runs once before it is complete. */
export function invocationLogHandlers(simulation: Simulation): Handlers {
  const running = new Map<string, { rows: LogRows; asked: number }>();
  let started = 0;
  const isOn = ({ account, region }: AwsCall) => simulation.estates(account, region).logsInvocations ?? false;

  return {
    'bedrock:GetModelInvocationLoggingConfiguration': (
      _: object,
      call: AwsCall,
    ): GetModelInvocationLoggingConfigurationResponse =>
      isOn(call)
        ? {
            loggingConfig: {
              cloudWatchConfig: { logGroupName, roleArn: roleArn(call, 'bedrock-invocation-log') },
              textDataDeliveryEnabled: true,
            },
          }
        : {},
    'logs:StartQuery': (input: StartQueryRequest, call: AwsCall): StartQueryResponse => {
      const groups = [input.logGroupName, ...(input.logGroupNames ?? []), ...(input.logGroupIdentifiers ?? [])];
      if (!isOn(call) || !groups.includes(logGroupName))
        throw new AwsError('ResourceNotFoundException', 'The specified log group does not exist.');
      const uses = simulation.estates(call.account, call.region).uses ?? [];
      const end = Math.min(input.endTime ?? 0, simulation.now().toSeconds());
      const calls = loggedCalls(uses, input.startTime ?? 0, end, call);
      const queryId = `simulated-${(started += 1)}`;
      running.set(queryId, { rows: answerQuery(input.queryString ?? '', calls), asked: 0 });
      return { queryId };
    },
    'logs:FilterLogEvents': (input: FilterLogEventsRequest, call: AwsCall): FilterLogEventsResponse => {
      const { logStreamNames: [stream = logStreamName] = [], startTime = 0, endTime = Infinity } = input;
      if (!isOn(call) || (input.logGroupName ?? input.logGroupIdentifier) !== logGroupName || stream !== logStreamName)
        throw new AwsError('ResourceNotFoundException', 'The specified log group does not exist.');
      const uses = simulation.estates(call.account, call.region).uses ?? [];
      return { events: [...loggedRecords(uses, startTime, Math.min(endTime, simulation.now().toMillis()), call)] };
    },
    'logs:GetQueryResults': ({ queryId = '' }: GetQueryResultsRequest): GetQueryResultsResponse => {
      const query = running.get(queryId);
      if (!query) throw new AwsError('ResourceNotFoundException', `The query ${queryId} does not exist.`);
      query.asked += 1;
      if (query.asked === 1) return { status: 'Running', results: [] };
      running.delete(queryId);
      return {
        status: 'Complete',
        results: query.rows.map((row) => Object.entries(row).map(([field, value]) => ({ field, value }))),
      };
    },
  };
}
