import { importedModelsOf } from '../../adapters/custom-models/imported-model-clients.ts';
import { homeRegion } from '../aws-environment.ts';
import { openAccounts } from '../custom-models/open-accounts.ts';
import type { ExitCode } from '../exit.ts';
import { BadInputError, exitCode } from '../exit.ts';
import { printJson, say } from '../output.ts';

interface CustomDeleteOptions {
  readonly region?: string;
  readonly yes?: boolean;
  readonly simulated?: boolean;
  readonly json?: boolean;
}

/** Calls that count as use, in days. */
const days = 30;

/** Deletes an imported model of the caller's account; without `--yes` it only says what would go. */
export async function customDelete(name: string, options: unknown): Promise<ExitCode> {
  const { region = homeRegion(), yes = false, simulated = false, json } = options as CustomDeleteOptions;
  const { caller, enter, now, close } = await openAccounts({ region, role: '', simulated });
  try {
    const models = importedModelsOf(enter(caller.account), region);
    const all = await models.list(days, now());
    const model = all.find((one) => one.name === name || one.arn === name);
    if (!model)
      throw new BadInputError(
        `MODEL: ${name} is no imported model of ${caller.account} ${region}; there ${all.length === 0 ? 'is none' : `are ${all.map((one) => one.name).join(', ')}`}`,
      );
    if (yes) await models.remove(model.arn);
    if (json) printJson({ account: caller.account, region, model, deleted: yes });
    else if (yes) say(`${model.arn} is deleted.`);
    else
      say(
        `${model.arn} was called ${model.calls} times in ${days} days. Add --yes to delete it; it does not come back.`,
      );
    return exitCode.fine;
  } finally {
    await close();
  }
}
