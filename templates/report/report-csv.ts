import type { ReportedCase } from '../../domain/cases/comparison-report.ts';
import type { RecordedCall } from '../../domain/cases/recorded.ts';
import { caseOutcome, passes } from './case-outcome.ts';

const ofCall = [
  'passed',
  'breaks',
  'failure',
  'answer',
  'tool_calls',
  'latency_ms',
  'ttft_ms',
  'tokens_in',
  'tokens_out',
];
const columns = [
  ...['case', 'outcome', 'tags', 'prompt', 'expected'],
  ...ofCall.map((name) => `current_${name}`),
  ...ofCall.map((name) => `candidate_${name}`),
  ...['judge_prefers', 'judge_consistent', 'judge_reasons'],
];

/** With its line's end, as each row has. */
export const csvHeader = `${columns.join(',')}\r\n`;

/**
 * One case as a line after RFC 4180. `outcome` is by passing. A text that a spreadsheet would read as a formula is led by an apostrophe.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvRow(kase: ReportedCase): string {
  const { judgement } = kase;
  const fields = [
    text(kase.caseId),
    caseOutcome(kase, null),
    text(
      Object.entries(kase.tags)
        .map((tag) => tag.join('='))
        .join('; '),
    ),
    text(kase.prompt),
    text(kase.expected ?? ''),
    ...callFields(kase.current),
    ...callFields(kase.candidate),
    judgement?.preferred ?? '',
    judgement ? String(judgement.consistent) : '',
    text(judgement?.reasons.join('\n') ?? ''),
  ];
  return `${fields.join(',')}\r\n`;
}

function callFields(call: RecordedCall | null): readonly string[] {
  if (call === null) return ofCall.map(() => '');
  const { attempt, answer, failure } = call;
  const answered = attempt.kind === 'answered' ? attempt : null;
  const failed = attempt.kind === 'failed' ? [attempt.error, failure ?? ''].filter(Boolean).join(': ') : '';
  return [
    String(passes(call)),
    answered ? answered.breaks.join(' ') : 'error',
    text(failed),
    text(answer?.text ?? ''),
    text(answer && answer.toolCalls.length > 0 ? JSON.stringify(answer.toolCalls) : ''),
    figure(answered?.latencyMs),
    figure(answered?.ttftMs),
    figure(answered?.inputTokens),
    figure(answered?.outputTokens),
  ];
}

function figure(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

/** Spreadsheets also take the full-width signs, and look past white space. */
function text(value: string): string {
  const safe = value.replaceAll('\0', '\uFFFD').replaceAll(/\p{Cs}/gu, '\uFFFD');
  const guarded = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(safe) ? `'${safe}` : safe;
  return guarded === '' ? '' : `"${guarded.replaceAll('"', '""')}"`;
}
