import type { BedrockClient, FoundationModelSummary } from '@aws-sdk/client-bedrock';
import { GetFoundationModelCommand, ListFoundationModelsCommand } from '@aws-sdk/client-bedrock';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { ListedModel } from '../../domain/foundation-model.ts';
import { CallError } from '../call-error.ts';
import { keepRawBody } from '../raw-body.ts';
import { driftIn } from './listing-drift.ts';

/** What one Region offers, and what of the answer was never seen before. */
export interface Listing {
  readonly models: readonly ListedModel[];
  readonly drift: readonly string[];
}

/** Every model of a Region. An answer without a single model is no answer: throws `CallError`, as for any failed call. */
export async function listFoundationModels(client: BedrockClient, region: string): Promise<Listing> {
  const command = new ListFoundationModelsCommand({});
  const rawBody = keepRawBody(command);
  const { modelSummaries = [] } = await client.send(command);
  const named = modelSummaries.filter(({ modelId }) => modelId);
  if (named.length === 0)
    throw new CallError('bedrock:ListFoundationModels', new Error('the answer lists no model at all'));
  return { models: named.map((summary) => listed(summary, region)), drift: driftIn(rawBody()) };
}

/**
 * Whether the Region still knows a model that it no longer lists. Only AWS's own "no" counts as gone; any other fault is thrown,
 * since it tells nothing.
 */
export async function isStillOffered(client: BedrockClient, modelId: string): Promise<boolean> {
  try {
    await client.send(new GetFoundationModelCommand({ modelIdentifier: modelId }));
    return true;
  } catch (error) {
    if (error instanceof CallError && isNo(error.cause)) return false;
    throw error;
  }
}

/** After its end AWS answers that there is no such model, or that the identifier is invalid. */
function isNo(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  return (
    fault.name === 'ResourceNotFoundException' ||
    (fault.name === 'ValidationException' && /model identifier is invalid/i.test(fault.message))
  );
}

function listed(summary: FoundationModelSummary, region: string): ListedModel {
  const { modelId = '', modelName = modelId, providerName = '', modelLifecycle: lifecycle } = summary;
  return {
    modelId,
    region,
    name: modelName,
    provider: providerName,
    status: lifecycle?.status ?? 'ACTIVE',
    launch: dayOf(lifecycle?.startOfLifeTime),
    legacy: dayOf(lifecycle?.legacyTime),
    extendedAccess: dayOf(lifecycle?.publicExtendedAccessTime),
    endOfLife: dayOf(lifecycle?.endOfLifeTime),
  };
}

function dayOf(instant: Date | undefined): CalendarDate | null {
  return instant?.toISOString().slice(0, 10) ?? null;
}
