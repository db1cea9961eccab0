import type { Finding } from '../../domain/finding.ts';
import { colours, say } from '../output.ts';
import { textTable } from '../text-table.ts';

const marks: Readonly<Record<Finding['state'], string>> = {
  fine: 'ok',
  note: 'note',
  missing: 'MISSING',
  unknown: 'UNKNOWN',
};

/** A line for each finding, and how to mend it below. */
export function doctorText(findings: readonly Finding[], wrong: number): void {
  const lines = textTable(findings.map(({ subject, state, seen }) => [marks[state], subject, seen]));
  for (const [index, { state, fix }] of findings.entries()) {
    const line = lines[index] ?? '';
    say(state === 'fine' || state === 'note' ? line : colours.bold(line));
    if (fix !== null) say(`         ${colours.dim('→')} ${fix}`);
  }
  say();
  say(wrong === 0 ? 'Nothing is missing.' : `${wrong} of ${findings.length} need attention.`);
}
