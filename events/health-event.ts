import * as z from 'zod/mini';
import type { HealthEntity, HealthEvent } from '../domain/health-event.ts';
import { healthTime } from './health-time.ts';
import { parsed } from './parsed.ts';
import { UnreadableEventError } from './unreadable-event.ts';

/** AWS sends numbers and booleans as text; the number and the boolean are understood too. */
const count = z.union([
  z.number().check(z.int(), z.positive()),
  z.string().check(z.regex(/^[1-9]\d*$/, 'expected a whole number from 1')),
]);
const accountId = z.string().check(z.regex(/^\d{12}$/, 'expected 12 digits'));

/** What of an `AWS Health Event` must be readable. Everything else may be missing or misshapen without harm. */
const Envelope = z.object({
  detail: z.object({
    eventDescription: z.optional(
      z.array(z.object({ language: z.optional(z.unknown()), latestDescription: z.optional(z.unknown()) })),
    ),
    eventArn: z.optional(z.string()),
    communicationId: z.optional(z.string()),
    affectedAccount: z.optional(accountId),
    page: z.optional(count),
    totalPages: z.optional(count),
  }),
});

/** Reads an `AWS Health Event` (or one page of it) from EventBridge. Throws `UnreadableEventError` naming the field. */
export function readHealthEvent(event: unknown): HealthEvent {
  const { detail } = parsed(Envelope, event);
  const receivedBy = text(looseField(event, 'account'));
  const account = detail.affectedAccount ?? receivedBy;
  if (!/^\d{12}$/.test(account)) throw new UnreadableEventError('account', 'expected 12 digits');
  const loose = looseDetail(event);
  const [sent, updated, start] = [
    healthTime(looseField(event, 'time')),
    healthTime(loose('lastUpdatedTime')),
    healthTime(loose('startTime')),
  ];
  const sentAt = sent ?? updated ?? start;
  if (!sentAt)
    throw new UnreadableEventError(
      'time',
      'expected an instant here, in detail.lastUpdatedTime or in detail.startTime',
    );

  const eventArn = detail.eventArn ?? '';
  const communicationId = (detail.communicationId ?? '') || eventArn || text(looseField(event, 'id'));
  if (!communicationId)
    throw new UnreadableEventError(
      'detail.communicationId',
      'expected text here, or an eventArn, to tell events apart',
    );
  const [page, totalPages] = [Number(detail.page ?? 1), Number(detail.totalPages ?? 1)];
  if (page > totalPages)
    throw new UnreadableEventError('detail.page', `expected a page up to totalPages (${totalPages}), got ${page}`);

  return {
    account,
    receivedBy,
    eventArn,
    communication: communicationId.replace(/-\d+$/, ''),
    page,
    totalPages,
    category: text(loose('eventTypeCategory')),
    eventTypeCode: text(loose('eventTypeCode')),
    statusCode: text(loose('statusCode')).toLowerCase() || 'open',
    scope: text(loose('eventScopeCode')),
    eventRegion: eventRegion(text(loose('eventRegion')), eventArn),
    backup: text(loose('backupEvent')).toLowerCase() === 'true',
    sentAt,
    startTime: start,
    lastUpdatedTime: updated,
    description: description(detail.eventDescription ?? []),
    metadata: metadata(loose('eventMetadata')),
    entities: entities(loose('affectedEntities')),
  };
}

/** English where there is a choice of languages; a language that is not read may be misshapen. */
function description(all: readonly { readonly language?: unknown; readonly latestDescription?: unknown }[]): string {
  const isEnglish = ({ language }: { readonly language?: unknown }) => /^en\b|^en_/i.test(text(language));
  const written = (all.find(isEnglish) ?? all[0])?.latestDescription;
  if (all.length > 0 && typeof written !== 'string')
    throw new UnreadableEventError('detail.eventDescription', 'expected a latestDescription of text');
  return typeof written === 'string' ? written : '';
}

function eventRegion(stated: string, eventArn: string): string | null {
  const region = stated.toLowerCase() || (eventArn.split(':')[3] ?? '');
  if (region === 'global') return 'all';
  return /^[a-z]{2,}(?:-[a-z]+)+-\d+$/.test(region) ? region : null;
}

function metadata(value: unknown): Record<string, string> {
  return isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([key, entry]) => (typeof entry === 'string' ? [[key, entry]] : [])),
      )
    : {};
}

function entities(value: unknown): HealthEntity[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).flatMap((entity) => {
    const status = text(entity['status'] ?? entity['statusCode']);
    return typeof entity['entityValue'] === 'string'
      ? [{ value: entity['entityValue'], status: status === '' ? null : status.toUpperCase() }]
      : [];
  });
}

/** Fields that are not needed are read as they come; AWS's own samples differ in the case of `lastUpdatedTime`. */
function looseDetail(event: unknown): (name: string) => unknown {
  const detail = looseField(event, 'detail');
  const byLowerCase = new Map(
    Object.entries(isRecord(detail) ? detail : {}).map(([key, value]) => [key.toLowerCase(), value]),
  );
  return (name) => byLowerCase.get(name.toLowerCase());
}

function looseField(event: unknown, name: string): unknown {
  return isRecord(event) ? event[name] : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string'
    ? value.trim()
    : typeof value === 'boolean' || typeof value === 'number'
      ? String(value)
      : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
