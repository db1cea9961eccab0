import type { HomeView, ModalView } from '@slack/types';
import type {
  Acknowledgement,
  Given,
  Pressed,
  PressedIn,
  PrivateAnswer,
  SlackPerson,
} from '../../local/slack-person/slack-person.ts';

/** What somebody did, as Slack would have told Sundial. */
export type Done =
  | { readonly kind: 'command'; readonly text: string; readonly channel: string }
  | { readonly kind: 'press'; readonly where: PressedIn; readonly pressed: Pressed; readonly given: Given | undefined }
  | { readonly kind: 'submit'; readonly viewId: string; readonly given: Given }
  | { readonly kind: 'close'; readonly viewId: string }
  | { readonly kind: 'home' };

/** What Sundial shows the person; a test changes it, or has it changed by what the person does. */
export interface Shown {
  answers: PrivateAnswer[];
  modal: { viewId: string; view: ModalView } | null;
  home: HomeView | null;
}

export interface FakePerson extends SlackPerson {
  readonly done: Done[];
  readonly shown: Shown;
}

/** A person whose every act is kept, and answered by `react`. */
export function fakePerson(
  user: SlackPerson['user'],
  react: (done: Done, shown: Shown) => Acknowledgement = () => ({ kind: 'ok' }),
): FakePerson {
  const shown: Shown = { answers: [], modal: null, home: null };
  const done: Done[] = [];
  const act = async (one: Done) => {
    done.push(one);
    await Promise.resolve();
    return react(one, shown);
  };
  return {
    user,
    done,
    shown,
    command: (text, channel) => act({ kind: 'command', text, channel }),
    press: (where, pressed, given) => act({ kind: 'press', where, pressed, given }),
    submit: (viewId, given) => act({ kind: 'submit', viewId, given }),
    closeModal: (viewId) => {
      shown.modal = null;
      done.push({ kind: 'close', viewId });
    },
    openHome: async () => {
      await act({ kind: 'home' });
    },
    answers: () => shown.answers,
    modal: () => shown.modal,
    home: () => shown.home,
  };
}
