import { importedModelsOf } from '../../adapters/custom-models/imported-model-clients.ts';
import { homeRegion } from '../aws-environment.ts';
import { openAccounts } from '../custom-models/open-accounts.ts';
import type { ExitCode } from '../exit.ts';
import { BadInputError, exitCode } from '../exit.ts';
import { printJson, say } from '../output.ts';
import { textTable } from '../text-table.ts';

interface CustomListOptions {
  readonly region?: string;
  readonly days?: string;
  readonly simulated?: boolean;
  readonly json?: boolean;
}

/** Lists the imported models of the caller's account, and which of them nobody calls. Changes nothing. */
export async function customList(options: unknown): Promise<ExitCode> {
  const { region = homeRegion(), days = '30', simulated = false, json } = options as CustomListOptions;
  if (!/^[1-9]\d*$/.test(days)) throw new BadInputError(`--days: expected a whole number from 1 on, got ${days}`);
  const { caller, enter, now, close } = await openAccounts({ region, role: '', simulated });
  const models = await importedModelsOf(enter(caller.account), region).list(Number(days), now()).finally(close);
  const listed = models.map((model) => ({ ...model, unused: model.calls === 0 }));
  if (json) {
    printJson({ account: caller.account, region, days: Number(days), models: listed });
    return exitCode.fine;
  }

  if (listed.length === 0) say(`There is no imported model in ${caller.account} ${region}.`);
  for (const line of textTable(
    listed.map(({ name, architecture, calls, unused }) => [
      name,
      architecture ?? 'unknown',
      `${calls} calls in ${days} days`,
      unused ? `unused: sundial custom delete ${name} --region ${region}` : '',
    ]),
  ))
    say(line);
  return exitCode.fine;
}
