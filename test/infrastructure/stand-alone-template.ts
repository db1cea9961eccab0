import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Template {
  readonly Parameters: Readonly<Record<string, { readonly Default?: string; readonly AllowedPattern: string }>>;
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Condition?: string; readonly Properties: Record<string, unknown> }>
  >;
}

/** A template that is deployed by itself, in the accounts that Sundial looks after. Functions are their arguments here. */
export function standAloneTemplate(name: string): Template {
  return parse(readFileSync(`infrastructure/stand-alone/${name}.yml`, 'utf8'), { logLevel: 'silent' }) as Template;
}
