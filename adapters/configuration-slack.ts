import * as z from 'zod/mini';
import { defaultSlackSettings } from '../domain/slack-settings.ts';
import { channel } from './configuration-fields.ts';

const permitted = z.union([z.literal('anyone'), z.literal('owners'), z.templateLiteral(['S', z.string()])]);

const { permissions } = defaultSlackSettings;

const Permissions = z.strictObject({
  acknowledge: z._default(permitted, permissions.acknowledge),
  snooze: z._default(permitted, permissions.snooze),
  owner: z._default(permitted, permissions.owner),
  replace: z._default(permitted, permissions.replace),
  waive: z._default(permitted, permissions.waive),
  compare: z._default(permitted, permissions.compare),
  custom: z._default(permitted, permissions.custom),
});

export const Slack = z.strictObject({
  defaultChannel: z.optional(channel),
  permissions: z._default(Permissions, permissions),
});

export const slackByDefault = { permissions };
