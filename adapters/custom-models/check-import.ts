import { S3Client } from '@aws-sdk/client-s3';
import type { AccessTrial, ImportCheck } from '../../domain/custom-models/import-check.ts';
import type { ImportPolicyKind } from '../../domain/custom-models/import-policies.ts';
import { importPolicyFindings } from '../../domain/custom-models/import-policy-findings.ts';
import type { AttachedPolicies } from '../../domain/custom-models/import-policy-findings.ts';
import { importRoomReport } from '../../domain/custom-models/import-room.ts';
import type { ImportTerms } from '../../domain/custom-models/import-terms.ts';
import type { ImportSupport, ModelFiles } from '../../domain/custom-models/weights-problems.ts';
import { weightsReport } from '../../domain/custom-models/weights-problems.ts';
import type { AwsAccess } from '../aws-access.ts';
import { CallError } from '../call-error.ts';
import { readAttachedPolicies } from './attached-policies.ts';
import { readImportRoom } from './read-import-room.ts';
import { readModelFiles } from './model-files.ts';
import { policyClients } from './policy-clients.ts';

/** Ways in: both accounts, and the execution role itself, which usually trusts Bedrock alone. */
export interface ImportAccess {
  readonly development: AwsAccess;
  readonly hosting: AwsAccess;
  readonly role: AwsAccess;
}

/**
 * Looks at everything that an import depends on, and changes nothing: policies in both accounts, quotas, and the weights, as the execution role where
 * it lets the caller in, else as the development account's reader.
 */
export async function checkImport(
  terms: ImportTerms,
  { development, hosting, role }: ImportAccess,
  support: ImportSupport,
): Promise<ImportCheck> {
  const { attached, boundary, failures } = await readAttachedPolicies(
    policyClients(development, hosting, terms.region),
    terms,
  );
  const asRole = await triedFiles(terms, role);
  const asReader = asRole instanceof CallError ? await triedFiles(terms, development) : asRole;
  const report = asReader instanceof CallError ? null : weightsReport(asReader, terms.region, support);

  const seen = await readImportRoom(hosting, terms.region);
  const room =
    seen instanceof CallError
      ? { problems: [], warnings: [`whether the quotas leave room is not known: ${seen.call} failed: ${seen.message}`] }
      : importRoomReport(seen, support.quotas);

  return {
    problems: [...(report?.problems ?? []), ...room.problems],
    warnings: [
      ...(report?.warnings ?? []),
      ...room.warnings,
      ...(asReader instanceof CallError
        ? [`the weights were not looked at: ${asReader.call} failed: ${asReader.message}`]
        : []),
      ...failures.map(({ call, message }) => `${call} failed: ${message}`),
      ...(boundary === null ? [] : [`the role has a permissions boundary that is not judged: ${boundary}`]),
    ],
    findings: importPolicyFindings(terms, attached),
    unread: unreadPolicies(attached),
    access: trialOf(asRole),
    architecture: report?.architecture ?? null,
    bytes: report?.bytes ?? 0,
  };
}

async function triedFiles(terms: ImportTerms, access: AwsAccess): Promise<ModelFiles | CallError> {
  return readModelFiles(new S3Client({ ...access, region: terms.region }), terms).catch((fault: unknown) => {
    if (fault instanceof CallError) return fault;
    throw fault;
  });
}

function trialOf(asRole: ModelFiles | CallError): AccessTrial {
  if (!(asRole instanceof CallError)) return { kind: 'read', object: 'config.json' };
  if (asRole.call === 'sts:AssumeRole') return { kind: 'simulated' };
  return { kind: 'refused', call: asRole.call, error: asRole.message };
}

const sides: readonly (readonly [keyof AttachedPolicies, readonly ImportPolicyKind[]])[] = [
  ['bucket', ['bucketPolicy']],
  ['trust', ['roleTrust']],
  ['role', ['rolePermissions', 'roleKeyPermissions']],
  ['developmentKey', ['developmentKeyPolicy']],
  ['hostingKey', ['hostingKeyPolicy']],
];

function unreadPolicies(attached: AttachedPolicies): readonly ImportPolicyKind[] {
  return sides.flatMap(([side, kinds]) => (attached[side] === 'unread' ? kinds : []));
}
