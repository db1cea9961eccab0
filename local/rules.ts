import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import type { EventPattern } from './event-pattern.ts';
import { eventPattern } from './event-pattern.ts';

/** One EventBridge rule: which events of which bus reach which handler. */
export interface Rule {
  readonly name: string;
  readonly description: string;
  readonly bus: 'default' | 'sundial';
  readonly pattern: unknown;
  /** The stem of the handler's file, as in `on-health-event`. */
  readonly target: string;
  readonly matches: EventPattern;
}

const RuleFile = z.strictObject({
  name: z.string(),
  description: z.string(),
  bus: z.enum(['default', 'sundial']),
  pattern: z.unknown(),
  target: z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/)),
});

/** The rules that serverless.yml deploys, read from the same files. */
export function loadRules(folder = rulesFolder()): readonly Rule[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yml'))
    .toSorted()
    .map((file) => readRule(join(folder, file)));
}

function readRule(path: string): Rule {
  try {
    const rule = z.parse(RuleFile, parse(readFileSync(path, 'utf8')));
    return { ...rule, matches: eventPattern(rule.pattern) };
  } catch (cause) {
    throw new Error(`${path} is no valid rule: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** The nearest `rules` above this file: beside `local/` in the sources, beside `dist/` once bundled. */
function rulesFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const rules = join(folder, 'rules');
    if (existsSync(join(rules, 'health-bedrock.yml'))) return rules;
  }
  throw new Error(`no rules folder above ${import.meta.dirname}`);
}
