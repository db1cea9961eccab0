import { answerAnchor } from '../../templates/console/slack-message.ts';
import { messageAnchor } from '../../templates/console/page-links.ts';
import { channelAnchor } from '../../templates/console/slack-channel.ts';
import { homeAnchor } from '../../templates/console/slack-home.ts';
import { modalAnchor } from '../../templates/console/slack-modal.ts';
import type { Place, Press } from '../../templates/console/slack-seat.ts';
import type { Acknowledgement } from '../slack-person/slack-person.ts';
import { textIn } from './form-body.ts';
import { givenFields } from './given-fields.ts';
import { pressOf } from './press-of.ts';
import type { Seat } from './seat.ts';
import { answered, formOf } from './seat.ts';

/** Does what a form of the console asks for, as the person who sits there, and answers the seat after it; `null` where it asks for nothing known. */
export async function act(path: string, form: FormData, seat: Seat): Promise<Seat | null> {
  switch (path) {
    case '/slack/command':
      return command(form, seat);
    case '/slack/press': {
      const press = pressOf(form);
      return press && { ...answered(seat, await pressed(press, form, seat)), place: placeOf(press.where) };
    }
    case '/slack/modal':
      return modal(form, seat);
    case '/slack/home':
      await seat.person.openHome();
      return { ...answered(seat, { kind: 'ok' }), place: homeAnchor };
    default:
      return null;
  }
}

async function command(form: FormData, seat: Seat): Promise<Seat> {
  const [text, channel] = [textIn(form, 'text'), textIn(form, 'channel')];
  const answer = await seat.person.command(text.replace(/^\s*\/sundial\b/, '').trim(), channel);
  return { ...answered(seat, answer), place: channelAnchor(channel) };
}

async function modal(form: FormData, seat: Seat): Promise<Seat | null> {
  const open = seat.person.modal();
  // The form may have been closed or replaced in another window.
  if (open?.viewId !== textIn(form, 'view')) return { ...seat, notice: 'That form is not open any more.' };
  if (form.has('close')) {
    seat.person.closeModal(open.viewId);
    return answered(seat, { kind: 'ok' });
  }
  const filled = { ...formOf(seat), given: await givenFields(open.view, form, formOf(seat).given) };
  const press = pressOf(form);
  if (press) {
    const { actionId, blockId } = press;
    const where = { kind: 'modal', viewId: open.viewId } as const;
    const answer = await seat.person.press(where, { actionId, blockId, value: chosenIn(press, form) }, filled.given);
    return answered(seat, answer, filled);
  }
  return form.has('submit') ? answered(seat, await seat.person.submit(open.viewId, filled.given), filled) : null;
}

function pressed(press: Press, form: FormData, { person }: Seat): Promise<Acknowledgement> {
  const { where, actionId, blockId } = press;
  return person.press(where, { actionId, blockId, value: chosenIn(press, form) });
}

/** What a button says, or what stands in the field that it tells of. */
function chosenIn({ value, from }: Press, form: FormData): string | null {
  if (from === null) return value;
  return textIn(form, from) || null;
}

function placeOf(where: Place): string {
  switch (where.kind) {
    case 'message':
      return messageAnchor(where.channel, where.ts);
    case 'answer':
      return answerAnchor(where.id);
    case 'home':
      return homeAnchor;
    case 'modal':
      return modalAnchor;
  }
}
