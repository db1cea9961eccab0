import { inhabitants } from '../world/slack/people.ts';
import { commanding } from './commanding.ts';
import { pressing } from './pressing.ts';
import type { SlackPerson } from './slack-person.ts';
import { submitting } from './submitting.ts';
import type { WorkspaceOptions } from './workspace.ts';
import { workspace } from './workspace.ts';

/** The people of the simulated workspace: Ana and Ben. */
export function slackPeople(options: WorkspaceOptions): readonly SlackPerson[] {
  const place = workspace(options);
  const { views, answers } = options.world.slackDesk;

  return inhabitants.map((person) => {
    const { id, name } = person;
    return {
      user: { id, name },
      command: commanding(person, place),
      press: pressing(person, place),
      submit: submitting(person, place),
      closeModal: (viewId) => views.close(viewId),
      openHome: async () => {
        const { status } = await place.sendEvent({ type: 'app_home_opened', user: id, tab: 'home', event_ts: '1.1' });
        if (status !== 200) throw new Error(`Sundial answered ${status} when ${name} opened its home`);
      },
      answers: () => answers.of(id),
      modal: () => {
        const shown = views.modal(id);
        return shown && { viewId: shown.id, view: shown.view };
      },
      home: () => views.home(id)?.view ?? null,
    };
  });
}
