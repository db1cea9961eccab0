import type { ModalView } from '@slack/types';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { utcDay } from '../../domain/calendar-date.ts';
import type { Situation } from '../../domain/situation.ts';
import { context, section, titled } from '../blocks.ts';
import { mrkdwn } from '../markup.ts';
import { capitalised, clipped, longDate } from '../text.ts';
import { dayField, textField } from './form-inputs.ts';
import { formLead } from './form-lead.ts';
import { formView } from './form-view.ts';

/** A reminder that would not come; `what` without its day, `day` is `null` where it has none. */
interface SilentThing {
  readonly day: CalendarDate | null;
  readonly what: string;
}

interface SnoozeForm {
  readonly situation: Situation;
  /** The last day that may be chosen, and what happens on it; `null` where any may. */
  readonly latest: { readonly day: CalendarDate; readonly because: string } | null;
  readonly silent: readonly SilentThing[];
  readonly until: CalendarDate | null;
  readonly reason: string | null;
}

/** Reminders rest for a while; what would not come is shown before anybody agrees to it. */
export function snoozeModal({ situation, latest, silent, until, reason }: SnoozeForm): ModalView {
  const { migration, now } = situation;
  const metadata = {
    about: migration.id,
    today: utcDay(now),
    latest: latest?.day ?? null,
    latestWhy: latest && clipped(latest.because, 300),
  };
  const limit = latest
    ? `Not beyond *${longDate(latest.day)}*: ${mrkdwn.text(latest.because)}.`
    : 'No date is known that would end it sooner.';

  return formView('snooze', metadata, [
    formLead(situation, ['Reminders rest, and begin again on the day you choose.', limit]),
    dayField({ name: 'until', label: 'Remind us again on', tells: true }, until ?? undefined),
    until === null
      ? section(['Choose a day, and what stays silent until then is listed here.'])
      : titled(`Silent until ${longDate(until)}`, silentLines(silent)),
    textField(
      { name: 'reason', label: 'Reason', hint: 'The thread is told it, with your name and the day.' },
      { initial: reason ?? undefined, lines: 3, most: 500 },
    ),
    context(['News comes all the same: dates that move, a stage that begins, access that is lost.']),
  ]);
}

function silentLines(silent: readonly SilentThing[]): string[] {
  if (silent.length === 0) return ['Nothing: no reminder falls into that time.'];
  return silent.map(({ day, what }) => {
    const said = capitalised(mrkdwn.text(what));
    return `• ${day === null ? said : `${longDate(day)}: ${said}`}`;
  });
}
