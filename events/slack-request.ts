import * as z from 'zod/mini';
import type { SlackRequest } from '../domain/slack-request.ts';
import { buttonNames, formNames } from '../domain/slack-request.ts';
import { parsed } from './parsed.ts';

const fields = z.record(z.string(), z.nullable(z.union([z.string(), z.array(z.string())])));
const about = z.nullable(z.string());

const Asked = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), text: z.string() }),
  z.object({ kind: z.literal('button'), button: z.enum(buttonNames), about: z.string() }),
  z.object({
    kind: z.literal('openForm'),
    form: z.enum(formNames),
    viewId: z.string(),
    about,
    fields,
  }),
  z.object({ kind: z.literal('submitForm'), form: z.enum(formNames), about, fields }),
  z.object({ kind: z.literal('openHome') }),
]);

/** Sundial's own `Slack Request Received`; docs/events.md has its JSON schema. */
const SlackRequestReceived = z.object({
  detail: z.object({
    key: z.string(),
    at: z.iso.datetime({ offset: true }),
    user: z.string().check(z.regex(/^[UW][A-Z0-9]+$/, "expected Slack's id of a user")),
    channel: z.nullable(z.string()),
    responseUrl: z.nullable(z.string()),
    asked: Asked,
  }),
});

/** What somebody asked for in Slack, as the function that took it handed it on. */
export function readSlackRequest(event: unknown): SlackRequest {
  return parsed(SlackRequestReceived, event).detail;
}
