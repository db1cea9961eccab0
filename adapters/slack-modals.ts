import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { SlackError, slackFailure } from './slack-error.ts';
import { showable } from './slack-sendable.ts';

/** Opens forms. A trigger is good for three seconds and for one form, so a call that failed is not repeated. */
export function slackModals(client: Pick<WebClient, 'views'>) {
  return {
    /** The id of the view. */
    async openModal(triggerId: string, view: ModalView): Promise<string> {
      showable(view, 'views.open');
      const answer = await client.views.open({ trigger_id: triggerId, view }).catch((fault: unknown) => {
        throw slackFailure('views.open', null, fault);
      });
      if (answer.view?.id) return answer.view.id;
      throw new SlackError('Slack opened a view but gave no id', { method: 'views.open', hint: null });
    },
  };
}
