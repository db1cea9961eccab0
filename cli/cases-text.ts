import { badLineText } from '../adapters/cases/case-file-error.ts';
import type { Counts } from '../domain/cases/case-survey.ts';
import type { CasesReport } from './comparison/looked-cases.ts';
import { textTable } from './text-table.ts';
import { grouped } from './grouped.ts';

/** Values of a tag that a table shows. */
const shown = 8;
const badShown = 20;

/** What `sundial cases` found, for a person. */
export function casesText(report: CasesReport): readonly string[] {
  const { cases, lengths, bad, dropped, leftOut, redacted, written, toolCalls } = report;
  const rows = [
    ['cases', grouped(cases)],
    ['forms', countsText(report.forms)],
    ['checks', countsText(report.checks)],
    ...(toolCalls > 0 ? [['expected tool calls', `${toolCalls} cases`]] : []),
    ...Object.entries(report.tags).map(([name, values]) => [`tag ${name}`, countsText(values)]),
    ...(lengths === null
      ? []
      : [['prompts', `${lengths.least} to ${lengths.most} characters, median ${lengths.median}, p95 ${lengths.p95}`]]),
    ...optional('redacted', redacted),
    ...optional('parameters left out', leftOut),
  ];
  const reasons = Object.entries(dropped).map(([reason, count]) => [`  ${count}`, reason]);
  return [
    ...textTable(rows),
    ...(reasons.length > 0 ? ['', 'No case was made of these records:', ...textTable(reasons)] : []),
    ...(bad.length > 0
      ? ['', `Passed over, bad lines: ${bad.length}`, ...bad.slice(0, badShown).flatMap(badLineText)]
      : []),
    ...(written === null
      ? []
      : [
          '',
          `${written.file}: ${written.cases} cases${written.seed === null ? '' : `, drawn with seed ${written.seed}`}`,
        ]),
  ];
}

function optional(name: string, counts: Counts): string[][] {
  return Object.keys(counts).length === 0 ? [] : [[name, countsText(counts)]];
}

function countsText(counts: Counts): string {
  const all = Object.entries(counts);
  const more = all.length - shown;
  return [
    ...all.slice(0, shown).map(([word, count]) => `${word} ${count}`),
    ...(more > 0 ? [`and ${more} more`] : []),
  ].join(', ');
}
