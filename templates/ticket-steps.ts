import type { Situation } from '../domain/situation.ts';
import { customModelSteps } from './ticket-custom-models.ts';
import { leavingSteps } from './leaving-steps.ts';
import type { Step } from './markdown.ts';
import { markdown } from './markup.ts';

/** The technical steps. Their wording stays as stable as it can: a tick that somebody set belongs to the line it was set on. */
export function migrationSteps(situation: Situation): readonly Step[] {
  const { migration, successor, timeline, presence } = situation;
  const old = markdown.code(migration.modelId);
  const next = successor.kind === 'found' ? markdown.code(successor.replacement.modelId) : 'the replacement';
  const noIncrease =
    timeline.stage === 'active'
      ? 'none is granted for the old model once it is Legacy'
      : 'none is granted for a Legacy model';
  const found = presence.dependents.flatMap(({ ownership, leaving }) =>
    leaving.map((one) => ({ kind: ownership.dependent.kind, leaving: one.kind })),
  );
  return [
    `Model access: enable ${next} in every affected account and Region`,
    `Quotas: request them for ${next} now; increases take days, and ${noIncrease}`,
    found.length > 0
      ? `Model references: replace ${old} in code, configuration and IAM policies`
      : `Model references: replace ${old} in code, configuration, inference profiles, agents, prompts, flows and IAM policies`,
    ...leavingSteps(found),
    ...customModelSteps(situation),
    'Prompts: adjust system prompts, formats and tool definitions to the new model',
    'Response handling: check parsing, stop reasons, refusals, streaming and parameters that the new model rejects',
    'Token use: measure again, set the output limits, and estimate the cost',
    'Rollout: move a part of the traffic first, with a way back while the old model still answers',
    'Clean up: remove Provisioned Throughput, profiles and permissions of the old model',
  ];
}

export const testsToRun: readonly string[] = [
  'Side by side: the same prompts on both models, answers compared',
  'Performance: time to first token, whole latency, throughput at peak, throttling',
  'Regression: the existing test set, tool calls and structured output',
  'Edge cases: the longest input, other languages, refusals, guardrails, empty and malformed input',
];
