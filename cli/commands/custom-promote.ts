import { callerRole } from '../../adapters/custom-models/caller-role.ts';
import type { PromotionCheck } from '../../adapters/custom-models/check-promotion.ts';
import { checkPromotion } from '../../adapters/custom-models/check-promotion.ts';
import { plannedCalls } from '../../adapters/custom-models/promotion-calls.ts';
import { promotionClients } from '../../adapters/custom-models/promotion-clients.ts';
import type { PromotionOutcome } from '../../handlers/custom-models/promote-model.ts';
import { promoteModel } from '../../handlers/custom-models/promote-model.ts';
import { tellOnce } from '../custom-models/tell-once.ts';
import { loadConfiguration } from '../configuration-file.ts';
import { openAccounts } from '../custom-models/open-accounts.ts';
import type { PromotionOptions } from '../custom-models/promotion-options.ts';
import { promotionFrom } from '../custom-models/promotion-options.ts';
import type { ExitCode } from '../exit.ts';
import { BadInputError, exitCode } from '../exit.ts';
import { colours, printJson, say } from '../output.ts';

interface CustomPromoteOptions extends PromotionOptions {
  readonly accessRole?: string;
  readonly poll?: string;
  readonly dryRun?: boolean;
  readonly config?: string;
  readonly json?: boolean;
}

/** Carries a custom model to another account and its Regions, from wherever an earlier try left off. */
export async function customPromote(model: string | undefined, options: unknown): Promise<ExitCode> {
  const { accessRole, poll = '60', dryRun, config, json, ...choice } = options as CustomPromoteOptions;
  if (!/^\d+(?:\.\d+)?$/.test(poll)) throw new BadInputError(`--poll: expected seconds, got ${poll}`);
  const request = await promotionFrom(model, choice);
  const { sweep } = loadConfiguration(config);
  const { region } = request.source;
  const { enter, wait, now, close } = await openAccounts({
    region,
    role: accessRole ?? sweep.role,
    externalId: sweep.externalId ?? undefined,
    simulated: choice.simulated ?? false,
  });
  try {
    const target = enter(request.targetAccount);
    const clients = promotionClients(enter(request.source.account), target, region, await callerRole(target, region));
    const check = await checkPromotion(request, clients.check);
    if (dryRun || check.problems.length > 0) {
      const calls = dryRun ? plannedCalls(request) : [];
      if (json) printJson({ request, kind: dryRun ? 'planned' : 'refused', ...check, calls });
      else {
        checkText(check);
        for (const { account, region: where, call, input } of calls)
          say(`${account} ${where} ${call} ${JSON.stringify(input)}`);
      }
      return check.problems.length > 0 ? exitCode.needsAttention : exitCode.fine;
    }
    const tell = json ? () => undefined : tellOnce();
    const ports = { ...clients, wait, tell, pollMilliseconds: Number(poll) * 1000 };
    const outcome = await promoteModel({ ...request, round: now().toUTC().toISO() ?? '' }, ports);
    if (json) printJson({ request, ...outcome, warnings: check.warnings });
    else outcomeText(outcome, check);
    return outcome.kind === 'promoted' ? exitCode.fine : exitCode.needsAttention;
  } finally {
    await close();
  }
}

function checkText({ problems, warnings, keyStatements }: PromotionCheck): void {
  if (problems.length > 0) say(colours.red('nothing was created:'));
  for (const problem of problems) say(`  ${problem}`);
  for (const [key, statements] of Object.entries(keyStatements)) {
    say(`Add to the key policy of ${key}:`);
    say(JSON.stringify(statements, null, 2).replaceAll(/^/gm, '    '));
  }
  for (const warning of warnings) say(colours.dim(warning));
}

function outcomeText(outcome: PromotionOutcome, { warnings }: PromotionCheck): void {
  if (outcome.kind === 'notShared') say(`${colours.red('not shared')}: ${outcome.why}`);
  else
    for (const one of outcome.regions)
      say(
        one.kind === 'done'
          ? `${colours.green('done')}: ${one.region} ${one.serving ?? one.model}`
          : `${colours.red('failed')}: ${one.region} ${one.why}. Run the command again to try this Region anew.`,
      );
  for (const warning of warnings) say(colours.dim(warning));
}
