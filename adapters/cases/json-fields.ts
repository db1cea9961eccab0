export type JsonRecord = Readonly<Record<string, unknown>>;

/** `null` where a value is no JSON object. */
export function recordIn(value: unknown): JsonRecord | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : null;
}

/** The objects of a list; what is none of them counts as an empty one. */
export function recordsOf(value: unknown): readonly JsonRecord[] {
  return Array.isArray(value) ? value.map((one) => recordIn(one) ?? {}) : [];
}

export function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Those of some fields that hold what they should, under their names in Converse. */
export function inferenceIn(
  body: JsonRecord,
  names: Readonly<Record<string, 'maxTokens' | 'temperature' | 'topP' | 'stopSequences'>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, field]) => {
      const value = body[name];
      const fits = field === 'stopSequences' ? Array.isArray(value) && value.length > 0 : typeof value === 'number';
      return fits ? [[field, value]] : [];
    }),
  );
}
