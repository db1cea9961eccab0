import type { CheckKind } from '../comparison/outcome.ts';
import type { Case } from './case.ts';

/**
 * A line of the input of Bedrock's prompt optimisation: a template, what it is measured by, and samples to fill it with.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/advanced-prompt-optimization-input.html
 */
export interface OptimizationTemplate {
  readonly version: 'bedrock-2026-05-14';
  readonly templateId: string;
  readonly promptTemplate: string;
  readonly steeringCriteria: readonly string[];
  readonly evaluationSamples: readonly {
    readonly inputVariables: readonly Readonly<Record<string, string>>[];
    readonly referenceResponse?: string;
  }[];
}

export interface OptimizationInput {
  readonly templates: readonly OptimizationTemplate[];
  /** Cases that have no place in it: several turns, tools, images, or more than the job takes. */
  readonly leftOut: number;
}

/** Of one job. */
const [mostTemplates, mostSamples] = [10, 100];

/** What a check asks, as the judge of the job is told. */
const criteria: Readonly<Record<CheckKind, string>> = {
  exact: 'The answer is the reference response and nothing else.',
  contains: 'The answer contains what the reference response says.',
  regex: 'The answer has the form of the reference response.',
  number: 'The answer ends with the number of the reference response.',
  'json-schema': 'The answer is valid JSON alone, with the fields of the reference response.',
  'json-path': 'The answer is valid JSON alone, with the values of the reference response.',
  'rouge-l': 'The answer uses the words of the reference response.',
  similarity: 'The answer means what the reference response means.',
  'bert-score': 'The answer says what the reference response says.',
  'length-ratio': 'The answer is about as long as the reference response.',
};

/** Cases of one system prompt are the samples of one template; what failed comes first, since a job takes only so many. */
export async function optimizationInput(
  cases: AsyncIterable<Case>,
  failed: ReadonlySet<string>,
): Promise<OptimizationInput> {
  const groups = new Map<
    string,
    { readonly kinds: Set<CheckKind>; readonly first: Sample[]; readonly rest: Sample[] }
  >();
  let seen = 0;
  for await (const kase of cases) {
    seen += 1;
    const sample = sampleOf(kase);
    if (sample === null) continue;
    const system = kase.system.join('\n');
    const group = groups.get(system) ?? { kinds: new Set(), first: [], rest: [] };
    groups.set(system, group);
    const samples = failed.has(kase.id) ? group.first : group.rest;
    if (samples.length < mostSamples) samples.push(sample);
    for (const { kind } of kase.checks) group.kinds.add(kind);
  }
  const templates = [...groups]
    .toSorted(([, one], [, other]) => other.first.length - one.first.length)
    .slice(0, mostTemplates)
    .map(([system, { kinds, first, rest }], index): OptimizationTemplate => ({
      version: 'bedrock-2026-05-14',
      templateId: `template-${index + 1}`,
      promptTemplate: system === '' ? '{{input}}' : `${system}\n\n{{input}}`,
      steeringCriteria: [...kinds].map((kind) => criteria[kind]),
      evaluationSamples: [...first, ...rest].slice(0, mostSamples),
    }));
  const taken = templates.reduce((sum, { evaluationSamples }) => sum + evaluationSamples.length, 0);
  return { templates, leftOut: seen - taken };
}

type Sample = OptimizationTemplate['evaluationSamples'][number];

/** One question in words; braces in the system prompt would be read as a place to fill. */
function sampleOf({ messages, system, tools, expected }: Case): Sample | null {
  const [only, ...others] = messages;
  const blocks = only?.content ?? [];
  const texts = blocks.flatMap(({ text }) => (typeof text === 'string' ? [text] : []));
  const isPlain = others.length === 0 && tools.length === 0 && texts.length > 0 && texts.length === blocks.length;
  if (!isPlain || system.some((text) => text.includes('{{'))) return null;
  return { inputVariables: [{ input: texts.join('\n') }], ...(expected !== null && { referenceResponse: expected }) };
}
