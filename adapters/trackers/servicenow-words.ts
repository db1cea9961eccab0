import * as z from 'zod/mini';
import { secretsIn } from './account-credential.ts';
import type { TrackerWords } from './tracker-failure.ts';

/** @see https://www.servicenow.com/docs/r/api-reference/rest-apis/c_TableAPI.html */
const Failure = z.object({ error: z.object({ message: z.string(), detail: z.nullish(z.string()) }) });

export function servicenowWords(credential: string): TrackerWords {
  return {
    tracker: 'ServiceNow',
    secrets: secretsIn(credential),
    saidIn: (answer) => {
      const { message, detail } = read(answer) ?? {};
      return message ? [message, ...(detail ? [detail] : [])].join(': ') : null;
    },
    hintFor: (status, answer, about) => {
      const { message = '', detail } = read(answer) ?? {};
      const mandatory = /mandatory: (?<fields>.+)$/.exec(detail ?? '')?.groups?.['fields'];
      if (mandatory)
        return `ServiceNow asks for ${mandatory}: give values under tracker.fields in sundial.yml, by the fields' own names`;
      if (status === 401)
        return 'ServiceNow does not accept the credential: the password changed, the account is locked, or the token expired. Store a new one';
      if (/invalid table/i.test(message))
        return "The instance has no such table: check table in the team's tracker in sundial.yml, and its plugins";
      if (status === 403)
        return 'The account may not do this, or a rule of the instance forbids it: give it the roles that docs/trackers.md names';
      if (status === 404 && about === 'ticket') return 'The record was deleted, or the account may no longer read it';
      return "Check instance and table in the team's tracker in sundial.yml";
    },
  };
}

function read(answer: unknown): z.infer<typeof Failure>['error'] | null {
  const found = Failure.safeParse(answer);
  return found.success ? found.data.error : null;
}
