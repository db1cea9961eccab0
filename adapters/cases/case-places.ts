import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { S3Client } from '@aws-sdk/client-s3';
import type { DateTime } from 'luxon';
import type { AwsAccess } from '../aws-access.ts';
import { datasetFiles } from '../comparison/dataset-files.ts';
import { objectStore } from '../object-store.ts';
import type { CaseAddress } from './case-address.ts';
import { bodiesIn } from './large-body.ts';
import { logGroupRecords } from './log-group-records.ts';
import type { SourcedRecord } from './read-cases.ts';
import { sourcedRecords } from './read-cases.ts';

/** The places in AWS that cases lie in. Whoever stands in for S3 is asked for buckets by path: names of hosts lead past it. */
export function casePlaces(access: AwsAccess, region: string, isStandIn: boolean, now: DateTime) {
  const logs = new CloudWatchLogsClient({ ...access, region });
  const objects = objectStore(new S3Client({ ...access, region, forcePathStyle: isStandIn }));
  return {
    /** `folder` takes what is brought from S3. */
    async *records(address: CaseAddress, folder: string): AsyncGenerator<SourcedRecord> {
      if (address.kind === 'logGroup') yield* logGroupRecords(address, logs, now);
      else yield* sourcedRecords(await datasetFiles(address.address, folder, objects));
    },
    bodyAt: bodiesIn(objects),
  };
}
