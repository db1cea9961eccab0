import type { BlockAction, Receiver, ViewSubmitAction } from '@slack/bolt';
import { App } from '@slack/bolt';
import { formNames } from '../../domain/slack-request.ts';
import { reasonOf } from '../reason.ts';
import { boltLogger } from './bolt-logger.ts';
import type { Listening } from './listening.ts';
import { onCommand } from './on-command.ts';
import { onFormChanged } from './on-form-changed.ts';
import { onHomeOpened } from './on-home-opened.ts';
import { onPressed } from './on-pressed.ts';
import { onSubmission } from './on-submission.ts';
import { isInForm } from './pressed.ts';

/**
 * Sundial's Slack app, the same behind every receiver. Each listener acknowledges when the request is handed on, so nothing that was
 * acknowledged is lost, and no work is waited for.
 */
export function slackApp(receiver: Receiver, listening: Listening): App {
  const app = new App({
    receiver,
    // No listener calls Slack through Bolt, so Bolt needs no token, and no `auth.test` before the first request.
    authorize: () => Promise.resolve({}),
    ignoreSelf: false,
    convoStore: false,
    attachFunctionToken: false,
    logger: boltLogger(listening.log),
  });

  app.command('/sundial', (given) => onCommand(given, listening));
  for (const form of formNames)
    app.view<ViewSubmitAction>({ callback_id: form, type: 'view_submission' }, (given) =>
      onSubmission(form, given, listening),
    );
  app.action<BlockAction>(/.*/, (given) =>
    isInForm(given.body) ? onFormChanged(given, listening) : onPressed(given, listening),
  );
  app.event('app_home_opened', ({ event: { user, tab }, body: { event_id: eventId } }) =>
    onHomeOpened({ eventId, user, tab: tab ?? null }, listening),
  );
  app.error((error) => {
    const fault = error.original ?? error;
    listening.log.error('A Slack request failed', { ...reasonOf(fault) });
    return Promise.reject(fault);
  });
  return app;
}
