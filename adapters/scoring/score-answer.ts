import type { Answer, ToolCall } from '../../domain/cases/answer.ts';
import type { Case } from '../../domain/cases/case.ts';
import type { RecordedCall } from '../../domain/cases/recorded.ts';
import type { Answered, BreakKind, CheckResult } from '../../domain/comparison/outcome.ts';
import { jsonIn } from '../../domain/scoring/check-values.ts';
import { switchesLanguage } from '../../domain/scoring/language-switch.ts';
import { isRefusal } from '../../domain/scoring/refusal.ts';
import { stopBreak } from '../../domain/scoring/stop-break.ts';
import { areExpected, missesForcedCall } from '../../domain/scoring/tool-calls.ts';
import type { Embed } from './check-answer.ts';
import { checkAnswer } from './check-answer.ts';
import { satisfies } from './json-schema.ts';

/** `embeddingTokens` is absent where no embedding model was asked. */
export type Scored = Pick<Answered, 'breaks' | 'checks'> & Pick<RecordedCall, 'embeddingTokens'>;

/**
 * What is broken in an answer, and what each of the case's checks says of it, in their order. Throws `NoEmbeddingError` where a check
 * needs `embed`.
 */
export async function scoreAnswer(kase: Case, answer: Answer, embed: Embed | null = null): Promise<Scored> {
  let embeddingTokens = 0;
  const counted: Embed | null =
    embed &&
    (async (text) => {
      const embedded = await embed(text);
      embeddingTokens += embedded.inputTokens;
      return embedded;
    });
  const checks: CheckResult[] = [];
  for (const check of kase.checks) checks.push(await checkAnswer(check, kase, answer, counted));
  return { breaks: await breaksOf(kase, answer), checks, ...(embeddingTokens > 0 && { embeddingTokens }) };
}

/** A cause is named, and not what follows from it: JSON that was cut off is truncated, not malformed. */
async function breaksOf(kase: Case, answer: Answer): Promise<BreakKind[]> {
  const stopped = stopBreak(answer.stopReason);
  if (stopped !== null) return [stopped];
  const { text, toolCalls } = answer;
  if (text.trim() === '' && toolCalls.length === 0) return ['empty'];
  if (toolCalls.length === 0 && isRefusal(text) && !wantsRefusal(kase)) return ['refusal'];

  const json = asksForJson(kase) ? jsonIn(text) : null;
  const wrongCall = await callsWrongly(kase, toolCalls);
  // Calling a tool that the case does not expect is one fault, not another in the text that is missing.
  const spoke = text.trim() !== '' || toolCalls.length === 0;
  return [
    ...(asksForJson(kase) && json === null && spoke ? (['malformed'] as const) : []),
    ...(json !== null && !(await satisfiesAll(kase, json.value)) ? (['schema'] as const) : []),
    ...(wrongCall ? (['toolCall'] as const) : []),
    ...(!asksForJson(kase) && switchesLanguage(kase, text) ? (['language'] as const) : []),
  ];
}

function asksForJson({ checks }: Case): boolean {
  return checks.some(({ kind }) => kind === 'json-schema' || kind === 'json-path');
}

/** Some cases are there to see that a model declines. */
function wantsRefusal({ expected, checks }: Case): boolean {
  return [expected, ...checks.map(({ value }) => value)].some((text) => typeof text === 'string' && isRefusal(text));
}

async function satisfiesAll({ checks }: Case, value: unknown): Promise<boolean> {
  for (const check of checks) if (check.kind === 'json-schema' && !(await satisfies(check.value, value))) return false;
  return true;
}

/** A call that is not expected, or missing, or forced and missing, or of a tool that the case does not give, or not as it takes it. */
async function callsWrongly(kase: Case, calls: readonly ToolCall[]): Promise<boolean> {
  const { expectedToolCalls, tools } = kase;
  if (missesForcedCall(kase, calls)) return true;
  if (expectedToolCalls && !areExpected(calls, expectedToolCalls)) return true;
  for (const { name, input } of calls) {
    const tool = tools.find((one) => one.name === name);
    if (!tool || !(await satisfies(tool.inputSchema, input))) return true;
  }
  return false;
}
