import type { TicketRef } from '../../domain/migration.ts';
import type { TicketSeen } from '../../domain/ticket-read.ts';
import type { ServiceNowTracker } from '../../domain/tracker.ts';
import type { Records } from './servicenow-records.ts';
import { TrackerError } from './tracker-error.ts';
import type { PatientCalls } from './patient-calls.ts';

/**
 * States as ServiceNow ships them. `done` is what closing sets; what is `final` nobody opens again.
 * @see https://www.servicenow.com/docs/r/it-service-management/incident-management/c_IncidentManagementStateModel.html
 * @see https://www.servicenow.com/docs/r/it-service-management/change-management/c_ChangeStateModel.html
 */
const states = {
  incident: { closed: ['6', '7', '8'], final: ['7', '8'], done: '6', open: '2', code: 'Solution provided' },
  change_request: { closed: ['3', '4'], final: ['3', '4'], done: '3', open: '-5', code: 'successful' },
} as const;
const notes = 'Nothing uses the old model any more: the migration that Sundial followed is done.';

/** Whether a record is done, and whose it is. */
export function servicenowState(records: Records, { table, fields: own }: ServiceNowTracker, patient: PatientCalls) {
  const { closed, final, done, open, code } = states[table];
  const isClosed = (state: string | undefined) => closed.some((one) => one === state);

  /** What is resolved, the instance closes by itself after some days: there is nothing to do about that. */
  async function close(ref: TicketRef): Promise<void> {
    if (isClosed((await records.read(ref, ['state']))['state'])) return;
    const { close_code = code, close_notes = notes } = own;
    const after = await records.write(ref, { state: done, close_code, close_notes });
    // A state model that forbids the step leaves the state as it is, and answers as if all were well.
    if (!isClosed(after['state']))
      throw stuck(ref, 'Its state model does not let it be closed from where it is: close it by hand');
  }

  async function reopen(ref: TicketRef): Promise<void> {
    const { state = '' } = await records.read(ref, ['state']);
    if (!isClosed(state)) return;
    if (final.some((one) => one === state))
      throw stuck(
        ref,
        'ServiceNow does not open again what was closed or cancelled: open a new one by hand, if it is needed',
      );
    const after = await records.write(ref, { state: open });
    if (isClosed(after['state'])) throw stuck(ref, 'Its state model does not let it be opened again: do it by hand');
  }

  return {
    async close(ref: TicketRef): Promise<void> {
      await patient({ ticket: ref.key }, () => close(ref));
    },
    async reopen(ref: TicketRef): Promise<void> {
      await patient({ ticket: ref.key }, () => reopen(ref));
    },
    async readBack(ref: TicketRef): Promise<TicketSeen> {
      // The same in every language, unlike what is shown for it.
      const read = () => Promise.all([records.read(ref, ['state']), records.read(ref, ['assigned_to'], true)]);
      const [{ state }, { assigned_to: assignee }] = await patient({ ticket: ref.key }, read);
      return { assignee: assignee === undefined || assignee === '' ? null : assignee, closed: isClosed(state) };
    },
  };
}

function stuck({ key }: TicketRef, hint: string): TrackerError {
  return new TrackerError('refused', { tracker: 'ServiceNow', where: key, hint });
}
