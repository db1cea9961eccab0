import type { Inhabitant } from '../world/slack/people.ts';
import { told } from '../world/slack/views.ts';
import { acknowledgement } from './acknowledgement.ts';
import { formState } from './form-state.ts';
import type { SlackPerson } from './slack-person.ts';
import type { Workspace } from './workspace.ts';
import { userTold } from './workspace.ts';

/** Sends a form. It closes where Sundial takes it, and stays where it says what is wrong; Slack itself asks for what must be filled. */
export function submitting(person: Inhabitant, place: Workspace): SlackPerson['submit'] {
  const { views, triggers, files } = place.world.slackDesk;

  return async (viewId, given) => {
    const shown = views.shown(viewId);
    if (!shown) throw new Error(`nobody has ${viewId} open`);
    if (!shown.view.submit) throw new Error(`${viewId} has no button to send it`);
    const { values, missing } = formState(shown.view, given, files);
    if (missing.length > 0)
      return {
        kind: 'errors',
        errors: Object.fromEntries(missing.map((field) => [field, 'Please complete this required field.'])),
      };

    const taken = await place.sendInteraction({
      type: 'view_submission',
      user: userTold(person),
      trigger_id: triggers.issue(person.id),
      view: { ...(told(shown) as object), state: { values } },
      response_urls: [],
    });
    const acknowledged = acknowledgement(taken);
    if (acknowledged.kind === 'ok') views.close(viewId);
    return acknowledged;
  };
}
