import { modelIdsOf } from '../../domain/dependent.ts';
import type { Ownership } from '../../domain/ownership.ts';
import { counted, relativeDays } from '../../templates/text.ts';
import { countsByKind } from '../../templates/words-dependents.ts';
import { kindWords, leavingInShort } from '../../templates/words-leaving.ts';
import { colours, say } from '../output.ts';
import { textTable } from '../text-table.ts';
import type { DependentRow } from './dependent-rows.ts';
import type { SweepReport } from './sweep-json.ts';

/** What a sweep saw, for a person at a terminal: who must leave what, by team, and what is not known. */
export function sweepText(report: SweepReport, within: number): void {
  const { sweep, dependents } = report;
  const leaving = dependents.filter((row) => row.leaving.length > 0);
  if (leaving.length > 0) heading('Leaving', `${counted(leaving.length, 'dependent')} on models that end`);
  const lines = textTable(leaving.map(cells));
  for (const [index, row] of leaving.entries()) {
    const headline = modelHeadline(row, report);
    const before = leaving[index - 1];
    if (!before || modelHeadline(before, report) !== headline) say(`\n${tone(row, within)(headline)}`);
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

/** The model that a dependent rests on, its end in that Region, and where to go. */
function modelHeadline({ model, dependent }: DependentRow, { models }: SweepReport): string {
  if (!model) return '';
  const { modelId, endOfLife, daysLeft } = model;
  const listed = models.find((one) => one.modelId === modelId && one.regions.includes(dependent.region));
  const go = listed?.replacement ? `, go to ${listed.replacement.modelId}` : '';
  if (endOfLife === null || daysLeft === null) return `${modelId}  no end known${go}`;
  return `${modelId}  ${daysLeft > 0 ? 'ends' : 'ended'} ${endOfLife}, ${relativeDays(daysLeft)}${go}`;
}

function cells({ dependent, owners, leaving, use }: DependentRow): string[] {
  const { kind, name, account, region } = dependent;
  return [
    kindWords[kind],
    name,
    `${account} ${region}`,
    owners.map(ownerWords).join(', '),
    use ? `used ${use.lastUsedOn}` : '',
    leaving.map(leavingInShort).join('; '),
  ];
}

function ownerWords({ team, route, share }: Ownership): string {
  const part = share < 1 ? ` ${Math.round(share * 100)} %` : '';
  return `${team}${part}${route === null ? ' (unowned)' : ''}`;
}

function tone(row: DependentRow | undefined, within: number): (text: string) => string {
  if (row?.model?.stage === 'endOfLife') return colours.red;
  return needsAttention(row, within) ? colours.yellow : colours.dim;
}

/** Whether its model has ended, or ends within so many days. */
export function needsAttention(row: DependentRow | undefined, within: number): boolean {
  if (!row?.model || row.leaving.length === 0) return false;
  return row.model.stage === 'endOfLife' || (row.model.daysLeft ?? Infinity) <= within;
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
