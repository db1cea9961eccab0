import type { SlackRequest } from '../domain/slack-request.ts';
import { readSlackRequest } from '../events/slack-request.ts';
import type { Answer, Asking } from './answers/asking.ts';
import { answerCommand } from './answers/answer-command.ts';
import { fillForm } from './answers/fill-form.ts';
import { pressButton } from './answers/press-button.ts';
import { showHome } from './answers/show-home.ts';
import { submitForm } from './answers/submit-form.ts';
import type { Handled } from './handled.ts';
import { nothingToDo } from './handled.ts';
import { lambda } from './lambda.ts';
import { performOnce } from './perform-once.ts';
import { workerDeps } from './worker-deps.ts';
import type { SlackDeps } from './slack-ports.ts';
import { sparingTrackers } from './sparing-trackers.ts';

/** Fed by rules/sundial-slack.yml, from Sundial's own bus, through a queue. */
export const handler = lambda(workerDeps, onSlackRequest);

/** Does what somebody asked for in Slack, and answers them: once, however often the request is delivered. */
export async function onSlackRequest(event: unknown, deps: SlackDeps): Promise<Handled> {
  const request = readSlackRequest(event);
  const { done } = await performOnce(`slack|${request.key}`, deps.ledger, () => answer(request, sparingTrackers(deps)));
  return nothingToDo('handled', done === 'before' ? 'was answered before' : `answered ${request.asked.kind}`);
}

async function answer({ asked, ...asking }: SlackRequest, deps: SlackDeps): Promise<null> {
  switch (asked.kind) {
    case 'command': {
      const { share, ...answered } = await answerCommand(asked.text, asking, deps);
      await respond(answered, share, asking, deps);
      return null;
    }
    case 'button':
      await respond(await pressButton(asked, asking, deps), false, asking, deps);
      return null;
    case 'openForm':
      await fillForm(asked, asking, deps);
      return null;
    case 'submitForm':
      await submitForm(asked, asking, deps);
      return null;
    case 'openHome':
      await showHome(asking.user, deps);
      return null;
  }
}

/**
 * In the Home of the app there is no address to answer to: what was done shows there, and all else is said directly. An address that
 * takes no more does not make the work undone: the answer is whispered.
 */
async function respond(
  { kind, message }: Answer,
  share: boolean,
  { responseUrl, channel, user }: Asking,
  deps: SlackDeps,
): Promise<void> {
  if (responseUrl === null) {
    if (kind !== 'done') await deps.desk.whisper(user, user, message);
    await showHome(user, deps);
    return;
  }
  await deps.desk.respond(responseUrl, message, { share }).catch(async (fault: unknown) => {
    // A shared answer may have arrived: said again, the channel would read it twice.
    if (fault instanceof Error && fault.name === 'SlackAnswerUncertainError') return;
    if (!(fault instanceof Error) || fault.name !== 'SlackError') throw fault;
    await deps.desk.whisper(channel ?? user, user, message);
  });
}
