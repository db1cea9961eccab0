import type { HomeView, ModalView } from '@slack/types';
import type { Message } from '../../templates/message.ts';

/** Where a person pressed something. */
export type PressedIn =
  | { readonly kind: 'message'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'answer'; readonly id: string }
  | { readonly kind: 'modal'; readonly viewId: string }
  | { readonly kind: 'home' };

/** What a person pressed: a button by its value, a menu by the value of its option, a date picker by its date. */
export interface Pressed {
  readonly actionId: string;
  readonly blockId: string;
  readonly value: string | null;
}

/** A file that a person puts into a form. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a person has put into the inputs of a form so far, by `block_id`. */
export type Given = Readonly<Record<string, string | readonly string[] | GivenFile | null>>;

/** What only this person sees. */
export interface PrivateAnswer {
  readonly id: string;
  /** Slack's id of the channel in which it stands. */
  readonly channel: string;
  readonly message: Message;
  /** ISO instant. */
  readonly at: string;
}

export interface OpenModal {
  readonly viewId: string;
  readonly view: ModalView;
}

/** How Sundial answered at once: `ok`, or problems by `block_id` of the form that was sent. */
export type Acknowledgement =
  | { readonly kind: 'ok' }
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'refused'; readonly status: number; readonly body: string };

/** A person in the simulated Slack: what they do reaches Sundial as Slack would send it, signed. */
export interface SlackPerson {
  readonly user: { readonly id: string; readonly name: string };
  readonly command: (text: string, channel: string) => Promise<Acknowledgement>;
  /** `given`: what stands in the inputs of the form around it, where it is pressed in a modal. */
  readonly press: (where: PressedIn, pressed: Pressed, given?: Given) => Promise<Acknowledgement>;
  readonly submit: (viewId: string, given: Given) => Promise<Acknowledgement>;
  readonly closeModal: (viewId: string) => void;
  readonly openHome: () => Promise<void>;
  readonly answers: () => readonly PrivateAnswer[];
  readonly modal: () => OpenModal | null;
  readonly home: () => HomeView | null;
}
