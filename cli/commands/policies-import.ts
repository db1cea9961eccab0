import { importPolicies } from '../../domain/custom-models/import-policies.ts';
import { importCommands } from '../../templates/policies/cli-commands.ts';
import { importTemplates } from '../../templates/policies/cloud-formation.ts';
import { importPolicyReasons, importPolicyWords } from '../../templates/policies/words-import-policies.ts';
import type { ImportTermsOptions } from '../custom-models/import-terms-options.ts';
import { importTermsFrom, importTermsWarnings } from '../custom-models/import-terms-options.ts';
import type { ExitCode } from '../exit.ts';
import { BadInputError, exitCode } from '../exit.ts';
import { note, printJson, say } from '../output.ts';

interface PoliciesImportOptions extends ImportTermsOptions {
  readonly as?: string;
  readonly for?: string;
  readonly json?: boolean;
}

const forms = ['json', 'cloudformation', 'cli'];
const sides = ['development', 'hosting'];

/** Prints every policy that the two administrators of a cross-account import attach, in order. Asks nobody, changes nothing. */
export async function policiesImport(options: unknown): Promise<ExitCode> {
  const { as = 'json', for: side, json, ...choice } = options as PoliciesImportOptions;
  if (!forms.includes(as)) throw new BadInputError(`--as: expected ${forms.join(', ')}, got ${as}`);
  if (side !== undefined && !sides.includes(side))
    throw new BadInputError(`--for: expected ${sides.join(' or ')}, got ${side}`);

  const terms = await importTermsFrom(choice);
  const account = side === 'development' ? terms.developmentAccount : side && terms.hostingAccount;
  const steps = importPolicies(terms).map((policy, index) => ({ step: index + 1, ...policy }));
  const shown = steps.filter((one) => account === undefined || one.account === account);
  const warnings = importTermsWarnings(terms);

  if (as === 'cloudformation') {
    const templates = importTemplates(shown);
    printJson(json ? { terms, templates, warnings } : (templates[account ?? ''] ?? templates));
  } else if (as === 'cli') {
    const commands = shown.map(({ document, ...one }) => ({
      ...one,
      commands: importCommands({ ...one, document }, terms.region),
    }));
    if (json) printJson({ terms, commands, warnings });
    else
      for (const { step, kind, account: whose, commands: lines } of commands) {
        say(`# ${step}. As an administrator of ${whose}: ${importPolicyWords[kind]}.`);
        for (const line of lines) say(line);
        say();
      }
  } else {
    const policies = shown.map(({ document, ...one }) => ({ ...one, why: importPolicyReasons[one.kind], document }));
    printJson({ terms, policies, warnings });
  }
  if (!json) for (const warning of warnings) note(`sundial: ${warning}`);
  return exitCode.fine;
}
