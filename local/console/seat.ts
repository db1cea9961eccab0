import type { SlackSeat } from '../../templates/console/slack-seat.ts';
import type { Acknowledgement, Given, SlackPerson } from '../slack-person/slack-person.ts';
import { heldFields } from './given-fields.ts';

/** What one person has half done on the console: what Slack's own window would remember for them. */
export interface Seat {
  readonly person: SlackPerson;
  /** Of the form that stands open. */
  readonly form: { readonly viewId: string; readonly given: Given; readonly errors: Readonly<Record<string, string>> };
  readonly notice: string | null;
  /** Where on the page something was done last outside a form: there one comes back to when the form is closed. */
  readonly place: string;
}

const noForm: Seat['form'] = { viewId: '', given: {}, errors: {} };

export type Seats = Map<string, Seat>;

export function seatsFor(people: readonly SlackPerson[]): Seats {
  return new Map(people.map((person) => [person.user.id, { person, form: noForm, notice: null, place: 'main' }]));
}

/** Somebody's seat, the first one where nobody is named; `null` where nobody can act. */
export function seatOf(seats: Seats, as: string | null): Seat | null {
  return seats.get(as ?? '') ?? [...seats.values()][0] ?? null;
}

/** The form's own memory; of another form there is none. */
export function formOf({ person, form }: Seat): Seat['form'] {
  const viewId = person.modal()?.viewId ?? '';
  return form.viewId === viewId ? form : { ...noForm, viewId };
}

/** The seat after Sundial answered. `filled`: what stood in the form that was sent, which the next page shows again. */
export function answered(seat: Seat, answer: Acknowledgement, filled = formOf(seat)): Seat {
  const errors = answer.kind === 'errors' ? answer.errors : {};
  const notice =
    answer.kind === 'refused'
      ? `Sundial refused this with status ${answer.status}: ${answer.body.slice(0, 300)}`
      : null;
  return { ...seat, form: { viewId: filled.viewId, given: filled.given, errors }, notice };
}

/** The seat after something could not be done at all: what was pressed may be gone by now. */
export function notDone(seat: Seat, fault: unknown): Seat {
  const reason = fault instanceof Error ? fault.message : 'for an unknown reason';
  return { ...seat, notice: `This could not be done: ${reason}`, place: 'notice' };
}

/** What the page shows of it. */
export function shownSeat(seat: Seat, seats: Seats, token: string): SlackSeat {
  const { person, notice } = seat;
  const modal = person.modal();
  const { given, errors } = formOf(seat);
  return {
    token,
    acting: person.user,
    people: [...seats.values()].map((one) => one.person.user),
    answers: person.answers(),
    modal: modal && { ...modal, held: heldFields(given), errors },
    home: person.home(),
    notice,
  };
}
