import type { CreatedThing } from '../../domain/custom-models/created-thing.ts';
import { leftovers, servingByTheHour } from '../../domain/custom-models/created-thing.ts';
import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import type { Markup } from '../markup.ts';
import { counted } from '../text.ts';

const kinds: Readonly<Record<CreatedThing['kind'], string>> = {
  customizationJob: 'training job',
  customModel: 'custom model',
  deployment: 'deployment',
  provisionedThroughput: 'provisioned throughput',
  resourceShare: 'resource share',
  copyJob: 'copy job',
};

/** Everything that was created, a line each, with what it costs. */
export function createdWords(created: readonly CreatedThing[], markup: Markup): readonly string[] {
  return created.map(({ kind, arn, usdPerHour, removedAt }) => {
    const state = removedAt !== null ? 'removed' : costWords(kind, usdPerHour);
    return `• ${kinds[kind]} ${markup.code(arn)}: ${state}`;
  });
}

/** What costs nothing by the hour may cost by use. */
const freeWords: Readonly<Record<CreatedThing['kind'], string>> = {
  customizationJob: 'paid once, by what it was trained on',
  customModel: 'costs nothing',
  deployment: 'costs nothing while it is not used',
  provisionedThroughput: 'costs nothing while it is not used',
  resourceShare: 'costs nothing',
  copyJob: 'costs nothing',
};

function costWords(kind: CreatedThing['kind'], usdPerHour: number | null): string {
  if (usdPerHour === null) return 'costs money, price not known';
  return usdPerHour === 0 ? freeWords[kind] : `costs $${usdPerHour.toFixed(2)} an hour`;
}

/** What costs money while it lies there, and the price of it by the day. */
interface RunningCost {
  readonly things: readonly CreatedThing[];
  readonly price: string;
}

/** What costs money now, also what serves the successor while `isLeaving` its base; `null` where nothing does. */
export function runningCost(migration: CustomModelMigration, isLeaving: boolean): RunningCost | null {
  const things = [...leftovers(migration), ...(isLeaving ? servingByTheHour(migration) : [])].filter(
    ({ usdPerHour }) => usdPerHour !== 0,
  );
  if (things.length === 0) return null;
  const known = things.flatMap(({ usdPerHour }) => (usdPerHour === null ? [] : [usdPerHour]));
  const day = `$${(24 * known.reduce((sum, hour) => sum + hour, 0)).toFixed(2)} a day`;
  const unknown = things.length - known.length;
  const without = unknown === 0 ? '' : `, without ${counted(unknown, 'thing')} of a price that is not known`;
  return { things, price: known.length === 0 ? 'a price that is not known' : `${day}${without}` };
}

/** The same as a sentence that names each thing. */
export function runningCostWords({ customModel }: CustomModelMigration, cost: RunningCost, markup: Markup): string {
  const things = cost.things
    .map(({ kind, arn, kept }) => `${kinds[kind]} ${markup.code(arn)}${kept ? ', which serves the successor' : ''}`)
    .join('; ');
  const verb = cost.things.length === 1 ? 'costs' : 'cost';
  return `${counted(cost.things.length, 'thing')} for ${markup.code(customModel.name)} ${verb} ${cost.price}: ${things}.`;
}
