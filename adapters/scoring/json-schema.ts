import type { Options, ValidateFunction } from 'ajv';

/** Ajv has a class for each draft. */
interface Engine {
  compile(schema: object): ValidateFunction;
  removeSchema(schema: object): unknown;
}

type Validates = (value: unknown) => boolean;

const drafts = ['draft-07', '2019-09', '2020-12'] as const;
type Draft = (typeof drafts)[number];

/** Formats are notes for people; keywords that a draft does not know are passed over, as JSON schema says. */
const options: Options = { strict: false, validateFormats: false, logger: false };
/** Most schemas are the same for all cases; memory must not grow with those that are not. */
const kept = 64;

const engines = new Map<Draft, Promise<Engine>>();
const compiled = new Map<string, Validates | Error>();

/** Whether a value is what a JSON schema asks for. Throws where `schemaProblem` tells of a problem. */
export async function satisfies(schema: unknown, value: unknown): Promise<boolean> {
  const validates = await validator(schema);
  if (validates instanceof Error) throw validates;
  return validates(value);
}

/** What is wrong with a JSON schema; `null` where it can be used. */
export async function schemaProblem(schema: unknown): Promise<string | null> {
  const validates = await validator(schema);
  return validates instanceof Error ? validates.message : null;
}

async function validator(schema: unknown): Promise<Validates | Error> {
  const key = JSON.stringify(schema);
  const known = compiled.get(key) ?? (await compile(schema));
  compiled.delete(key);
  compiled.set(key, known);
  const [oldest] = compiled.keys();
  if (compiled.size > kept && oldest !== undefined) compiled.delete(oldest);
  return known;
}

async function compile(schema: unknown): Promise<Validates | Error> {
  if (typeof schema === 'boolean') return () => schema;
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema))
    return new Error('expected a JSON schema');
  const draft = draftOf(schema);
  if (draft === null) return new Error(`expected a JSON schema of ${drafts.join(', ')}`);
  const ajv = await engine(draft);
  try {
    const validates = ajv.compile(schema);
    return (value) => validates(value);
  } catch (error) {
    return new Error(`expected a JSON schema: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    ajv.removeSchema(schema);
  }
}

/** The newest where a schema does not say; `null` for one that is not known here. */
function draftOf(schema: object): Draft | null {
  if (!('$schema' in schema)) return '2020-12';
  const { $schema } = schema;
  return drafts.find((draft) => typeof $schema === 'string' && $schema.includes(draft)) ?? null;
}

function engine(draft: Draft): Promise<Engine> {
  const known = engines.get(draft) ?? load(draft);
  engines.set(draft, known);
  return known;
}

/** Loaded where there is a schema: most datasets have none. By `default`, since a bundle knows a CommonJS module's names only there. */
async function load(draft: Draft): Promise<Engine> {
  if (draft === '2020-12') return new (await import('ajv/dist/2020.js')).default.Ajv2020(options);
  if (draft === '2019-09') return new (await import('ajv/dist/2019.js')).default.Ajv2019(options);
  return new (await import('ajv')).default.Ajv(options);
}
