import type { CaseConflict } from '../domain/cases/case-conflicts.ts';
import type { LimitKind } from '../domain/cases/model-limits.ts';
import type { QuotaMinutes } from '../domain/cases/quota-minutes.ts';
import { counted } from './text.ts';

/** What cases do, what to do about it. */
const words: Readonly<Record<LimitKind, readonly [does: string, help: string]>> = {
  sampling: ['set temperature or topP, which it refuses', 'take them out of inference'],
  temperatureWithTopP: ['set temperature and topP, of which it takes only one', 'take topP out of inference'],
  prefill: ['end with words of the assistant, which it refuses to go on from', 'end with the user'],
  forcedTool: ['force a tool call, which it refuses', 'let toolChoice be auto'],
  tools: ['give tools, which it does not take', 'name a candidate that takes tools'],
  system: ['have a system prompt, which it does not take', 'say it in the first message'],
  image: ['hold images, which it does not see', 'name a candidate that sees'],
  document: ['hold documents, which it does not read', 'give them as text'],
  converse: ['are asked through Converse, which it does not answer', 'name a candidate that answers Converse'],
  maxTokens: ['allow more tokens than it writes', 'lower maxTokens'],
  contextWindow: ['are longer than its context', 'shorten them, or leave them out'],
};

/** How many cases, of all, would fail on the candidate whatever it can do, why, and who says so. */
export function conflictWords({ kind, cases, caseId, limit }: CaseConflict, all: number, candidate: string): string {
  const [does, help] = words[kind];
  const most = 'most' in limit ? ` (at most ${limit.most.toLocaleString('en-GB')} tokens)` : '';
  const example = cases === 1 ? caseId : `${caseId} first`;
  const every = cases === all ? 'every one of ' : '';
  return `${kind}: ${every}${counted(cases, 'case')} (${example}) ${does}${most}: ${help} for ${candidate} (${limit.reference}, ${limit.asOf})`;
}

export function quotaWords({ quota, burndown, minutes }: QuotaMinutes, candidate: string): string {
  const factor = burndown === 1 ? '' : `; a token it writes counts ${burndown} times`;
  return `the quota “${quota.name}” of ${quota.value.toLocaleString('en-GB')} tokens a minute lets ${candidate} take no less than ${counted(Math.ceil(minutes), 'minute')}${factor}`;
}
