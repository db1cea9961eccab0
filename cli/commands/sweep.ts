import { priceList } from '../../catalogue/price-list.ts';
import { catalogue } from '../../catalogue/catalogue.ts';
import type { SweepScope } from '../../domain/sweep-scope.ts';
import { clock } from '../clock.ts';
import { loadConfiguration } from '../configuration-file.ts';
import type { ExitCode } from '../exit.ts';
import { BadInputError, exitCode } from '../exit.ts';
import { openSurvey } from '../open-survey.ts';
import { note, printJson } from '../output.ts';
import { dependentRows } from '../sweep/dependent-rows.ts';
import { migrationRows } from '../sweep/migration-rows.ts';
import { modelRows } from '../sweep/model-rows.ts';
import type { SweepReport } from '../sweep/sweep-json.ts';
import { sweepJson } from '../sweep/sweep-json.ts';
import { needsAttention, sweepText } from '../sweep/sweep-text.ts';
import type { Sweep } from '../sweep/take-sweep.ts';
import { takeSweep } from '../sweep/take-sweep.ts';

export interface SweepOptions {
  readonly regions?: string;
  readonly accounts?: string;
  readonly within?: string;
  readonly concurrency?: string;
  readonly simulated?: boolean;
  readonly now?: string;
  readonly config?: string;
  readonly json?: boolean;
}

/** Asks every account and Region what it offers and who uses what. Changes nothing, anywhere. */
export async function sweep(options: unknown): Promise<ExitCode> {
  const { within = '180', json, ...choice } = options as SweepOptions;
  const days = wholeNumber('--within', within);
  const report = await sweepReport(choice);
  if (json) printJson(sweepJson(report));
  else sweepText(report, days);

  const { sweep: seen, dependents } = report;
  if (nothingAnswered(seen)) return exitCode.outsideFailed;
  const attention = dependents.some((row) => needsAttention(row, days));
  return attention || seen.failures.length > 0 || seen.drift.length > 0 ? exitCode.needsAttention : exitCode.fine;
}

/** Whether nobody could be asked anything at all. */
export function nothingAnswered({ listed, dependents, failures }: Sweep): boolean {
  return listed.length === 0 && dependents.length === 0 && failures.length > 0;
}

/** Everything a sweep finds, worked out. What could not be asked stands in its failures. */
export async function sweepReport(options: SweepOptions): Promise<SweepReport> {
  const now = clock(options.now);
  const configuration = loadConfiguration(options.config);
  const { survey, simulated, close } = await openSurvey({
    scope: scopeOf(options, configuration.sweep),
    now,
    simulated: options.simulated ?? false,
    concurrency: options.concurrency === undefined ? undefined : wholeNumber('--concurrency', options.concurrency),
  });
  if (simulated) note('No AWS is asked: this is the simulated organisation. Nothing of it is real.');
  try {
    const taken = await takeSweep({ survey, catalogue, configuration, now: now() });
    const dependents = dependentRows(taken, configuration, now());
    return {
      sweep: taken,
      models: modelRows(taken, configuration, now()),
      dependents,
      migrations: migrationRows(dependents, taken, configuration, priceList, now()),
      simulated,
    };
  } finally {
    await close();
  }
}

function scopeOf({ regions, accounts }: SweepOptions, scope: SweepScope): SweepScope {
  return {
    ...scope,
    ...(accounts !== undefined && { accounts: listOf('--accounts', accounts, /^\d{12}$/, '12 digits each') }),
    ...(regions !== undefined && {
      regions: listOf('--regions', regions, /^[a-z]{2,4}(-[a-z]+)+-\d+$/, 'Region codes, such as eu-central-1'),
    }),
  };
}

function listOf(option: string, text: string, pattern: RegExp, expected: string): string[] {
  const items = text.split(',').map((item) => item.trim());
  const wrong = items.find((item) => !pattern.test(item));
  if (wrong !== undefined)
    throw new BadInputError(`${option}: expected ${expected}, with commas between, got ${wrong || 'nothing'}`);
  return [...new Set(items)];
}

function wholeNumber(option: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new BadInputError(`${option}: expected a whole number from 1 on, got ${text}`);
  return Number(text);
}
