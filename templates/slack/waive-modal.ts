import type { ModalView } from '@slack/types';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Situation } from '../../domain/situation.ts';
import { context } from '../blocks.ts';
import { dayField, textField } from './form-inputs.ts';
import { formLead } from './form-lead.ts';
import { formView } from './form-view.ts';

interface WaiveForm {
  readonly situation: Situation;
  readonly today: CalendarDate;
  readonly until: CalendarDate | null;
  readonly reason: string | null;
}

/** For teams whose provider lets them stay beyond the public dates. */
export function waiveModal({ situation, today, until, reason }: WaiveForm): ModalView {
  return formView('waive', { about: situation.migration.id, today }, [
    formLead(situation, [
      'For a private arrangement with the provider: this team may use the model beyond the dates that AWS gives.',
    ]),
    dayField({ name: 'until', label: 'It holds to the end of', hint: 'As the provider wrote it.' }, until ?? undefined),
    textField(
      {
        name: 'reason',
        label: 'Arrangement',
        hint: 'Who agreed to it, and where it is written down. The thread is told it, with your name.',
      },
      { initial: reason ?? undefined, lines: 3, most: 500 },
    ),
    context(['Reminders rest until then. Dates that move, and calls that fail, are told as ever.']),
  ]);
}
