import type { Message } from '../templates/message.ts';
import type { Outlook, Patience } from './patience.ts';
import { patiently } from './patience.ts';
import { SlackError, hintFor } from './slack-error.ts';
import { sendable } from './slack-sendable.ts';

export interface SlackAnswersOptions {
  /** Where addresses of answers begin; nothing is sent anywhere else, whoever asks for it. */
  readonly answersAt?: string;
  readonly fetch?: typeof fetch;
}

const method = 'response_url';

/** Slack may have taken an answer that a whole channel reads: said again it could stand there twice. */
class SlackAnswerUncertainError extends SlackError {
  override readonly name = 'SlackAnswerUncertainError';
}

/**
 * Answers through the address that came with a request: five times, within half an hour. After a lost answer it may be said twice to
 * one person, but never to a channel.
 */
export function slackRespond(
  { answersAt = 'https://hooks.slack.com/', fetch: send = fetch }: SlackAnswersOptions,
  patience: Patience,
) {
  return async (responseUrl: string, message: Message, how: { share: boolean }): Promise<void> => {
    if (!responseUrl.startsWith(answersAt))
      throw new SlackError('An answer would leave Slack', { method, hint: `Answers go to ${answersAt} only` });
    sendable(message, method);
    const body = JSON.stringify({
      response_type: how.share ? 'in_channel' : 'ephemeral',
      replace_original: false,
      text: message.text,
      blocks: message.blocks,
    });
    const outlookOf = how.share ? onceOnly : answerOutlook;
    const post = { method: 'POST', headers: { 'content-type': 'application/json; charset=utf-8' }, body };

    await patiently(patience, outlookOf, async () => {
      const answer = await send(responseUrl, { ...post, signal: AbortSignal.timeout(10_000) });
      if (!answer.ok) throw new AnswerRefusedError(answer.status, retryAfter(answer), await answer.text());
    }).catch((fault: unknown) => {
      const code = fault instanceof AnswerRefusedError ? fault.code : null;
      const outlook = answerOutlook(fault).kind;
      const Failure = how.share && outlook === 'uncertain' ? SlackAnswerUncertainError : SlackError;
      const words = outlook === 'hopeless' ? 'Slack refused an answer' : 'Slack took no answer';
      throw new Failure(words, { method, ...(code && { code }), hint: code && hintFor(code) }, { cause: fault });
    });
  };
}

class AnswerRefusedError extends Error {
  override readonly name = 'AnswerRefusedError';
  readonly code: string;
  readonly status: number;
  readonly afterMs: number | null;

  constructor(status: number, afterMs: number | null, body: string) {
    const code = /"error"\s*:\s*"(?<code>\w+)"/.exec(body)?.groups?.['code'] ?? `HTTP ${status}`;
    super(code);
    this.code = code;
    this.status = status;
    this.afterMs = afterMs;
  }
}

function answerOutlook(fault: unknown): Outlook {
  if (!(fault instanceof AnswerRefusedError)) return { kind: 'uncertain', afterMs: null };
  if (fault.status === 429) return { kind: 'refused', afterMs: fault.afterMs };
  return fault.status >= 500 ? { kind: 'uncertain', afterMs: null } : { kind: 'hopeless' };
}

function onceOnly(fault: unknown): Outlook {
  const outlook = answerOutlook(fault);
  return outlook.kind === 'uncertain' ? { kind: 'hopeless' } : outlook;
}

function retryAfter({ headers }: Response): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1_000 : null;
}
