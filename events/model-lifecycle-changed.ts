import * as z from 'zod/mini';
import { calendarDate } from '../domain/calendar-date.ts';
import { baseModelId } from '../domain/model-id.ts';
import type { Notice } from '../domain/notice.ts';
import { healthTime } from './health-time.ts';
import { parsed } from './parsed.ts';
import { UnreadableEventError } from './unreadable-event.ts';

const day = z.nullable(z.string().check(z.refine((text) => calendarDate(text) !== null, 'expected a day, YYYY-MM-DD')));

/** Sundial's own `Model Lifecycle Changed`; docs/events.md has its JSON schema. */
const ModelLifecycleChanged = z.object({
  id: z.string(),
  time: z.iso.datetime({ offset: true }),
  detail: z.object({
    modelId: z.string(),
    regions: z.array(z.string()).check(z.minLength(1, 'expected at least one Region')),
    accounts: z.array(z.string().check(z.regex(/^\d{12}$/, 'expected 12 digits'))),
    dates: z.object({ legacy: day, extendedAccess: day, endOfLife: day }),
    withdrawn: z.nullish(z.boolean()),
    status: z.nullish(z.string()),
  }),
});

/** What the sweep saw in the Bedrock API, as a notice: it takes the same decisions as one of AWS Health. */
export function readModelLifecycleChanged(event: unknown): Notice {
  const { id, time, detail } = parsed(ModelLifecycleChanged, event);
  const modelId = baseModelId(detail.modelId);
  const sentAt = healthTime(time) ?? time;
  if (modelId === null) throw new UnreadableEventError('detail.modelId', 'expected a foundation model id');
  return {
    modelId,
    regions: detail.regions,
    accounts: detail.accounts,
    dates: detail.dates,
    prices: [],
    replacements: [],
    replacementNames: [],
    withdrawn: detail.withdrawn ?? null,
    closed: false,
    asOf: sentAt,
    sentAt,
    reference: id,
    source: 'api',
    ...(typeof detail.status === 'string' && { status: detail.status }),
  };
}
