/** What one hyperparameter may be, both ends included. */
export interface HyperParameterRange {
  readonly least: number;
  readonly most: number;
  /** Whether only whole numbers are taken. */
  readonly whole: boolean;
}

/** What a family of base models takes, by the API's names. */
export interface HyperParameterFamily {
  /** Beginnings of base model ids. */
  readonly models: readonly string[];
  readonly asOf: string;
  readonly reference: string;
  readonly takes: Readonly<Record<string, HyperParameterRange>>;
}

type Values = Readonly<Record<string, string>>;

/** The original job's values for another base, and a sentence for each that could not be taken over as it was. */
export interface MappedHyperParameters {
  readonly values: Values;
  readonly notes: readonly string[];
}

/**
 * What the original job was given, for the replacement: a value that is in range there is taken over, one that is not becomes the nearest end
 * of the range, and what the replacement does not know is left out, so that Bedrock's own default holds. For a family that no table
 * knows everything is left out.
 */
export function mappedHyperParameters(
  original: Values,
  replacement: string,
  families: readonly HyperParameterFamily[],
): MappedHyperParameters {
  const family = familyOf(replacement, families);
  const values: Record<string, string> = {};
  const notes: string[] = [];
  for (const [name, value] of Object.entries(original)) {
    const range = family?.takes[name];
    const nearest = range && nearestIn(Number(value), range);
    if (nearest === undefined || Number.isNaN(nearest)) {
      notes.push(`${name} ${value} is left out: ${replacement} ${family ? 'does not take it' : 'is in no table'}`);
      continue;
    }
    values[name] = nearest === Number(value) ? value : String(nearest);
    if (nearest !== Number(value))
      notes.push(`${name} ${value} becomes ${nearest}, the nearest that ${replacement} takes`);
  }
  return { values, notes };
}

/** What keeps hyperparameters from being taken, a sentence each; nothing is said of a family that no table knows. */
export function hyperParameterProblems(
  values: Values,
  replacement: string,
  families: readonly HyperParameterFamily[],
): readonly string[] {
  const family = familyOf(replacement, families);
  if (!family) return [];
  const source = `(as of ${family.asOf}, ${family.reference})`;
  return Object.entries(values).flatMap(([name, value]) => {
    const range = family.takes[name];
    if (!range) return [`${name}: ${replacement} takes ${Object.keys(family.takes).join(', ')} ${source}`];
    const number = Number(value);
    const fits =
      value.trim() !== '' &&
      number >= range.least &&
      number <= range.most &&
      (!range.whole || Number.isInteger(number));
    if (fits) return [];
    const kind = range.whole ? 'a whole number' : 'a number';
    return [`${name}: expected ${kind} from ${range.least} to ${range.most}, got ${value} ${source}`];
  });
}

function familyOf(model: string, families: readonly HyperParameterFamily[]): HyperParameterFamily | undefined {
  return families.find(({ models }) => models.some((one) => model.startsWith(one)));
}

function nearestIn(value: number, { least, most, whole }: HyperParameterRange): number {
  return Math.min(most, Math.max(least, whole ? Math.round(value) : value));
}
