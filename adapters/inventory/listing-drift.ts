/** Every field of a foundation model that this version of Sundial knows, and of its lifecycle. */
const known = {
  summary: new Set([
    'modelArn',
    'modelId',
    'modelName',
    'providerName',
    'inputModalities',
    'outputModalities',
    'responseStreamingSupported',
    'customizationsSupported',
    'inferenceTypesSupported',
    'modelLifecycle',
  ]),
  lifecycle: new Set(['status', 'startOfLifeTime', 'legacyTime', 'publicExtendedAccessTime', 'endOfLifeTime']),
  statuses: new Set(['ACTIVE', 'LEGACY']),
};

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * What an answer of `ListFoundationModels` holds that was never seen before, a sentence each: new fields, new states, dates that
 * are none. Whoever reads the answer goes on with what it knows; a person should look at the rest.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_FoundationModelLifecycle.html
 */
export function driftIn(raw: unknown): readonly string[] {
  const summaries = objectsIn(object(raw)['modelSummaries']);
  return [...new Set(summaries.flatMap(driftInSummary))].toSorted();
}

function driftInSummary(summary: JsonObject): string[] {
  const lifecycle = object(summary['modelLifecycle']);
  const status = lifecycle['status'];
  return [
    ...unknownFields(summary, known.summary, 'a model'),
    ...unknownFields(lifecycle, known.lifecycle, 'modelLifecycle'),
    ...(typeof summary['modelId'] === 'string' ? [] : ['a model without a modelId']),
    ...(summary['modelLifecycle'] === undefined ? ['a model without a modelLifecycle'] : []),
    ...(typeof status === 'string' && !known.statuses.has(status) ? [`the status ${status}`] : []),
    ...Object.entries(lifecycle).flatMap(([field, value]) =>
      field.endsWith('Time') && value !== null && !isTime(value)
        ? [`${field} is no time: ${JSON.stringify(value)}`]
        : [],
    ),
  ];
}

function unknownFields(given: JsonObject, fields: ReadonlySet<string>, of: string): string[] {
  return Object.keys(given)
    .filter((field) => !fields.has(field))
    .map((field) => `${of} has a field ${field}`);
}

function isTime(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && !Number.isNaN(Date.parse(value)));
}

function object(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null ? (value as JsonObject) : {};
}

function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.map(object) : [];
}
