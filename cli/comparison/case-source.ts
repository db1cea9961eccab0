import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DateTime } from 'luxon';
import { awsAccess } from '../../adapters/aws-access.ts';
import { caseAddress, meansAddress } from '../../adapters/cases/case-address.ts';
import type { BodyAt } from '../../adapters/cases/large-body.ts';
import type { SourcedRecord } from '../../adapters/cases/read-cases.ts';
import { sourcedRecords } from '../../adapters/cases/read-cases.ts';
import { DatasetError } from '../../adapters/comparison/open-dataset.ts';
import { hasCredentials, homeRegion } from '../aws-environment.ts';
import { BadInputError } from '../exit.ts';

/** Where cases are read from: files, and places in AWS that are named like files. */
export interface CaseSource {
  /** Whether AWS is asked for some of them. */
  readonly isRemote: boolean;
  readonly records: () => AsyncIterable<SourcedRecord>;
  /** Absent where there are no credentials to look with. */
  readonly bodyAt?: BodyAt;
  /** A folder for what is on its way; gone when the source is closed. */
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** Throws `BadInputError` for an address that is none. */
export async function caseSource(
  names: readonly string[],
  region: string | undefined,
  now: DateTime,
): Promise<CaseSource> {
  for (const name of names)
    if (meansAddress(name) && !caseAddress(name))
      throw new BadInputError(
        `${name}: expected cloudwatch:LOG_GROUP, with ?days=14 behind it where it is not 7, or s3://bucket/key`,
      );
  const isRemote = names.some(meansAddress);
  const folder = await mkdtemp(join(tmpdir(), 'sundial-cases-'));
  const aws = async () => {
    const { casePlaces } = await import('../../adapters/cases/case-places.ts');
    const { env } = process;
    const isStandIn = (env['AWS_ENDPOINT_URL_S3'] ?? env['AWS_ENDPOINT_URL']) !== undefined;
    return casePlaces(awsAccess(), region ?? homeRegion(), isStandIn, now);
  };
  async function* records(): AsyncGenerator<SourcedRecord> {
    for (const name of names) {
      const address = caseAddress(name);
      if (address === null) yield* sourcedRecords([name]);
      else yield* (await aws()).records(address, folder);
    }
  }
  return {
    isRemote,
    records: () => refusing(isRemote ? records() : sourcedRecords(names)),
    ...((isRemote || hasCredentials()) && { bodyAt: async (address: string) => (await aws()).bodyAt(address) }),
    folder,
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

async function* refusing(records: AsyncIterable<SourcedRecord>): AsyncGenerator<SourcedRecord> {
  try {
    yield* records;
  } catch (error) {
    if (error instanceof DatasetError) throw new BadInputError(error.message, { cause: error });
    throw error;
  }
}
