import type { ReportedCase } from '../../domain/cases/comparison-report.ts';
import type { RecordedCall } from '../../domain/cases/recorded.ts';
import { csvText } from '../csv-text.ts';
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

/** One case as a line after RFC 4180. `outcome` is by passing. */
export function csvRow(kase: ReportedCase): string {
  const { judgement } = kase;
  const fields = [
    csvText(kase.caseId),
    caseOutcome(kase, null),
    csvText(
      Object.entries(kase.tags)
        .map((tag) => tag.join('='))
        .join('; '),
    ),
    csvText(kase.prompt),
    csvText(kase.expected ?? ''),
    ...callFields(kase.current),
    ...callFields(kase.candidate),
    judgement?.preferred ?? '',
    judgement ? String(judgement.consistent) : '',
    csvText(judgement?.reasons.join('\n') ?? ''),
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
    csvText(failed),
    csvText(answer?.text ?? ''),
    csvText(answer && answer.toolCalls.length > 0 ? JSON.stringify(answer.toolCalls) : ''),
    figure(answered?.latencyMs),
    figure(answered?.ttftMs),
    figure(answered?.inputTokens),
    figure(answered?.outputTokens),
  ];
}

function figure(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}
