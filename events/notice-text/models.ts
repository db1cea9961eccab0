import type { Catalogue } from '../../domain/catalogue.ts';
import { baseModelId } from '../../domain/model-id.ts';
import { providers } from '../../domain/model-providers.ts';
import type { Mention, Span } from './mention.ts';
import { mentions, overlaps } from './mention.ts';

/** An id of another provider than we know is found by its version, when quoted, in an ARN or after "model ID". */
const known = providers.join('|');
const name = '[a-z0-9]+(?:[._-][a-z0-9]+)*(?::\\d+)*(?::\\d+k|:mm)?';
const profile = '(?:(?:us-gov|us|eu|apac|ap|jp|au|in|ca|sa|me|global)\\.)?';

const arn = /\barn:[\w-]+:bedrock:[\w-]*:\d*:[a-z-]+\/[\w.:/-]*[\w]/gi;
const byProvider = new RegExp(`(?<![\\w./@-])${profile}(?:${known})\\.${name}`, 'gi');
const byVersion = new RegExp(
  `(?<![\\w./@-])${profile}[a-z][a-z0-9-]*\\.[a-z0-9][a-z0-9.-]*-v\\d+:\\d+(?::\\d+k)?`,
  'gi',
);
const afterCue = new RegExp(`(?<=\\bmodel\\s+ids?:?\\s+['"(]?)${profile}[a-z0-9-]+\\.${name}`, 'gi');
const quoted = new RegExp(`(?<=['"(])${profile}[a-z][a-z0-9-]*\\.${name}(?=['")])`, 'gi');

/** A family that model names begin with, and the words and numbers that go on with it: `Mistral Large 3`. */
const displayName =
  /\b(?:Claude|Nova|Titan|Llama|Mistral|Mixtral|Pixtral|Command|Jamba|DeepSeek|GPT|Kimi|Qwen|Gemma|Nemotron|Palmyra|Marengo|Pegasus|Stable)(?:[ -](?:[A-Z][a-z]+|[A-Z]?\d[\w.]*|[A-Z]\d*))+(?<![.])/g;

/** One or more base model ids: several where a display name stands for several. */
export type ModelMention = Mention<'model', readonly string[]>;

/** Model ids, profile ids and ARNs in the text, resolved to base model ids. */
export function modelIdsIn(text: string): ModelMention[] {
  const found: ModelMention[] = [];
  for (const pattern of [arn, byProvider, byVersion, afterCue, quoted]) {
    const more = mentions(text, pattern, 'model', ([match]) => modelId(match));
    found.push(...more.filter((mention) => !found.some((other) => overlaps(mention, other))));
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** Models named as AWS displays them, longest name first: `Claude Sonnet 4.5` is not `Claude Sonnet 4`. */
export function modelNamesIn(text: string, catalogue: Catalogue, taken: readonly Span[]): ModelMention[] {
  const byName = new Map<string, string[]>();
  for (const model of catalogue.models) byName.set(model.name, [...(byName.get(model.name) ?? []), model.modelId]);

  const found: ModelMention[] = [];
  for (const [known, ids] of [...byName].toSorted(([a], [b]) => b.length - a.length)) {
    const pattern = new RegExp(`(?<![\\w.-])${literally(known)}(?![\\w-]|\\.\\d|\\s+v\\d)`, 'gi');
    const more = mentions(text, pattern, 'model', () => ids);
    found.push(...more.filter((mention) => ![...found, ...taken].some((other) => overlaps(mention, other))));
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** Display names in a text that are none of the names already found there. */
export function unknownNamesIn(text: string, known: readonly string[]): string[] {
  const found = [...text.matchAll(displayName)].map(([match]) => match);
  return [...new Set(found)].filter((name) => !known.some((other) => other.includes(name) || name.includes(other)));
}

function modelId(reference: string): readonly string[] | null {
  const id = baseModelId(reference);
  return id && /[-\d]/.test(id.slice(id.indexOf('.') + 1)) ? [id] : null;
}

/** A pattern for exactly this name, however its words are spaced. */
function literally(known: string): string {
  return known.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`);
}
