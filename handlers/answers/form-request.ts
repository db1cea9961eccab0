import { calendarDate } from '../../domain/calendar-date.ts';
import type { MigrationRequest } from '../../domain/request.ts';
import type { FormFields, FormName } from '../../domain/slack-request.ts';
import { textIn } from './form-view.ts';

/** What a form asks for, in the words of a command; `null` where a field is missing that the form would not have let pass. */
export function requestIn(
  form: Exclude<FormName, 'compare'>,
  model: string,
  fields: FormFields,
): MigrationRequest | null {
  const until = calendarDate(textIn(fields, 'until') ?? '');
  const reason = textIn(fields, 'reason');
  switch (form) {
    case 'snooze':
      return until && reason ? { kind: 'snooze', model, until, reason } : null;
    case 'waive':
      return until && reason ? { kind: 'waive', model, until, reason } : null;
    case 'owner': {
      const person = textIn(fields, 'person');
      return person === null ? null : { kind: 'owner', model, person };
    }
    case 'replace': {
      const candidate = textIn(fields, 'candidate') ?? textIn(fields, 'other');
      return candidate === null ? null : { kind: 'replace', model, candidate };
    }
  }
}
