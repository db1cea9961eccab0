import { describe, expect, it } from 'vitest';
import { csvHeader, csvRow } from '../../../templates/report/report-csv.ts';
import { aCall, aCase, failedCall } from './compared.ts';

/** RFC 4180, read back. */
function fieldsOf(line: string): string[] {
  const fields = line.replace(/\r\n$/, '').matchAll(/(?:^|,)(?:"(?<quoted>(?:[^"]|"")*)"|(?<bare>[^",\r\n]*))/g);
  return [...fields].map(({ groups }) => groups?.['quoted']?.replaceAll('""', '"') ?? groups?.['bare'] ?? '');
}
const names = fieldsOf(csvHeader);
const read = (line: string): Record<string, string> =>
  Object.fromEntries(fieldsOf(line).map((value, index) => [names[index] ?? '', value] as const));

describe('csvRow', () => {
  it('has a field for each column, whatever is in the texts', () => {
    const text = 'He said "no",\r\nthen\n left; 東京 🚀';

    const line = csvRow(
      aCase({ prompt: text, expected: text, tags: { team: text }, candidate: aCall('candidate', text) }),
    );

    expect(fieldsOf(line)).toHaveLength(names.length);
    expect(read(line)).toMatchObject({ case: 'case-1', outcome: 'bothPass', prompt: text, candidate_answer: text });
    expect(line.endsWith('\r\n')).toBe(true);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\n=1', '＝1', '\u200B=1'])('is no formula: %j', (text) => {
    expect(read(csvRow(aCase({ prompt: text, caseId: text })))).toMatchObject({ prompt: `'${text}`, case: `'${text}` });
  });

  it('says why a call failed, and leaves empty what was never asked', () => {
    const row = read(
      csvRow(aCase({ current: null, candidate: failedCall('candidate', 'throttled', 'Too many requests') })),
    );

    expect(row).toMatchObject({
      outcome: 'neitherPasses',
      current_passed: '',
      candidate_passed: 'false',
      candidate_breaks: 'error',
      candidate_failure: 'throttled: Too many requests',
      candidate_latency_ms: '',
    });
  });

  it('keeps tool calls, measurements and the judge', () => {
    const base = aCall('candidate', 'x');
    const answer = base.answer && { ...base.answer, toolCalls: [{ name: 'refund', input: { order: 1 } }] };
    const judgement = {
      ...{ kind: 'judgement' as const, caseId: 'case-1', repeat: 0, inputTokens: 1, outputTokens: 1 },
      ...{ preferred: 'tie' as const, consistent: false, reasons: ['A is longer.', 'B is longer.'] },
    };

    expect(read(csvRow(aCase({ candidate: { ...base, answer }, judgement })))).toMatchObject({
      candidate_tool_calls: '[{"name":"refund","input":{"order":1}}]',
      candidate_latency_ms: '900',
      judge_prefers: 'tie',
      judge_consistent: 'false',
      judge_reasons: 'A is longer.\nB is longer.',
    });
  });

  it('holds neither null bytes nor halves of characters', () => {
    expect(csvRow(aCase({ prompt: 'a\0b\uD800c' }))).toContain('"a\uFFFDb\uFFFDc"');
  });
});
