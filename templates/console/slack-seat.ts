import type { HomeView, ModalView } from '@slack/types';
import type { Message } from '../message.ts';

export interface Person {
  /** Slack's id. */
  readonly id: string;
  readonly name: string;
}

/** Where something stands that a person can press. */
export type Place =
  | { readonly kind: 'message'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'answer'; readonly id: string }
  | { readonly kind: 'modal'; readonly viewId: string }
  | { readonly kind: 'home' };

/** What a press tells the server; of a menu or a date picker, `from` names the field that holds its value. */
export interface Press {
  readonly where: Place;
  readonly actionId: string;
  readonly blockId: string;
  readonly value: string | null;
  readonly from: string | null;
}

/** What has been put into the inputs of a form, by `block_id`; of a file its name. */
export type Held = Readonly<Record<string, string | readonly string[] | null>>;

export interface ShownModal {
  readonly viewId: string;
  readonly view: ModalView;
  readonly held: Held;
  /** Problems by `block_id`. */
  readonly errors: Readonly<Record<string, string>>;
}

/** What only one person sees, in one channel. */
export interface ShownAnswer {
  readonly id: string;
  readonly channel: string;
  readonly message: Message;
  /** ISO instant. */
  readonly at: string;
}

/** Somebody's seat in the simulated Slack: who acts, and what only they see. */
export interface SlackSeat {
  /** Proves that a form came from this console. */
  readonly token: string;
  readonly acting: Person;
  readonly people: readonly Person[];
  readonly answers: readonly ShownAnswer[];
  readonly modal: ShownModal | null;
  readonly home: HomeView | null;
  /** What went wrong with the last thing done. */
  readonly notice: string | null;
}
