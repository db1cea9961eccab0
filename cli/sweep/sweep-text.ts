import { modelIdsOf } from '../../domain/dependent.ts';
import type { Ownership } from '../../domain/ownership.ts';
import { counted, relativeDays } from '../../templates/text.ts';
import { countsByKind } from '../../templates/words-dependents.ts';
import { kindWords, leavingInShort } from '../../templates/words-leaving.ts';
import { colours, say } from '../output.ts';
import { textTable } from '../text-table.ts';
import type { DependentRow, LeavingModel } from './dependent-rows.ts';
import { order } from './dependent-rows.ts';
import type { SweepReport } from './sweep-json.ts';

/** What a sweep saw, for a person at a terminal: who must leave what, by team, and what is not known. */
export function sweepText(report: SweepReport, within: number): void {
  const { sweep, dependents } = report;
  const leaving = dependents
    .flatMap((row) => row.leaving.map((model) => ({ row, model })))
    .toSorted((a, b) => order(a.model).localeCompare(order(b.model)));
  const count = new Set(leaving.map(({ row }) => row)).size;
  if (count > 0) heading('Leaving', `${counted(count, 'dependent')} on models that end`);
  const lines = textTable(leaving.map(({ row, model }) => cells(row, model)));
  let above = '';
  for (const [index, { row, model }] of leaving.entries()) {
    const headline = modelHeadline(model, row, report);
    if (headline !== above) say(`\n${tone(model, within)(headline)}`);
    above = headline;
    say(`  ${lines[index] ?? ''}`);
  }

  heading('By team', 'the default team looks after what nobody owns');
  for (const line of textTable(byTeam(report))) say(line);
  const noBase = dependents.filter(({ dependent }) => modelIdsOf(dependent).length === 0);
  if (noBase.length > 0) heading('No base model found', 'imported models have none; any other is worth a look');
  for (const line of textTable(
    noBase.map(({ dependent: { kind, name, account, region } }) => [kindWords[kind], name, account, region]),
  ))
    say(colours.dim(line));

  if (sweep.failures.length > 0)
    heading('Not known', 'calls that failed: what they would have told is unknown, not gone');
  for (const line of textTable(
    sweep.failures.map(({ account, region, call, error }) => [account, region, call, error]),
  ))
    say(colours.yellow(line));
  for (const what of sweep.drift) say(colours.yellow(`The Bedrock API answered something new: ${what}.`));
  say();
  say(colours.bold(summary(report)));
}

function heading(title: string, note: string): void {
  say(`\n${colours.bold(title)}  ${colours.dim(note)}`);
}

/** A model that is leaving, its end in the dependent's Region, and where to go. */
function modelHeadline(model: LeavingModel, { dependent }: DependentRow, { models }: SweepReport): string {
  const { modelId, endOfLife, daysLeft } = model;
  const listed = models.find((one) => one.modelId === modelId && one.regions.includes(dependent.region));
  const go = listed?.replacement ? `, go to ${listed.replacement.modelId}` : '';
  if (endOfLife === null || daysLeft === null) return `${modelId}  no end known${go}`;
  return `${modelId}  ${daysLeft > 0 ? 'ends' : 'ended'} ${endOfLife}, ${relativeDays(daysLeft)}${go}`;
}

function cells({ dependent, owners, use }: DependentRow, { tasks }: LeavingModel): string[] {
  const { kind, name, account, region } = dependent;
  return [
    kindWords[kind],
    name,
    `${account} ${region}`,
    owners.map(ownerWords).join(', '),
    use ? `used ${use.lastUsedOn}` : '',
    tasks.map(leavingInShort).join('; '),
  ];
}

function ownerWords({ team, route, share }: Ownership): string {
  const part = share < 1 ? ` ${Math.round(share * 100)} %` : '';
  return `${team}${part}${route === null ? ' (unowned)' : ''}`;
}

function tone(model: LeavingModel, within: number): (text: string) => string {
  if (model.stage === 'endOfLife') return colours.red;
  return endsWithin(model, within) ? colours.yellow : colours.dim;
}

/** Whether a model it rests on has ended, or ends within so many days. */
export function needsAttention({ leaving }: DependentRow, within: number): boolean {
  return leaving.some((model) => endsWithin(model, within));
}

function endsWithin({ stage, daysLeft }: LeavingModel, within: number): boolean {
  return stage === 'endOfLife' || (daysLeft ?? Infinity) <= within;
}

function byTeam({ dependents, migrations }: SweepReport): string[][] {
  const teams = new Set(dependents.flatMap(({ owners }) => owners.map(({ team }) => team)));
  return [...teams].toSorted().map((team) => {
    const own = dependents.filter(({ owners }) => owners.some((one) => one.team === team));
    const unowned = own.filter(({ owners }) => owners.some((one) => one.team === team && one.route === null));
    const models = migrations.filter(({ migration }) => migration.team === team);
    return [
      team,
      counted(own.length, 'dependent'),
      unowned.length > 0 ? `${unowned.length} unowned` : '',
      models.length > 0 ? `${counted(models.length, 'model')} to leave` : 'nothing to leave',
      countsByKind(own.map(({ dependent }) => dependent.kind)),
    ];
  });
}

function summary({ sweep, models, dependents, migrations, simulated }: SweepReport): string {
  const distinct = (some: SweepReport['models']) => new Set(some.map(({ modelId }) => modelId)).size;
  const leaving = models.filter(
    ({ stage, status, lifecycle }) => stage !== 'active' || status !== 'ACTIVE' || lifecycle.dates.endOfLife !== null,
  );
  return (
    [
      `${counted(sweep.places, 'account and Region', 'accounts and Regions')} asked${simulated ? ' in the simulated organisation' : ''}`,
      `${counted(distinct(models), 'model')} (${distinct(leaving)} leaving or gone)`,
      counted(dependents.length, 'dependent'),
      `${counted(migrations.length, 'migration')} called for`,
      `${counted(sweep.failures.length, 'call')} failed`,
    ].join(', ') + '.'
  );
}
