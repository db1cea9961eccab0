import { readFileSync } from 'node:fs';

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

export interface PackagedFunction {
  /** As in `on-health-event`. */
  readonly name: string;
  /** As in `handlers/on-health-event.handler`. */
  readonly handler: string;
  readonly zip: string;
  /** References to other resources are their logical ids here. */
  readonly environment: Readonly<Record<string, string>>;
}

export const templateText = readFileSync('.serverless/cloudformation-template-update-stack.json', 'utf8');
const template = JSON.parse(templateText) as { readonly Resources: Readonly<Record<string, Resource>> };

export function resourcesOf(type: string): readonly (readonly [string, Resource['Properties']])[] {
  return Object.entries(template.Resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([id, { Properties }]) => [id, Properties]);
}

/** The functions as the template deploys them, not as we think it does. */
export const packagedFunctions: readonly PackagedFunction[] = resourcesOf('AWS::Lambda::Function').map(
  ([, properties]) => {
    const { Variables } = properties['Environment'] as { Variables: Record<string, string | { Ref: string }> };
    const { S3Key } = properties['Code'] as { S3Key: string };
    const zip = S3Key.split('/').at(-1) ?? '';
    return {
      name: zip.replace(/\.zip$/, ''),
      handler: String(properties['Handler']),
      zip: `.serverless/${zip}`,
      environment: Object.fromEntries(
        Object.entries(Variables).map(([name, value]) => [name, typeof value === 'string' ? value : value.Ref]),
      ),
    };
  },
);
