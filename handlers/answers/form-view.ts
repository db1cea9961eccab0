import type { ModalView } from '@slack/types';
import { calendarDate, utcDay } from '../../domain/calendar-date.ts';
import type { FormFields, FormName } from '../../domain/slack-request.ts';
import type { Situation } from '../../domain/situation.ts';
import { silencedUntil, snoozeLimit } from '../../domain/snooze.ts';
import { ownerModal } from '../../templates/slack/owner-modal.ts';
import { refusedModal } from '../../templates/slack/refused-modal.ts';
import { replaceModal } from '../../templates/slack/replace-modal.ts';
import { snoozeModal } from '../../templates/slack/snooze-modal.ts';
import { waiveModal } from '../../templates/slack/waive-modal.ts';
import { matterWords, noDateWords, refusedSnooze, silencedThing } from '../../templates/words-decisions.ts';
import type { SlackDeps } from '../slack-ports.ts';
import { candidatesFor } from './candidates.ts';

/** A form about a migration, with what was given so far. */
export function formOf(
  form: Exclude<FormName, 'compare'>,
  situation: Situation,
  fields: FormFields,
  { catalogue, configuration }: Pick<SlackDeps, 'catalogue' | 'configuration'>,
): ModalView {
  const reason = textIn(fields, 'reason');
  const until = calendarDate(textIn(fields, 'until') ?? '');
  switch (form) {
    case 'snooze':
      return snooze(situation, until, reason);
    case 'owner':
      return ownerModal({ situation });
    case 'replace': {
      const candidates = candidatesFor(situation, catalogue, configuration.policy.replacementMinimumDays);
      return replaceModal({ situation, candidates });
    }
    case 'waive':
      return waiveModal({ situation, today: utcDay(situation.now), until, reason });
  }
}

/** A single text of a form; `null` where nothing, or several, was given. */
export function textIn(fields: FormFields, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function snooze(situation: Situation, until: string | null, reason: string | null): ModalView {
  const limit = snoozeLimit(situation);
  if (limit.kind === 'refused') return refusedModal({ title: 'Nothing to sleep', text: refusedSnooze(limit) });
  const because = limit.because === null ? noDateWords : matterWords(limit.because);
  const silent = until === null ? [] : silencedUntil(situation, until).map(silencedThing);
  return snoozeModal({ situation, latest: { day: limit.day, because }, silent, until, reason });
}
