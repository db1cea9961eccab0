import * as z from 'zod/mini';
import { judgesItself } from '../domain/cases/judges-itself.ts';
import type { ComparisonRequested as Requested } from '../domain/comparison-run.ts';
import { parsed } from './parsed.ts';
import { UnreadableEventError } from './unreadable-event.ts';

const name = z
  .string()
  .check(z.minLength(1, 'expected a name'), z.maxLength(2_000, 'expected at most 2,000 characters'));

/** Sundial's own `Comparison Requested`; docs/events.md has its JSON schema. */
const ComparisonRequested = z.object({
  id: z.string(),
  time: z.iso.datetime({ offset: true }),
  detail: z.object({
    key: z.nullish(name),
    current: name,
    candidate: name,
    names: z.nullish(z.object({ current: name, candidate: name })),
    region: z.string().check(z.regex(/^[a-z]{2,}(-[a-z]+)+-\d+$/, 'expected a Region code')),
    dataset: name,
    sample: z.nullish(z.int().check(z.positive('expected a number of cases'))),
    judge: z.nullish(name),
    budget: z.nullish(z.number().check(z.nonnegative('expected US dollars'))),
    engine: z.nullish(z.enum(['onDemand', 'batch'])),
    migrationIds: z.nullish(z.array(name)),
    requestedBy: z.nullish(name),
    at: z.nullish(z.iso.datetime({ offset: true })),
  }),
});

/** Programs of others may leave out what is not theirs to say; the event's own id is then the key. */
export function readComparisonRequested(event: unknown): Requested {
  const { id, time, detail } = parsed(ComparisonRequested, event);
  if (detail.current === detail.candidate)
    throw new UnreadableEventError('detail.candidate', 'expected another model than the current one');
  if (detail.judge && judgesItself(detail.judge, [detail.current, detail.candidate]))
    throw new UnreadableEventError('detail.judge', 'expected another model than the two it judges');
  return {
    key: detail.key ?? id,
    current: detail.current,
    candidate: detail.candidate,
    ...(detail.names && { names: detail.names }),
    region: detail.region,
    dataset: detail.dataset,
    sample: detail.sample ?? null,
    judge: detail.judge ?? null,
    budget: detail.budget ?? null,
    ...(detail.engine === 'batch' && { engine: 'batch' }),
    migrationIds: detail.migrationIds ?? [],
    requestedBy: detail.requestedBy ?? null,
    at: detail.at ?? time,
  };
}
