import type { Call } from '../call.ts';

/** A call of a method of Slack's, as a form. */
export function formCall(method: string, parameters: Readonly<Record<string, string>>): Call {
  return {
    method: 'POST',
    path: `/api/${method}`,
    contentType: 'application/x-www-form-urlencoded',
    body: new URLSearchParams(parameters).toString(),
  };
}
