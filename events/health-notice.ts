import { DateTime } from 'luxon';
import type { CalendarDate } from '../domain/calendar-date.ts';
import { utcDay } from '../domain/calendar-date.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { HealthEvent } from '../domain/health-event.ts';
import { allRegions } from '../domain/lifecycle.ts';
import { baseModelId, regionOfArn } from '../domain/model-id.ts';
import type { Notice } from '../domain/notice.ts';
import { isOfLifecycle } from './notice-text/date-cues.ts';
import type { Statement } from './notice-text/facts.ts';
import { statementsIn } from './notice-text/facts.ts';
import { normalise } from './notice-text/normalise.ts';
import { pricesIn } from './notice-text/prices.ts';
import { datesOf, regionsOf, scoped } from './notice-text/scope.ts';
import { announcedWithdrawalIn, withdrawalIn } from './notice-text/withdrawal.ts';
import { UnreadableEventError } from './unreadable-event.ts';

/** What an event told: notices, one for each model and group of Regions with dates of their own, or nothing for us and why. */
export type HealthReading =
  | { readonly kind: 'notices'; readonly notices: readonly Notice[] }
  | { readonly kind: 'nothing'; readonly reason: string };

const lifecycleWords =
  /\blegacy\b|\bend[\s-]+of[\s-]+(?:life|support)\b|\bEOL\b|\bextended[\s-]+access\b|\bdeprecat\w*|\bretir(?:e|ed|es|ing|ement)\b|\bsunset\w*|\bdiscontinu\w*|\bdecommission\w*|\bno\s+longer\s+(?:be\s+)?(?:available|accessible|supported)\b|\bpric(?:e|ing)\b[^.]{0,80}\$/i;

/**
 * Classifies a whole event (all pages together) from its category, text, metadata and entities, never from its code alone, and
 * reads what it says. Throws `UnreadableEventError` where it speaks of a lifecycle but of no model that can be made out.
 */
export function readHealthNotice(event: HealthEvent, catalogue: Catalogue): HealthReading {
  const text = normalise(event.description);
  const facts = [text, ...Object.values(event.metadata)].join('\n');
  const statements = statementsIn(text, catalogue, eventDay(event));
  const said = statements.flatMap(({ dates }) => dates);
  const dated = said.some(({ kind }) => kind !== 'other' && kind !== 'launch');
  const planned = said.some(({ kind, immediately }) => !immediately && isOfLifecycle(kind));

  const isIssue = event.category === 'issue' || event.category === 'investigation';
  const withdrawn = isIssue ? withdrawalIn(text) : planned ? null : announcedWithdrawalIn(text);
  const aboutLifecycle =
    planned ||
    lifecycleWords.test(facts) ||
    /LIFECYCLE/i.test(event.eventTypeCode) ||
    event.category === 'scheduledChange';
  if (withdrawn === null && event.category === 'issue' && !(dated && lifecycleWords.test(text))) {
    return { kind: 'nothing', reason: 'an operational issue that takes no model away' };
  }
  if (withdrawn === null && !aboutLifecycle) return { kind: 'nothing', reason: 'not about the lifecycle of a model' };

  const subjects = subjectsOf(event, statements);
  if (subjects.length > 0)
    return {
      kind: 'notices',
      notices: subjects.flatMap((id) => noticesFor(id, subjects, event, statements, withdrawn, text)),
    };
  if (withdrawn === false || (!dated && withdrawn === null && event.category !== 'scheduledChange')) {
    return { kind: 'nothing', reason: 'speaks of the lifecycle of models in general and names none' };
  }
  throw new UnreadableEventError(
    'detail.eventDescription',
    'speaks of the lifecycle of a model, but no model id or known name could be found in text, entities or metadata',
  );
}

/** The day "effective immediately" stands for: the day the event began, or was sent where it only begins later. */
function eventDay({ startTime, sentAt }: HealthEvent): CalendarDate {
  const began = startTime !== null && startTime <= sentAt ? startTime : sentAt;
  return utcDay(DateTime.fromISO(began, { zone: 'utc' }));
}

/** Models to leave: ids in the text, entities and metadata; else display names; else the first that a recommendation names. */
function subjectsOf(event: HealthEvent, statements: readonly Statement[]): readonly string[] {
  const said = statements.flatMap(({ models }) => models);
  const listed = [...event.entities.map(({ value }) => value), ...metadataModels(event)].flatMap((value) =>
    modelIds(value),
  );
  const ids = [...new Set([...said, ...listed])];
  if (ids.length > 0) return ids;
  const named = statements.flatMap((statement) => statement.named);
  return [...new Set(named)];
}

function metadataModels({ metadata }: HealthEvent): string[] {
  return Object.entries(metadata)
    .filter(([key]) => !/recommend|replace|successor|target|alternative/i.test(key))
    .flatMap(([, value]) => value.split(/[\s,;|]+/));
}

function modelIds(reference: string): string[] {
  const id = baseModelId(reference.replaceAll(/^['"[\]]+|['"[\]]+$/g, ''));
  return id !== null && /[-\d]/.test(id) && !id.startsWith('arn:') && !/^[\d-]/.test(id) ? [id] : [];
}

function noticesFor(
  modelId: string,
  subjects: readonly string[],
  event: HealthEvent,
  statements: readonly Statement[],
  withdrawn: boolean | null,
  text: string,
): Notice[] {
  const read = scoped(statements, subjects);
  const named = regionsOf(modelId, subjects, read);
  const regions = named.length > 0 ? named : fallbackRegions(modelId, event);
  const priceFrom = read.flatMap(({ dates }) => dates).find(({ kind }) => kind === 'price')?.value;

  return datesOf(modelId, regions, read).map(({ regions: group, dates }) => ({
    modelId,
    regions: group,
    accounts: [event.account],
    dates: withdrawn === true ? { legacy: null, extendedAccess: null, endOfLife: null } : dates,
    prices: pricesIn(text, priceFrom ?? dates.extendedAccess),
    replacements: [...new Set(read.flatMap(({ replacements }) => replacements))].filter((id) => !subjects.includes(id)),
    replacementNames: [...new Set(read.flatMap(({ unknownNames }) => unknownNames))],
    withdrawn,
    closed: withdrawn === null && isClosed(event, dates.endOfLife),
    asOf: event.lastUpdatedTime ?? event.sentAt,
    sentAt: event.sentAt,
    reference: event.eventArn || event.communication,
    source: 'health',
  }));
}

/** AWS closed the event, and it leaves nothing to do: what it listed is resolved, or the end it tells of is not ahead. */
function isClosed({ statusCode, entities, sentAt }: HealthEvent, endOfLife: CalendarDate | null): boolean {
  if (statusCode !== 'closed') return false;
  const resolved = entities.length > 0 && entities.every(({ status }) => status === 'RESOLVED');
  return resolved || endOfLife === null || endOfLife <= sentAt.slice(0, 10);
}

/** The Regions of the model's own entities, else the event's Region, else all: an event that names none leaves none out. */
function fallbackRegions(modelId: string, { entities, eventRegion }: HealthEvent): readonly string[] {
  const ofEntities = entities
    .filter(({ value }) => baseModelId(value) === modelId)
    .flatMap(({ value }) => regionOfArn(value) ?? []);
  if (ofEntities.length > 0) return [...new Set(ofEntities)];
  return [eventRegion ?? allRegions];
}
