import type { DateTime } from 'luxon';
import { jsonOf, isRecord } from '../world/call.ts';
import type { Json } from '../world/call.ts';
import type { Inhabitant } from '../world/slack/people.ts';
import type { World } from '../world.ts';
import { signedEvent, signedForm } from './signed-request.ts';
import type { SignedRequest } from './signed-request.ts';

export interface WorkspaceOptions {
  readonly world: Pick<
    World,
    'slackDesk' | 'slackSigningSecret' | 'slackAnswersAt' | 'slackApiUrl' | 'slackToken' | 'messages'
  >;
  readonly now: () => DateTime;
  /** Where Sundial takes Slack's requests. */
  readonly requestsTo: string;
}

/** How Sundial answered a request: the body read, where it is JSON. */
export interface Taken {
  readonly status: number;
  readonly body: string;
  readonly json: Readonly<Record<string, Json | undefined>> | null;
}

/** Sends what people do to Sundial, signed. */
export interface Workspace extends Pick<WorkspaceOptions, 'world'> {
  readonly sendForm: (fields: Readonly<Record<string, string>>) => Promise<Taken>;
  /** What somebody pressed or sent: a form with all of it in one field. */
  readonly sendInteraction: (payload: Readonly<Record<string, unknown>>) => Promise<Taken>;
  readonly sendEvent: (event: Readonly<Record<string, unknown>>) => Promise<Taken>;
  /** An address for answers, given out for this place. */
  readonly answersTo: World['slackDesk']['answers']['issue'];
}

/** What Slack says of itself in every request. */
const itself = { token: 'simulated', api_app_id: 'A0SUNDIAL1' };
const team = { id: 'T0SIMULATED', domain: 'simulated' };

export function workspace({ world, now, requestsTo }: WorkspaceOptions): Workspace {
  const { triggers, answers } = world.slackDesk;
  const signing = { signingSecret: world.slackSigningSecret, now };
  const send = async ({ headers, body }: SignedRequest): Promise<Taken> => {
    const answer = await fetch(requestsTo, { method: 'POST', headers, body });
    const text = await answer.text();
    const json = jsonOf(text);
    return { status: answer.status, body: text, json: isRecord(json) ? json : null };
  };
  return {
    world,
    answersTo: (place) => `${world.slackAnswersAt}${answers.issue(place)}`,
    sendForm: (fields) =>
      send(signedForm({ ...itself, team_id: team.id, team_domain: team.domain, ...fields }, signing)),
    sendInteraction: (payload) =>
      send(signedForm({ payload: JSON.stringify({ ...itself, team, ...payload }) }, signing)),
    sendEvent: (event) => {
      const told = { type: 'event_callback', event_id: `Ev.${triggers.issue('')}`, team_id: team.id };
      return send(signedEvent({ ...itself, ...told, event }, signing));
    },
  };
}

/** Who did it, as interactions tell it. */
export function userTold({ id, handle }: Inhabitant) {
  return { id, username: handle, name: handle, team_id: team.id };
}
