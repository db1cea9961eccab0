import { readFileSync } from 'node:fs';
import { InventoryFileError, readInventoryFile } from '../../adapters/inventory-file.ts';
import type { Configuration } from '../../domain/configuration.ts';
import type { Dependent } from '../../domain/dependent.ts';
import type { OwnershipExplanation } from '../../domain/explain-ownership.ts';
import { explainOwnership } from '../../domain/explain-ownership.ts';
import { nearest } from '../../domain/nearest.ts';
import { counted } from '../../templates/text.ts';
import { kindWords } from '../../templates/words-leaving.ts';
import { loadConfiguration } from '../configuration-file.ts';
import type { ExitCode } from '../exit.ts';
import { BadInputError, exitCode } from '../exit.ts';
import { note, printJson } from '../output.ts';
import { callShare } from '../call-share.ts';
import { ownersText } from '../owners-text.ts';
import type { SweepOptions } from './sweep.ts';

interface OwnersOptions extends SweepOptions {
  readonly inventory?: string;
}

/** Says whose a dependent is, which route decided, and why the routes before it did not. */
export async function owners(asked: string | undefined, options: unknown): Promise<ExitCode> {
  const { inventory, json, ...choice } = options as OwnersOptions;
  const configuration = loadConfiguration(choice.config);
  const dependents = inventory === undefined ? await fromSweep(choice) : fromFile(inventory);
  const explained = chosen(dependents, asked).flatMap((one) => explainOwnership(one, configuration));
  const shown = explained.toSorted((a, b) => order(a).localeCompare(order(b)));

  if (json) printJson({ owners: shown.map((one) => ownerJson(one, configuration)) });
  else ownersText(shown, { configuration, inFull: asked !== undefined });
  return exitCode.fine;
}

/** What nobody owns first, then team by team and place by place. */
function order({ dependent, caller, team, route }: OwnershipExplanation): string {
  const { account, region, kind, name, id } = dependent;
  const owned = route === null ? 0 : 1;
  return JSON.stringify([owned, team, account, region, kind, name, id, caller?.principal ?? '']);
}

async function fromSweep(options: SweepOptions): Promise<readonly Dependent[]> {
  const { nothingAnswered, sweepReport } = await import('./sweep.ts');
  const { sweep } = await sweepReport(options);
  const [first, ...more] = sweep.failures;
  if (first) {
    const failed = `${first.call} failed in ${first.account} ${first.region}: ${first.error}`;
    if (nothingAnswered(sweep)) throw new Error(failed);
    note(
      `sundial: ${failed}${more.length > 0 ? `, and ${counted(more.length, 'more call')}` : ''}. What is there is not known.`,
    );
  }
  return sweep.dependents;
}

function fromFile(file: string): readonly Dependent[] {
  try {
    return readInventoryFile(readFileSync(file, 'utf8'), file);
  } catch (cause) {
    if (cause instanceof InventoryFileError) throw new BadInputError(cause.message, { cause });
    throw new BadInputError(
      `--inventory ${file}: cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}

/** The dependent asked for, by id, else by name; all where none is asked for. */
function chosen(dependents: readonly Dependent[], asked: string | undefined): readonly Dependent[] {
  if (asked === undefined) return dependents;
  const byId = dependents.filter(({ id }) => id === asked);
  const found =
    byId.length > 0 ? byId : dependents.filter(({ name, id }) => name === asked || id.endsWith(`/${asked}`));
  if (found.length === 1) return found;
  if (found.length > 1) throw new BadInputError(`${asked} is the name of several; say which:\n${ids(found)}`);

  const near = nearest(asked, dependents, ({ name, id }) => [name, id]);
  throw new BadInputError(
    `no dependent has the ARN, id or name ${asked}${near.length > 0 ? `. The nearest are:\n${ids(near)}` : '; there is none at all'}`,
  );
}

function ids(dependents: readonly Dependent[]): string {
  return dependents.map(({ kind, name, id }) => `  ${name} (${kindWords[kind]})  ${id}`).join('\n');
}

function ownerJson({ dependent, caller, team, route, verdicts }: OwnershipExplanation, configuration: Configuration) {
  const { kind, id, name, account, region, callers } = dependent;
  return {
    dependent: { kind, id, name, account, region },
    caller: caller?.principal ?? null,
    requestMetadata: caller?.requestMetadata ?? null,
    calls: caller?.calls ?? null,
    share: caller ? callShare(caller, callers) : 1,
    team,
    route,
    unowned: route === null,
    defaultTeam: configuration.defaultTeam,
    verdicts,
  };
}
