import { importJobInput } from '../../adapters/custom-models/import-jobs.ts';
import { mayBegin } from '../../domain/custom-models/import-check.ts';
import { importStep, isImportedModelName } from '../../domain/custom-models/import-step.ts';
import { importModel } from '../../handlers/custom-models/import-model.ts';
import { tellOnce } from '../custom-models/tell-once.ts';
import { loadConfiguration } from '../configuration-file.ts';
import { checkJson, importOutcomeJson } from '../custom-models/import-outcome-json.ts';
import { checkText, importOutcomeText } from '../custom-models/import-outcome-text.ts';
import { importPorts, importRequest } from '../custom-models/import-parts.ts';
import type { ImportTermsOptions } from '../custom-models/import-terms-options.ts';
import { importTermsFrom } from '../custom-models/import-terms-options.ts';
import { openAccounts } from '../custom-models/open-accounts.ts';
import type { ExitCode } from '../exit.ts';
import { BadInputError, exitCode } from '../exit.ts';
import { printJson, say } from '../output.ts';

interface CustomImportOptions extends ImportTermsOptions {
  readonly accessRole?: string;
  readonly poll?: string;
  readonly dryRun?: boolean;
  readonly config?: string;
  readonly json?: boolean;
}

/** Imports a model's weights from another account, from wherever an earlier try left off. */
export async function customImport(modelName: string, options: unknown): Promise<ExitCode> {
  const { accessRole, poll = '60', dryRun, config, json, ...choice } = options as CustomImportOptions;
  if (!isImportedModelName(modelName))
    throw new BadInputError(`MODEL: expected up to 50 letters, digits and single hyphens, got ${modelName}`);
  if (!/^\d+(?:\.\d+)?$/.test(poll)) throw new BadInputError(`--poll: expected seconds, got ${poll}`);
  const terms = await importTermsFrom(choice);
  const { sweep } = loadConfiguration(config);
  const accounts = await openAccounts({
    region: terms.region,
    role: accessRole ?? sweep.role,
    externalId: sweep.externalId ?? undefined,
    simulated: choice.simulated ?? false,
  });
  const request = importRequest(modelName, terms);
  const tell = json ? () => undefined : tellOnce();
  const ports = { ...importPorts(terms, accounts, tell), pollMilliseconds: Number(poll) * 1000 };
  try {
    if (dryRun) {
      const check = await ports.check();
      const step = importStep(request, await ports.look(request), null);
      const call = step.kind === 'start' ? importJobInput(request, step.jobName) : null;
      if (json) printJson({ terms, step: step.kind, call, ...checkJson(terms, check) });
      else {
        checkText(terms, check);
        say(call ? `bedrock:CreateModelImportJob ${JSON.stringify(call, null, 2)}` : `Next: ${step.kind}`);
      }
      return mayBegin(check) ? exitCode.fine : exitCode.needsAttention;
    }
    const outcome = await importModel(request, ports);
    if (json) printJson({ terms, ...importOutcomeJson(terms, outcome) });
    else importOutcomeText(terms, outcome);
    return outcome.kind === 'imported' ? exitCode.fine : exitCode.needsAttention;
  } finally {
    await accounts.close();
  }
}
