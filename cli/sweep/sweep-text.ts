import type { DependentKind } from '../../domain/dependent.ts';
import { modelIdsOf } from '../../domain/dependent.ts';
import { counted } from '../../templates/text.ts';
import { kindWords, leavingWords } from '../../templates/words-leaving.ts';
import { stageWords } from '../../templates/words-lifecycle.ts';
import { colours, say } from '../output.ts';
import { textTable } from '../text-table.ts';
import type { DependentRow } from './dependent-rows.ts';
import type { SweepReport } from './sweep-json.ts';

/** What a sweep saw, for a person at a terminal: who must leave what, by team, and what is not known. */
export function sweepText(report: SweepReport, within: number): void {
  const { sweep, dependents } = report;
  const leaving = dependents.filter((row) => row.leaving.length > 0);
  if (leaving.length > 0) heading('Leaving', `${counted(leaving.length, 'dependent')} on models that end`);
  for (const [index, line] of textTable(leaving.map(cells)).entries()) say(tone(leaving[index], within)(line));

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

function cells({ dependent, owners, model, leaving, use }: DependentRow): string[] {
  const { kind, name, account, region } = dependent;
  const owner = owners.map(({ team, route }) => (route === null ? `${team} (unowned)` : team)).join(', ');
  const end = model?.endOfLife ?? 'no end known';
  const left = model?.daysLeft == null ? '' : model.daysLeft > 0 ? `, ${counted(model.daysLeft, 'day')}` : ', ended';
  return [
    `${end}${left}`,
    model?.modelId ?? '',
    kindWords[kind],
    name,
    `${account} ${region}`,
    owner,
    use ? `last used ${use.lastUsedOn}` : '',
    leaving.map(leavingWords).join('; '),
  ];
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
    const kinds = new Map<DependentKind, number>();
    for (const { dependent } of own) kinds.set(dependent.kind, (kinds.get(dependent.kind) ?? 0) + 1);
    const models = migrations.filter(({ migration }) => migration.team === team);
    return [
      team,
      counted(own.length, 'dependent'),
      unowned.length > 0 ? `${unowned.length} unowned` : '',
      models.length > 0 ? `${counted(models.length, 'model')} to leave` : 'nothing to leave',
      [...kinds].map(([kind, count]) => `${count} ${kindWords[kind]}`).join(', '),
    ];
  });
}

function summary({ sweep, models, dependents, migrations, simulated }: SweepReport): string {
  const leaving = models.filter(({ stage, status }) => stage !== 'active' || status !== 'ACTIVE');
  const stages = [...new Set(leaving.map(({ stage }) => stage))].map(
    (stage) => `${leaving.filter((model) => model.stage === stage).length} ${stageWords[stage]}`,
  );
  return (
    [
      `${counted(sweep.places, 'account and Region', 'accounts and Regions')} asked${simulated ? ' in the simulated organisation' : ''}`,
      `${counted(new Set(models.map(({ modelId }) => modelId)).size, 'model')}${stages.length > 0 ? ` (${stages.join(', ')})` : ''}`,
      counted(dependents.length, 'dependent'),
      `${counted(migrations.length, 'migration')} called for`,
      `${counted(sweep.failures.length, 'call')} failed`,
    ].join(', ') + '.'
  );
}
