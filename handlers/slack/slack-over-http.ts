import { AwsLambdaReceiver } from '@slack/bolt';
import type { Listening } from './listening.ts';
import { slackApp } from './slack-app.ts';
import { slackDoor } from './slack-door.ts';

/** The app behind its door, for Lambda and for a server on one machine: what is clicked there is what is deployed. */
export function slackOverHttp(signingSecret: string, listening: Listening): ReturnType<typeof slackDoor> {
  const receiver = new AwsLambdaReceiver({ signingSecret, signatureVerification: false });
  slackApp(receiver, listening);
  return slackDoor(receiver, { signingSecret, now: listening.now, log: listening.log });
}
