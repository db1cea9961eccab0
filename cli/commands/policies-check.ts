import type { ReadPolicies } from '../../adapters/custom-models/attached-policies.ts';
import { readAttachedPolicies } from '../../adapters/custom-models/attached-policies.ts';
import { policyClients } from '../../adapters/custom-models/policy-clients.ts';
import type { ImportPolicyFinding } from '../../domain/custom-models/import-policy-findings.ts';
import { importPolicyFindings } from '../../domain/custom-models/import-policy-findings.ts';
import { sayFindings, toldFindings } from '../custom-models/told-findings.ts';
import type { ImportTermsOptions } from '../custom-models/import-terms-options.ts';
import { importTermsFrom, importTermsWarnings } from '../custom-models/import-terms-options.ts';
import { openAccounts } from '../custom-models/open-accounts.ts';
import { loadConfiguration } from '../configuration-file.ts';
import type { ExitCode } from '../exit.ts';
import { exitCode } from '../exit.ts';
import { colours, printJson, say } from '../output.ts';

interface PoliciesCheckOptions extends ImportTermsOptions {
  readonly accessRole?: string;
  readonly config?: string;
  readonly json?: boolean;
}

/** Everything that a check read had failed: nothing is known. */
const allReads = 3;

/** Reads the policies of a cross-account import in both accounts and says what is missing or too wide. Changes nothing. */
export async function policiesCheck(options: unknown): Promise<ExitCode> {
  const { accessRole, config, json, ...choice } = options as PoliciesCheckOptions;
  const terms = await importTermsFrom(choice);
  const { sweep } = loadConfiguration(config);
  const { enter, close } = await openAccounts({
    region: terms.region,
    role: accessRole ?? sweep.role,
    externalId: sweep.externalId ?? undefined,
    simulated: choice.simulated ?? false,
  });
  const clients = policyClients(enter(terms.developmentAccount), enter(terms.hostingAccount), terms.region);
  const read = await readAttachedPolicies(clients, terms).finally(close);

  const findings = toldFindings(terms, importPolicyFindings(terms, read.attached));
  const warnings = [...importTermsWarnings(terms), ...readWarnings(read)];
  const failures = read.failures.map(({ call, message }) => ({ call, error: message }));
  if (json) printJson({ terms, findings, failures, warnings });
  else checkText(findings, failures, warnings);

  if (failures.length >= allReads && findings.length === 0) return exitCode.outsideFailed;
  return findings.some(needsAttention) || failures.length > 0 ? exitCode.needsAttention : exitCode.fine;
}

function needsAttention({ kind }: ImportPolicyFinding): boolean {
  return kind !== 'tooWide';
}

function readWarnings({ boundary }: ReadPolicies): readonly string[] {
  return [
    ...(boundary === null ? [] : [`The role has a permissions boundary that is not judged here: ${boundary}.`]),
    'Policies of the organisation (SCPs, RCPs), of VPC endpoints and KMS grants are not judged here.',
  ];
}

function checkText(
  findings: ReturnType<typeof toldFindings>,
  failures: readonly { call: string; error: string }[],
  warnings: readonly string[],
): void {
  sayFindings(findings);
  for (const { call, error } of failures) say(`${colours.red('not read')}: ${call} failed: ${error}`);
  if (findings.length === 0 && failures.length === 0)
    say('Every call of the import is allowed, and nothing beyond it.');
  for (const warning of warnings) say(colours.dim(warning));
}
