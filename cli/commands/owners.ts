import { readFileSync } from 'node:fs';
import { InventoryFileError, readInventoryFile } from '../../adapters/inventory-file.ts';
import type { Configuration } from '../../domain/configuration.ts';
import type { Dependent } from '../../domain/dependent.ts';
import type { OwnershipExplanation } from '../../domain/explain-ownership.ts';
import { explainOwnership } from '../../domain/explain-ownership.ts';
import { loadConfiguration } from '../configuration-file.ts';
import type { ExitCode } from '../exit.ts';
import { BadInputError, exitCode } from '../exit.ts';
import { printJson } from '../output.ts';
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
  const shown = explained.toSorted((a, b) => Number(a.route !== null) - Number(b.route !== null));

  if (json) printJson({ owners: shown.map((one) => ownerJson(one, configuration)) });
  else ownersText(shown, { configuration, inFull: asked !== undefined });
  return exitCode.fine;
}

async function fromSweep(options: SweepOptions): Promise<readonly Dependent[]> {
  const { sweepReport } = await import('./sweep.ts');
  return (await sweepReport(options)).sweep.dependents;
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

/** The dependents asked for, by id, else by name; one that is not there is answered with the nearest names. */
function chosen(dependents: readonly Dependent[], asked: string | undefined): readonly Dependent[] {
  if (asked === undefined) return dependents;
  const byId = dependents.filter(({ id }) => id === asked);
  const found =
    byId.length > 0 ? byId : dependents.filter(({ name, id }) => name === asked || id.endsWith(`/${asked}`));
  if (found.length > 0) return found;

  const near = dependents.filter(({ name, id }) => `${name} ${id}`.toLowerCase().includes(asked.toLowerCase()));
  const names = near.slice(0, 5).map(({ name, kind }) => `${name} (${kind})`);
  throw new BadInputError(
    `${asked}: no dependent has this ARN, id or name${names.length > 0 ? `; did you mean ${names.join(', ')}?` : ''}`,
  );
}

function ownerJson({ dependent, caller, team, route, verdicts }: OwnershipExplanation, configuration: Configuration) {
  const { kind, id, name, account, region } = dependent;
  return {
    dependent: { kind, id, name, account, region },
    caller: caller?.principal ?? null,
    team,
    route,
    unowned: route === null,
    defaultTeam: configuration.defaultTeam,
    verdicts,
  };
}
