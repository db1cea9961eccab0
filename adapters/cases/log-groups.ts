import { join } from 'node:path';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import type { DateTime } from 'luxon';
import type { Case } from '../../domain/cases/case.ts';
import { DatasetError } from '../comparison/open-dataset.ts';
import type { CaseAddress } from './case-address.ts';
import { CaseFileUnreadableError } from './case-file-error.ts';
import type { BodyAt } from './large-body.ts';
import { logGroupRecords } from './log-group-records.ts';
import { casesFrom } from './read-cases.ts';
import { writeCases } from './write-cases.ts';

type LogGroup = Extract<CaseAddress, { kind: 'logGroup' }>;

/** Log groups, as far as comparisons read cases from them. */
export interface LogGroups {
  /**
   * Writes the cases of a group, redacted, to a file in a folder; bodies that were too large for the log are read by `bodyAt`. Throws
   * `DatasetError` in words for people, and `CaseFileError`.
   */
  readonly bring: (group: LogGroup, folder: string, now: DateTime, bodyAt: BodyAt) => Promise<readonly string[]>;
}

/** Calls that are read of one group: a function has fifteen minutes for it. */
const mostCalls = 200_000;

export function logGroups(
  logs: Pick<CloudWatchLogsClient, 'send'> = new CloudWatchLogsClient({}),
  most = mostCalls,
): LogGroups {
  return {
    async bring(group, folder, now, bodyAt) {
      const file = join(folder, 'log-group.jsonl');
      let count = 0;
      async function* counted(cases: AsyncIterable<Case>): AsyncGenerator<Case> {
        for await (const kase of cases) {
          count += 1;
          if (count > most) throw new DatasetError(`cloudwatch:${group.name}: ${tooMany(group, most)}`);
          yield kase;
        }
      }
      try {
        await writeCases(file, counted(casesFrom(logGroupRecords(group, logs, now), { bodyAt })));
      } catch (fault) {
        if (!(fault instanceof CaseFileUnreadableError)) throw fault;
        throw new DatasetError(`cloudwatch:${group.name}: ${faultWords(fault.cause)}`, { cause: fault });
      }
      if (count === 0)
        throw new DatasetError(
          `cloudwatch:${group.name}: nothing of the model invocation log lies there, of the last ${group.days} days`,
        );
      return [file];
    },
  };
}

function tooMany({ name, days }: LogGroup, most: number): string {
  const many = `holds more than ${most.toLocaleString('en-GB')} calls of the last ${days} days`;
  return days > 1
    ? `${many}; take fewer, as in cloudwatch:${name}?days=1`
    : `${many}; let the log go to S3, and name a prefix of one hour`;
}

function faultWords(error: unknown): string {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === 'ResourceNotFoundException') return 'there is no such log group, or Bedrock never wrote to it';
  if (name === 'AccessDeniedException')
    return 'Sundial may not read it: name it in the parameter invocationLogGroup, and let its key allow it';
  return `cannot be read: ${message}`;
}
