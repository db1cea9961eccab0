import { colours, say } from './output.ts';
import type { Finding, ScanReport } from './scan-report.ts';
import { needsAttention } from './scan-report.ts';

const stageWords = { active: 'Active', legacy: 'Legacy', extendedAccess: 'extended access', endOfLife: 'ended' };

/** What was found, for a person at a terminal. `shown`: a file of the tree as the person would open it. */
export function scanText(report: ScanReport, shown: (file: string) => string): void {
  const rows = report.findings.map((finding) => [
    `${shown(finding.file)}:${finding.line}:${finding.column}`,
    finding.standing.modelId,
    stageWords[finding.standing.stage],
    end(finding),
    next(finding),
  ]);
  const widths = [0, 1, 2, 3].map((column) =>
    rows.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), 0),
  );
  for (const [index, finding] of report.findings.entries()) {
    const cells = (rows[index] ?? []).map((cell, column) => cell.padEnd(widths[column] ?? 0));
    say(colourOf(finding)(cells.join('  ').trimEnd()));
  }

  for (const { file, line, column, matched } of report.unknown)
    say(`${shown(file)}:${line}:${column}  ${matched}  ${colours.dim('no source knows this model')}`);
  if (rows.length + report.unknown.length > 0) say();
  say(summary(report));
}

function end({ standing: { endOfLife, daysLeft, stage } }: Finding): string {
  if (endOfLife === null) return stage === 'endOfLife' ? 'withdrawn' : 'no end known';
  return daysLeft !== null && daysLeft > 0 ? `${endOfLife}, ${daysLeft} days` : endOfLife;
}

function next({ standing: { replacement }, waiver }: Finding): string {
  const goTo = replacement ? `go to ${replacement.modelId}` : '';
  const waived = waiver ? `waived until ${waiver.until}: ${waiver.reason}` : '';
  return [goTo, waived].filter(Boolean).join('; ');
}

function colourOf({ urgency, waiver }: Finding): (text: string) => string {
  if (waiver || urgency === 'later') return colours.dim;
  return urgency === 'ended' ? colours.red : colours.yellow;
}

function summary({ findings, files, unknown, within }: ScanReport): string {
  const open = findings.filter(needsAttention);
  const ended = open.filter(({ urgency }) => urgency === 'ended').length;
  const waived = findings.filter(({ waiver }) => waiver !== null).length;
  const models = new Set(findings.map(({ standing }) => standing.modelId)).size;
  const parts = [
    `${counted(files, 'file')} read`,
    `${counted(findings.length, 'reference')} to ${counted(models, 'model')}`,
    `${ended} to models that have ended`,
    `${open.length - ended} to models that end within ${within} days`,
    ...(waived > 0 ? [`${waived} waived`] : []),
    ...(unknown.length > 0 ? [`${unknown.length} unknown`] : []),
  ];
  return colours.bold(`${parts.join(', ')}.`);
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
