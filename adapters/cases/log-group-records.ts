import type { CloudWatchLogsClient, FilterLogEventsCommandOutput } from '@aws-sdk/client-cloudwatch-logs';
import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import type { DateTime } from 'luxon';
import type { CaseAddress } from './case-address.ts';
import { CaseFileUnreadableError } from './case-file-error.ts';
import type { SourcedRecord } from './read-cases.ts';

/** The stream that Bedrock writes to, whichever log group is named. */
const logStreamName = 'aws/bedrock/modelinvocations';

/**
 * The records of the model invocation log in a log group, the oldest first, page by page: a page may be empty while more are to come.
 * Throws `CaseFileUnreadableError`.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html
 */
export async function* logGroupRecords(
  { name, days }: Extract<CaseAddress, { kind: 'logGroup' }>,
  logs: Pick<CloudWatchLogsClient, 'send'>,
  now: DateTime,
): AsyncGenerator<SourcedRecord> {
  const file = `cloudwatch:${name}`;
  const group = name.startsWith('arn:') ? { logGroupIdentifier: name } : { logGroupName: name };
  const time = { startTime: now.minus({ days }).toMillis(), endTime: now.toMillis() };
  let [line, nextToken]: [number, string | undefined] = [0, undefined];
  do {
    const asked = new FilterLogEventsCommand({
      ...group,
      ...time,
      logStreamNames: [logStreamName],
      ...(nextToken !== undefined && { nextToken }),
    });
    const page: FilterLogEventsCommandOutput = await logs.send(asked).catch((cause: unknown) => {
      throw new CaseFileUnreadableError(file, cause);
    });
    for (const { message = '', eventId } of page.events ?? []) {
      line += 1;
      yield { file, line, id: eventId ?? `${name}-${line}`, ...parsed(message) };
    }
    ({ nextToken } = page);
  } while (nextToken !== undefined);
}

/** What a record says is not quoted: it holds what customers wrote. */
function parsed(message: string): { value: unknown } | { fault: string } {
  try {
    return { value: JSON.parse(message) as unknown };
  } catch {
    return { fault: 'expected a record of the model invocation log, a JSON object' };
  }
}
