import type { DateTime } from 'luxon';
import { plusDays, utcDay } from '../../domain/calendar-date.ts';
import { formProblems } from '../../domain/form-problems.ts';
import type { FormFields, FormName } from '../../domain/slack-request.ts';
import type { Sample } from '../../templates/console/preview-page.ts';
import { compareModal } from '../../templates/slack/compare-modal.ts';
import { loadingModal } from '../../templates/slack/loading-modal.ts';
import { ownerModal } from '../../templates/slack/owner-modal.ts';
import { refusedModal } from '../../templates/slack/refused-modal.ts';
import { replaceModal } from '../../templates/slack/replace-modal.ts';
import { snoozeModal } from '../../templates/slack/snooze-modal.ts';
import { waiveModal } from '../../templates/slack/waive-modal.ts';
import { decisionsAt, sampleSituation, sonnet45, sonnet5 } from './sample-situations.ts';

const latest = { day: '2027-01-08', because: 'extended access begins on 8 January 2027' };
const candidates = [
  { modelId: sonnet5, name: 'Claude Sonnet 5', note: "Sundial's catalogue says so" },
  { modelId: 'amazon.nova-2-lite-v1:0', name: 'Nova 2 Lite', note: null },
];
const estimate = {
  cases: 400,
  calls: 800,
  cost: 3.2,
  seconds: 372,
  power: 0.83,
  warnings: ['no price of the judge a.judge is known: it is not in the estimate'],
};

/** Every form, empty, filled and wrong. */
export function formSamples(now: DateTime): Sample[] {
  const today = utcDay(now);
  const situation = sampleSituation({ modelId: sonnet45 }, now);
  const owned = sampleSituation({ modelId: sonnet45, migration: { owner: decisionsAt(now).owner } }, now);
  const silent = [
    { day: plusDays(today, 3), what: 'the week in numbers' },
    { day: plusDays(today, 10), what: 'the week in numbers' },
    { day: null, what: 'the escalation ladder' },
  ];
  const snooze = { situation, latest, silent, until: plusDays(today, 14), reason: 'Most of the team is on leave' };
  const compare = {
    situation,
    candidates,
    teamDataset: 's3://example-corp-cases/payments.jsonl',
    batch: null,
    problem: null,
  };
  const late: FormFields = { until: plusDays(latest.day, 1), reason: 'x' };
  const lacking: FormFields = { candidate: sonnet5, source: 's3', address: 'cases.jsonl', sample: '0', budget: '-1' };

  return [
    { title: 'While a form is being made', kind: 'modal', view: loadingModal('snooze', null) },
    { title: 'Snooze, empty', kind: 'modal', view: snoozeModal({ ...snooze, until: null, reason: null }) },
    { title: 'Snooze, with what stays silent', kind: 'modal', view: snoozeModal(snooze) },
    wrong('Snooze, refused', snoozeModal(snooze), 'snooze', late, today),
    { title: 'Owner, nobody yet', kind: 'modal', view: ownerModal({ situation }) },
    { title: 'Owner, somebody already', kind: 'modal', view: ownerModal({ situation: owned }) },
    { title: 'Replace', kind: 'modal', view: replaceModal({ situation, candidates }) },
    wrong('Replace, wrong', replaceModal({ situation, candidates }), 'replace', { other: sonnet45 }, today),
    { title: 'Waive', kind: 'modal', view: waiveModal({ situation, today, until: null, reason: null }) },
    wrong('Waive, wrong', waiveModal({ situation, today, until: null, reason: null }), 'waive', late, today),
    { title: 'Compare, empty', kind: 'modal', view: compareModal({ ...compare, estimate: null, fields: {} }) },
    {
      title: 'Compare, with its estimate',
      kind: 'modal',
      view: compareModal({ ...compare, estimate, fields: { judge: 'a.judge' } }),
    },
    {
      title: 'Compare, of a model that is named in the form',
      kind: 'modal',
      view: compareModal({
        ...compare,
        situation: null,
        candidates: [],
        teamDataset: null,
        estimate: null,
        problem: 'The file has no case in it.',
        fields: {},
      }),
    },
    wrong('Compare, wrong', compareModal({ ...compare, estimate: null, fields: {} }), 'compare', lacking, today),
    {
      title: 'A form that cannot be used',
      kind: 'modal',
      view: refusedModal({ title: 'Not for you to decide', text: 'Only the owners of this migration may do this.' }),
    },
  ];
}

type Form = Extract<Sample, { kind: 'modal' }>['view'];

/** A form with what somebody put in, and what the check says of it. */
function wrong(title: string, view: Form, form: FormName, held: FormFields, today: string): Sample {
  const metadata = JSON.parse(view.private_metadata ?? '{}') as Record<string, unknown>;
  return { title, kind: 'modal', view, held, errors: formProblems(form, held, metadata, today) ?? {} };
}
