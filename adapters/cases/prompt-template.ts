import type { CaseMessage } from '../../domain/cases/case.ts';
import { UnturnableError } from './request.ts';

interface Conversation {
  readonly messages: readonly CaseMessage[];
  readonly system: readonly string[];
}

interface Turn {
  readonly role: string;
  readonly text: string;
}

/**
 * A prompt as its template parts it into turns: Meta Llama's headers (3 and 4), or the `[INST]` of Llama 2 and Mistral; without one,
 * all of it is the user's. Throws `UnturnableError`.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-text-completion.html
 */
export function templatedConversation(prompt: string): Conversation {
  const turns = hasHeaders(prompt)
    ? headedTurns(prompt)
    : isInstruction(prompt)
      ? instructedTurns(prompt)
      : [{ role: 'user', text: prompt }];
  const other = turns.find(({ role }) => !['system', 'user', 'assistant'].includes(role));
  if (other) throw new UnturnableError(`a message of role ${other.role}`);
  return {
    system: turns.flatMap(({ role, text }) => (role === 'system' && text !== '' ? [text] : [])),
    messages: turns.flatMap(({ role, text }) =>
      (role === 'user' || role === 'assistant') && text !== '' ? [{ role, content: [{ text }] }] : [],
    ),
  };
}

export function isTemplated(prompt: string): boolean {
  return hasHeaders(prompt) || isInstruction(prompt);
}

function hasHeaders(prompt: string): boolean {
  return /<\|(?:start_header_id|header_start)\|>/.test(prompt);
}

function isInstruction(prompt: string): boolean {
  return /\[INST\]/.test(prompt);
}

function headedTurns(prompt: string): Turn[] {
  const turns = prompt.matchAll(
    /<\|(?:start_header_id|header_start)\|>(?<role>[^<]*)<\|(?:end_header_id|header_end)\|>(?<text>[^]*?)(?=<\|(?:start_header_id|header_start)\|>|$)/g,
  );
  return [...turns].map(({ groups }) => ({
    role: (groups?.['role'] ?? '').trim(),
    text: (groups?.['text'] ?? '').replaceAll(/<\|(?:eot_id|eot|eom_id|end_of_text)\|>/g, '').trim(),
  }));
}

function instructedTurns(prompt: string): Turn[] {
  const turns = prompt.matchAll(/\[INST\](?<asked>[^]*?)(?:\[\/INST\](?<said>[^]*?))?(?=\[INST\]|$)/g);
  return [...turns].flatMap(({ groups }) => {
    const { system, asked } =
      /^\s*<<SYS>>(?<system>[^]*?)<<\/SYS>>(?<asked>[^]*)$/.exec(groups?.['asked'] ?? '')?.groups ?? {};
    return [
      { role: 'system', text: (system ?? '').trim() },
      { role: 'user', text: (asked ?? groups?.['asked'] ?? '').trim() },
      { role: 'assistant', text: (groups?.['said'] ?? '').replaceAll(/<\/?s>/g, '').trim() },
    ];
  });
}
