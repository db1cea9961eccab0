import * as z from 'zod/mini';
import { secretsIn } from './account-credential.ts';
import type { TrackerWords } from './tracker-failure.ts';

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/#status-codes */
const ErrorCollection = z.object({
  errorMessages: z.optional(z.array(z.string())),
  errors: z.optional(z.record(z.string(), z.string())),
  /** Service Management's own form. */
  errorMessage: z.optional(z.string()),
});

const hints: Readonly<Record<number, string>> = {
  401: 'Jira does not accept the credential: the token expired, was revoked, belongs to another e-mail address, or has scopes and the tracker no cloudId. Store a new one, or name the cloudId',
  403: 'The account may not do this: give it the project permissions that docs/trackers.md names',
  413: 'The attachment is larger than the site allows',
};

export function jiraWords(credential: string): TrackerWords {
  return {
    tracker: 'Jira',
    secrets: secretsIn(credential),
    saidIn: (answer) => {
      const { errorMessages = [], errors = {}, errorMessage } = read(answer);
      const said = [
        ...errorMessages,
        ...(errorMessage ? [errorMessage] : []),
        ...Object.entries(errors).map(([field, why]) => `${field}: ${why}`),
      ];
      return said.length > 0 ? said.join('; ') : null;
    },
    hintFor: (status, answer, about) => {
      if (status === 400) return fieldHint(jiraFieldErrors(answer));
      if (status === 404 && about === 'place')
        return "There is no such project, request type or service desk, or the account cannot see it: check the team's tracker in sundial.yml";
      if (status === 404) return 'The issue was deleted, or the account may no longer see it';
      return hints[status] ?? null;
    },
  };
}

/** What Jira has against each field. */
export function jiraFieldErrors(answer: unknown): Readonly<Record<string, string>> {
  return read(answer).errors ?? {};
}

function fieldHint(errors: Readonly<Record<string, string>>): string | null {
  const fields = Object.keys(errors);
  if (fields.includes('project'))
    return "There is no such project, or the account cannot see it: check project in the team's tracker in sundial.yml";
  if (fields.includes('issuetype'))
    return "The project has no such issue type: check issueType in the team's tracker in sundial.yml";
  return fields.length > 0
    ? `Jira refuses ${fields.join(', ')}: give what it asks for under tracker.fields in sundial.yml, or correct it there`
    : null;
}

function read(answer: unknown): z.infer<typeof ErrorCollection> {
  const found = ErrorCollection.safeParse(answer);
  return found.success ? found.data : {};
}
