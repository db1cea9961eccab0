import { setTimeout } from 'node:timers/promises';
import { GetModelInvocationLoggingConfigurationCommand } from '@aws-sdk/client-bedrock';
import type { ResultField } from '@aws-sdk/client-cloudwatch-logs';
import { GetQueryResultsCommand, StartQueryCommand } from '@aws-sdk/client-cloudwatch-logs';
import type { Asking } from './asking.ts';
import type { CallerOf } from './callers.ts';
import { CallError } from '../call-error.ts';

/** Rows that one query answers at most. */
const mostRows = 10_000;

/**
 * Who called what with which `requestMetadata`, counted over 30 days by CloudWatch Logs Insights from the model invocation log;
 * `null` where the log is off, or goes to S3 alone. Only these fields are asked for: no prompt leaves the log.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
 */
export async function callersFromLog(
  { clients, now }: Asking,
  metadataKeys: readonly string[],
  wait: (milliseconds: number) => Promise<unknown> = setTimeout,
): Promise<readonly CallerOf[] | null> {
  const { loggingConfig } = await clients.bedrock.send(new GetModelInvocationLoggingConfigurationCommand({}));
  const logGroupName = loggingConfig?.cloudWatchConfig?.logGroupName;
  if (!logGroupName) return null;

  const { queryId } = await clients.logs.send(
    new StartQueryCommand({
      logGroupName,
      startTime: Math.floor(now.minus({ days: 30 }).toSeconds()),
      endTime: Math.floor(now.toSeconds()),
      queryString: queryFor(metadataKeys),
      limit: mostRows,
    }),
  );
  for (;;) {
    const { status, results = [] } = await clients.logs.send(new GetQueryResultsCommand({ queryId }));
    if (status === 'Complete') return results.map((row) => caller(row, metadataKeys));
    if (status !== 'Running' && status !== 'Scheduled')
      throw new CallError('logs:GetQueryResults', new Error(`the query ended as ${status ?? 'unknown'}`));
    await wait(1_000);
  }
}

function queryFor(metadataKeys: readonly string[]): string {
  const metadata = metadataKeys.map(
    (key) => `requestMetadata.\`${key.replaceAll('`', '')}\` as metadata_${metadataKeys.indexOf(key)}`,
  );
  const by = ['modelId', 'identity.arn', ...metadataKeys.map((_, index) => `metadata_${index}`)];
  return [
    `fields ${['modelId', 'identity.arn', ...metadata].join(', ')}`,
    `stats count(*) as calls, max(@timestamp) as lastCalled by ${by.join(', ')}`,
  ].join(' | ');
}

function caller(row: readonly ResultField[], metadataKeys: readonly string[]): CallerOf {
  const field = (name: string) => row.find((one) => one.field === name)?.value ?? '';
  const metadata = metadataKeys.flatMap((key, index) => {
    const value = field(`metadata_${index}`);
    return value === '' ? [] : [[key, value] as const];
  });
  return {
    principal: roleOf(field('identity.arn')),
    calledAs: field('modelId'),
    calls: Number(field('calls')),
    lastCalledAt: instantOf(field('lastCalled')),
    requestMetadata: Object.fromEntries(metadata),
  };
}

/** The role behind a session, as CloudTrail names it: the log names the session. */
function roleOf(arn: string): string {
  const session = /^arn:(?<partition>[\w-]+):sts::(?<account>\d+):assumed-role\/(?<role>[^/]+)\//.exec(arn)?.groups;
  return session ? `arn:${session['partition']}:iam::${session['account']}:role/${session['role']}` : arn;
}

/** Insights gives the maximum of a timestamp in milliseconds, or as `2026-11-20 09:00:00.000`, in UTC. */
function instantOf(text: string): string {
  const instant = /^\d+$/.test(text) ? new Date(Number(text)) : new Date(`${text.replace(' ', 'T')}Z`);
  return Number.isNaN(instant.getTime()) ? '' : instant.toISOString();
}
