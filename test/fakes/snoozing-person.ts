import { formProblems } from '../../domain/form-problems.ts';
import type { FormFields } from '../../domain/slack-request.ts';
import type { SlackPerson } from '../../local/slack-person/slack-person.ts';
import { homeView } from '../../templates/slack/home-view.ts';
import { snoozeModal } from '../../templates/slack/snooze-modal.ts';
import { aSituation } from '../builders/situation.ts';
import type { Done, FakePerson, Shown } from './slack-person.ts';
import { fakePerson } from './slack-person.ts';

const situation = aSituation();
const latest = { day: '2027-01-08', because: 'extended access begins on 8 January 2027' };

/** Somebody whose Sundial knows how to snooze, and repeats everything else they do. */
export function snoozingPerson(user: SlackPerson['user']): FakePerson {
  return fakePerson(user, (done, shown) => {
    if (done.kind === 'submit') return submitted(done.given as FormFields, shown);
    if (done.kind === 'press' && done.where.kind === 'modal')
      shown.modal = { viewId: 'V1', view: formUntil(done.pressed.value) };
    else if (done.kind === 'press' && done.pressed.actionId === 'snooze')
      shown.modal = { viewId: 'V1', view: formUntil(null) };
    else if (done.kind === 'home')
      shown.home = homeView({ situations: [situation], user: user.id, now: situation.now });
    else answer(said(done), shown);
    return { kind: 'ok' };
  });
}

function submitted(fields: FormFields, shown: Shown) {
  const errors = formProblems('snooze', fields, latestKnown, '2026-11-20');
  if (errors) return { kind: 'errors', errors } as const;
  shown.modal = null;
  answer('Snoozed until 4 December 2026', shown);
  return { kind: 'ok' } as const;
}

const latestKnown = { latest: latest.day, latestWhy: latest.because };

function formUntil(until: string | null) {
  const silent = [{ day: '2026-11-30', what: 'the week in numbers' }];
  return snoozeModal({ situation, latest, silent, until, reason: null });
}

function said(done: Done): string {
  if (done.kind === 'command') return `You typed “${done.text}”`;
  return done.kind === 'press' ? `You pressed ${done.pressed.value ?? done.pressed.actionId}` : '';
}

function answer(text: string, shown: Shown): void {
  const id = `A${shown.answers.length + 1}`;
  shown.answers.push({ id, channel: 'C0PAYMENTS', message: { text, blocks: [] }, at: '2026-11-20T09:01:00Z' });
}
