import { policyDocument } from '../iam/policy-document.ts';
import type { ImportCall } from './import-calls.ts';
import { assumeRole, weightsCall } from './import-calls.ts';
import { keyProbes } from './import-key-probes.ts';
import type { ImportPolicyKind } from './import-policies.ts';
import type { ImportTerms } from './import-terms.ts';
import { asOther, stranger } from './import-strangers.ts';
import { bucketArn, importJobArn, weightsArn } from './import-terms.ts';

/** A call that one policy must not let through, however wide all other policies are. */
export interface ImportProbe {
  readonly policy: ImportPolicyKind;
  readonly call: ImportCall;
  /** What it would do: `lets the role read outside the prefix`. */
  readonly would: string;
}

/** What none of an import's policies may allow; each is asked of one policy alone, all others allowing everything. */
export function importProbes(terms: ImportTerms): readonly ImportProbe[] {
  return [...trustProbes(terms), ...bucketProbes(terms), ...roleProbes(terms), ...keyProbes(terms)];
}

/** Everything, for the policies that are not being asked. */
export const allowsEverything = policyDocument([{ Effect: 'Allow', Principal: '*', Action: ['*'], Resource: ['*'] }]);

function trustProbes(terms: ImportTerms): readonly ImportProbe[] {
  const own = { account: terms.hostingAccount, jobs: importJobArn(terms) };
  const probe = (call: ImportCall, would: string): ImportProbe => ({ policy: 'roleTrust', call, would });
  return [
    probe(
      assumeRole(terms, { ...own, account: stranger }),
      'lets Bedrock use the role on behalf of another account (confused deputy: aws:SourceAccount)',
    ),
    probe(
      assumeRole(terms, { ...own, jobs: importJobArn(terms, stranger) }),
      'lets Bedrock use the role for a job of another account (confused deputy: aws:SourceArn)',
    ),
    probe(
      assumeRole(terms, { ...own, jobs: own.jobs.replace('model-import-job', 'model-customization-job') }),
      'lets Bedrock use the role for jobs other than imports (aws:SourceArn)',
    ),
    probe(
      assumeRole(terms, { ...own, jobs: importJobArn({ ...terms, region: 'xx-other-9' }) }),
      'lets Bedrock use the role for jobs in other Regions (aws:SourceArn)',
    ),
    probe(assumeRole(terms, own, 'ec2.amazonaws.com'), 'lets other services assume the role'),
    probe(asOther(assumeRole(terms, own), stranger), 'lets another account assume the role'),
  ];
}

function bucketProbes(terms: ImportTerms): readonly ImportProbe[] {
  const read = weightsCall(terms, 's3:GetObject', weightsArn(terms, 'config.json'));
  const list = weightsCall(terms, 's3:ListBucket', bucketArn(terms), { 's3:prefix': terms.prefix });
  const probe = (call: ImportCall, would: string): ImportProbe => ({ policy: 'bucketPolicy', call, would });
  return [
    probe(asOther(read, terms.hostingAccount), 'lets other roles of the hosting account read the weights'),
    probe(asOther(list, terms.hostingAccount), 'lets other roles of the hosting account list the weights'),
    probe(asOther(read, stranger), 'lets another account read the weights'),
    ...beyondReading(terms).map(({ call, would }) => probe(call, `lets the role ${would}`)),
  ];
}

function roleProbes(terms: ImportTerms): readonly ImportProbe[] {
  const probe = (call: ImportCall, would: string): ImportProbe => ({ policy: 'rolePermissions', call, would });
  const [weights, inFolder] = [weightsArn(terms, 'config.json'), { 's3:prefix': terms.prefix }];
  const another = `arn:${terms.partition}:s3:::another-bucket`;
  const foreign = "in a bucket of this name that is not the development account's (aws:ResourceAccount)";
  return [
    probe(weightsCall(terms, 's3:GetObject', weights, {}, stranger), `lets the role read objects ${foreign}`),
    probe(
      weightsCall(terms, 's3:ListBucket', bucketArn(terms), inFolder, stranger),
      `lets the role list objects ${foreign}`,
    ),
    probe(weightsCall(terms, 's3:GetObject', `${another}/data`), 'lets the role read other buckets'),
    probe(weightsCall(terms, 's3:ListBucket', another, inFolder), 'lets the role list other buckets'),
    ...beyondReading(terms).map(({ call, would }) => probe(call, `lets the role ${would}`)),
  ];
}

/** More than an import needs of the bucket. */
function beyondReading(terms: ImportTerms): readonly { readonly call: ImportCall; readonly would: string }[] {
  const outside = { 's3:prefix': 'elsewhere/' };
  return [
    ...(terms.prefix === ''
      ? []
      : [
          {
            call: weightsCall(terms, 's3:GetObject', `${bucketArn(terms)}/elsewhere`),
            would: 'read outside the prefix',
          },
          { call: weightsCall(terms, 's3:ListBucket', bucketArn(terms), outside), would: 'list outside the prefix' },
        ]),
    { call: weightsCall(terms, 's3:PutObject', weightsArn(terms, 'config.json')), would: 'overwrite the weights' },
    { call: weightsCall(terms, 's3:DeleteObject', weightsArn(terms, 'config.json')), would: 'delete the weights' },
    { call: weightsCall(terms, 's3:PutBucketPolicy', bucketArn(terms)), would: 'change the bucket policy' },
  ];
}
