import { format, resolveConfig } from 'prettier';
import * as z from 'zod/mini';
import { fieldDescriptions } from './field-descriptions.ts';

/** A place in a JSON schema, as far as we look at it. */
export interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
}

/** Draft 4 is what EventBridge's schema registry takes. Open to fields that come later. */
export function eventSchema(schema: z.ZodMiniType, title: string): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-4',
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      if (jsonSchema.type !== 'integer') return;
      delete jsonSchema.minimum;
      delete jsonSchema.maximum;
    },
  });
  return { $schema, title, ...rest };
}

/** Draft 7 is what editors read; a field left out has its default. */
export function configurationSchema(schema: z.ZodMiniType): SchemaNode {
  return described(z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }) as SchemaNode, []);
}

/** The same with what each field does; `teams.*.channel` names a place. */
function described(node: SchemaNode, path: readonly string[]): SchemaNode {
  const { properties, additionalProperties: map, items, ...rest } = node;
  const description = fieldDescriptions[path.join('.')];
  return {
    ...(description && { description }),
    ...rest,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, field]) => [name, described(field, [...path, name])]),
      ),
    }),
    ...(map !== undefined && { additionalProperties: typeof map === 'object' ? described(map, [...path, '*']) : map }),
    ...(items && { items: described(items, [...path, '*']) }),
  };
}

/** Text of a file as `prettier` leaves it. */
export async function jsonFile(content: object): Promise<string> {
  const settings = await resolveConfig(import.meta.filename);
  return format(JSON.stringify(content), { ...settings, parser: 'json' });
}
