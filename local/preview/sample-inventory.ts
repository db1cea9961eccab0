import type { DateTime } from 'luxon';
import { plusDays, utcDay } from '../../domain/calendar-date.ts';
import { dependentKinds } from '../../domain/dependent.ts';
import type { Inventory } from '../../domain/inventory.ts';
import { noInventory } from '../../domain/inventory.ts';
import type { ModelUsage } from '../../domain/model-usage.ts';
import { accounts } from '../story/organisation.ts';

const account = accounts.payments;
const region = 'us-east-1';
const days = 60;

/** Sixty days in which calls move from the old model to the new one, in a Region that was read whole. */
export function sampleInventory(oldModel: string, newModel: string, now: DateTime): Inventory {
  const at = now.toUTC().toISO() ?? '';
  const use = (modelId: string, callsOn: (day: number) => number): ModelUsage => ({
    modelId,
    dependentId: `on-demand/${account}/${region}/${modelId}`,
    account,
    region,
    calledAs: modelId,
    endpoint: 'bedrock-runtime',
    days: Array.from({ length: days }, (_, day) => {
      const calls = callsOn(day);
      return {
        day: plusDays(utcDay(now), day - days),
        calls,
        inputTokens: calls * 1_000,
        outputTokens: calls * 200,
        legacyCalls: calls,
        peakQuotaTokens: null,
      };
    }),
  });
  return {
    ...noInventory,
    usage: [use(oldModel, (day) => Math.max(40, 900 - Math.max(0, day - 25) * 25))],
    replacementUsage: [use(newModel, (day) => Math.max(0, day - 30) * 24)],
    coverage: [
      {
        account,
        region,
        attemptedAt: at,
        swept: Object.fromEntries(dependentKinds.map((kind) => [kind, at])),
        failures: [],
      },
    ],
  };
}
