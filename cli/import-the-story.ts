import { blockingFindings } from '../domain/custom-models/import-check.ts';
import { importBlame } from '../domain/custom-models/import-blame.ts';
import type { ImportOutcome } from '../handlers/custom-models/import-model.ts';
import { importModel } from '../handlers/custom-models/import-model.ts';
import { importStoryTerms as terms } from '../local/aws/custom-models/import-story.ts';
import type { Engine } from '../local/engine.ts';
import { organisation } from '../local/story/organisation.ts';
import { importPorts, importRequest } from './custom-models/import-parts.ts';
import { entrance } from './custom-models/open-accounts.ts';
import { toldFindings } from './custom-models/told-findings.ts';
import { colours } from './output.ts';

const modelName = 'support-7b';

/**
 * Imports weights of the one account into the other, from wherever an earlier run left off: what somebody began by hand fails on a key
 * policy, its administrator mends it, and the import succeeds.
 */
export async function importTheStory(engine: Engine, tell: (line: string) => void): Promise<void> {
  const told = (line: string) => {
    tell(colours.dim(`    ${line}`));
  };
  const { access, now, pass, mendDevelopmentKey } = await engine.customModels.accounts();
  const caller = { account: terms.developmentAccount, partition: terms.partition };
  const choice = { region: terms.region, role: organisation.customModels.role ?? '', simulated: true };
  const wait = (milliseconds: number) => {
    pass(milliseconds);
    return Promise.resolve();
  };
  const accounts = { caller, enter: entrance(caller, access, choice, now), wait, now };
  const ports = { ...importPorts(terms, accounts, () => undefined), pollMilliseconds: 60_000 };
  const request = importRequest(modelName, terms);

  tell(
    `\n${colours.bold('Weights')} of ${terms.developmentAccount} are imported into ${terms.hostingAccount}. Simulated.`,
  );
  const { model, jobs } = await ports.look(request);
  if (model) {
    told(`${modelName}: known from an earlier run, nothing is imported twice: ${model.arn}`);
    return;
  }
  if (jobs.length === 0) {
    await ports.start(request, `${modelName}-import-1`);
    told(`somebody begins it by hand and checks nothing: ${modelName}-import-1`);
  }
  const first = await importModel(request, ports);
  for (const line of ending(first)) told(line);
  if (first.kind !== 'failed' && first.kind !== 'refused') return;
  mendDevelopmentKey();
  told("the key's administrator adds the statement; sundial custom import, once more");
  for (const line of ending(await importModel(request, ports))) told(line);
}

function ending(outcome: ImportOutcome): readonly string[] {
  switch (outcome.kind) {
    case 'imported':
      return [`imported: ${outcome.modelArn}`, `it answers: ${outcome.answer}`];
    case 'notReady':
      return [`imported, and not ready yet: ${outcome.modelArn}`];
    case 'taken':
      return [`the name belongs to ${outcome.by}`];
    case 'refused':
      return ['nothing was started:', ...faults(blockingFindings(outcome.check.findings))];
    case 'failed':
      return [
        `${outcome.job} failed: ${outcome.message}`,
        ...faults(importBlame(outcome.message, outcome.check).findings),
      ];
  }
}

function faults(findings: Parameters<typeof toldFindings>[1]): readonly string[] {
  return toldFindings(terms, findings).map(({ said, wanted }) => `at fault: ${said} (${wanted?.attachedTo ?? ''})`);
}
