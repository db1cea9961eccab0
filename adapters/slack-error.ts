import { ErrorCode, SlackError as SdkError } from '@slack/web-api';
import type { WebAPICallError } from '@slack/web-api';
import type { Outlook } from './patience.ts';

interface SlackErrorData {
  /** Slack's method, such as `chat.postMessage`. */
  readonly method: string;
  readonly channel?: string;
  /** Slack's own code, such as `channel_not_found`, or the HTTP status. */
  readonly code?: string;
  /** What to do about it, in plain words; `null` where waiting is all one can do. */
  readonly hint: string | null;
  readonly problems?: readonly string[];
}

/** Slack refused, or could not be reached within our patience. The message is static; what it is about stands in `data`. */
export class SlackError extends Error {
  override readonly name: string = 'SlackError';
  readonly data: SlackErrorData;

  constructor(message: string, data: SlackErrorData, options?: ErrorOptions) {
    super(message, options);
    this.data = data;
  }
}

/**
 * The channel is archived, gone, called otherwise now, or the app is not in it, or the message that is to be edited or answered was
 * deleted: nothing that is written there arrives.
 */
export class SlackChannelGoneError extends SlackError {
  override readonly name = 'SlackChannelGoneError';
}

const goneCodes: ReadonlySet<string> = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'is_inactive',
  'message_not_found',
  'thread_not_found',
]);

const invite = 'Invite the app to the channel: /invite @Sundial';
const newToken = "Slack does not accept the bot's token: install the app again and store the new token";

const hints: Readonly<Record<string, string>> = {
  channel_not_found: `There is no such channel, or it is private and the app is not in it: check the team's channel in sundial.yml. ${invite}`,
  not_in_channel: invite,
  is_archived: "The channel is archived: unarchive it, or change the team's channel in sundial.yml",
  is_inactive: "The channel is archived: unarchive it, or change the team's channel in sundial.yml",
  restricted_action: 'The workspace lets only some people post in this channel: let the app, or choose another channel',
  missing_scope: 'The app lacks a permission: install it again with every scope of slack-manifest.yml',
  invalid_auth: newToken,
  not_authed: newToken,
  token_expired: newToken,
  token_revoked: newToken,
  account_inactive: newToken,
  message_not_found: 'The message was deleted in Slack',
  thread_not_found: 'The root message of the thread was deleted in Slack',
  cant_update_message: 'Another app or person posted this message: the token belongs to another app than before',
  expired_trigger_id: 'Slack gives three seconds to open a form: the function was too slow, see docs/slack.md',
  used_url: 'Slack takes five answers to one request, and has them',
  expired_url: 'Slack takes answers for half an hour, and it is over',
  edit_window_closed: 'The workspace forbids editing messages this old: allow it for apps in its settings',
};

export function hintFor(code: string): string | null {
  return hints[code] ?? null;
}

const uncertainCodes: ReadonlySet<string> = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
]);
const refusedCodes: ReadonlySet<string> = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);

/** Slack's own refusals are final except where it says that it is busy or broken; everything below them may have been done. */
export function slackOutlook(fault: unknown): Outlook {
  if (!isCallError(fault)) return { kind: 'hopeless' };
  switch (fault.code) {
    case ErrorCode.RateLimitedError:
      return { kind: 'refused', afterMs: fault.retryAfter * 1000 };
    case ErrorCode.PlatformError:
      if (refusedCodes.has(fault.data.error)) return { kind: 'refused', afterMs: null };
      return uncertainCodes.has(fault.data.error) ? { kind: 'uncertain', afterMs: null } : { kind: 'hopeless' };
    case ErrorCode.HTTPError:
    case ErrorCode.RequestError:
      return { kind: 'uncertain', afterMs: null };
  }
}

/** Slack's word for what went wrong. */
export function slackCode(fault: unknown): string | null {
  if (!isCallError(fault)) return null;
  switch (fault.code) {
    case ErrorCode.PlatformError:
      return fault.data.error;
    case ErrorCode.HTTPError:
      return `HTTP ${fault.statusCode}`;
    case ErrorCode.RateLimitedError:
      return 'HTTP 429';
    case ErrorCode.RequestError:
      return null;
  }
}

/** A fault in words that name Slack's method and channel, and what to do about it. */
export function slackFailure(method: string, channel: string | null, fault: unknown): SlackError {
  if (fault instanceof SlackError) return fault;
  const code = slackCode(fault);
  const Failure = channel !== null && code && goneCodes.has(code) ? SlackChannelGoneError : SlackError;
  return new Failure(
    slackOutlook(fault).kind === 'hopeless' ? 'Slack refused' : 'Slack could not be reached in time',
    { method, ...(channel !== null && { channel }), hint: null, ...(code ? { code, hint: hintFor(code) } : {}) },
    { cause: fault },
  );
}

function isCallError(fault: unknown): fault is WebAPICallError {
  return fault instanceof SdkError;
}
