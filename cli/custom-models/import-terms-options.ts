import { importRegions } from '../../catalogue/import-support.ts';
import { importTermsProblems, isImportRegion } from '../../domain/custom-models/import-terms-problems.ts';
import type { ImportTerms } from '../../domain/custom-models/import-terms.ts';
import { partitionOf } from '../../domain/partition.ts';
import { BadInputError } from '../exit.ts';

/** What every command about an import is told. */
export interface ImportTermsOptions {
  readonly developmentAccount?: string;
  readonly hostingAccount?: string;
  readonly bucket?: string;
  readonly prefix?: string;
  readonly region?: string;
  readonly role?: string;
  readonly bucketKey?: string;
  readonly modelKey?: string;
  readonly simulated?: boolean;
}

const optionNames: Readonly<Record<keyof ImportTerms, string>> = {
  partition: '--region',
  region: '--region',
  developmentAccount: '--development-account',
  hostingAccount: '--hosting-account',
  bucket: '--bucket',
  prefix: '--prefix',
  role: '--role',
  bucketKey: '--bucket-key',
  modelKey: '--model-key',
};

/** The terms of an import from its options. Throws `BadInputError`, which names every option that is wrong and what was expected. */
export async function importTermsFrom(given: ImportTermsOptions): Promise<ImportTerms> {
  const options = given.simulated ? { ...(await simulatedTerms()), ...given } : given;
  const { developmentAccount = '', hostingAccount = '', bucket = '', prefix = '', region = '' } = options;
  const { role = 'BedrockModelImport', bucketKey = null, modelKey = null } = options;
  const terms: ImportTerms = {
    partition: partitionOf(region),
    region,
    developmentAccount,
    hostingAccount,
    bucket,
    prefix: prefix.replace(/\/$/, ''),
    role,
    bucketKey,
    modelKey,
  };
  const problems = importTermsProblems(terms, importRegions).map(
    ({ field, expected, got }) => `${optionNames[field]}: expected ${expected}, got ${got}`,
  );
  if (problems.length > 0) throw new BadInputError(problems.join('\n'));
  return terms;
}

/** What is good to know of terms that are right. */
export function importTermsWarnings({ region, partition, bucketKey }: ImportTerms): readonly string[] {
  const unknown = isImportRegion(region, partition, importRegions) === null;
  return [
    ...(unknown
      ? [`No source says whether Custom Model Import is offered in ${region}: ${importRegions.reference} does not.`]
      : []),
    ...(bucketKey === null
      ? ['Without --bucket-key the weights must not be encrypted with a customer managed KMS key.']
      : []),
  ];
}

async function simulatedTerms() {
  const { bucketKey, modelKey, ...terms } = (await import('../../local/aws/custom-models/import-story.ts'))
    .importStoryTerms;
  return { ...terms, ...(bucketKey && { bucketKey }), ...(modelKey && { modelKey }) };
}
