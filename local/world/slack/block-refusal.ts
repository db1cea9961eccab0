import type { HomeView, ModalView } from '@slack/types';
import { blockProblems, viewProblems } from '../../../templates/block-limits.ts';
import type { Answer, Json } from '../call.ts';
import { isRecord } from '../call.ts';
import { refused } from './asked.ts';

/** Slack's refusal of a message's blocks; `null` where it takes them, or there are none. */
export function blockRefusal(text: string, blocks: Json | undefined): Answer | null {
  if (blocks === undefined) return null;
  if (!Array.isArray(blocks)) return refused('invalid_blocks_format');
  const problems = blockProblems({ text: text || '…', blocks: blocks });
  if (problems.length === 0) return null;
  const tooLong = problems.some((problem) => problem.includes('characters of JSON'));
  return refused(tooLong ? 'msg_blocks_too_long' : 'invalid_blocks', problems);
}

/** A view as given, or Slack's refusal of it. */
export function takenView<Kind extends 'modal' | 'home'>(
  given: Json | undefined,
  kind: Kind,
): { readonly view: Kind extends 'modal' ? ModalView : HomeView } | { readonly refusal: Answer } {
  if (!isRecord(given) || given['type'] !== kind || !Array.isArray(given['blocks']))
    return { refusal: refused('invalid_arguments', [`view: not a view of type ${kind}`]) };
  const view = given as unknown as ModalView | HomeView;
  const problems = viewProblems(view);
  if (problems.length > 0) return { refusal: refused('invalid_arguments', problems) };
  return { view: view as Kind extends 'modal' ? ModalView : HomeView };
}
