import type { DependentKind } from '../domain/dependent.ts';
import { dependentKinds } from '../domain/dependent.ts';
import type { LeavingKind } from '../domain/leaving.ts';

interface Found {
  readonly kind: DependentKind;
  readonly leaving: LeavingKind;
}

const steps: Readonly<Record<LeavingKind, string | null>> = {
  // Said of code and configuration already.
  swapId: null,
  newProfile:
    'Application inference profiles: create new ones from the replacement, repoint every caller, delete the old',
  newVersion: 'Agent versions: prepare the agent with the replacement, make a version, move each alias to it',
  newPromptVersion: 'Prompts in Prompt management: make versions with the replacement, have callers use them',
  newFlowVersion: 'Flows: make versions with the replacement, move each alias',
  reEmbed: 'Knowledge bases: embed everything again into a new index, compare the answers, then switch',
  swapParsing: 'Knowledge bases: choose another parsing model and sync the data sources',
  swapReranking: 'Knowledge bases: choose another reranking model',
  reCustomise: 'Custom models: check that the replacement can be customised, customise it, evaluate it',
  newDeployment: 'Custom model deployments: deploy the new custom model, repoint callers, delete the old',
  commitment: 'Provisioned Throughput: weigh what is committed against the end of the model, and do not renew',
  newRouter: 'Prompt routers: make new ones over other models, repoint callers',
  finishJob: 'Jobs: let what runs finish before end of life, and give what starts them the replacement',
  nothing: null,
};

/** A step for each way of leaving that the sweep found, in words that do not change from day to day. */
export function leavingSteps(found: readonly Found[]): readonly string[] {
  const ordered = found.toSorted((a, b) => dependentKinds.indexOf(a.kind) - dependentKinds.indexOf(b.kind));
  const agents = found.some(({ kind }) => kind === 'agent')
    ? ['Agents: choose the replacement in each draft, and prepare it']
    : [];
  return [...agents, ...new Set(ordered.flatMap(({ leaving }) => steps[leaving] ?? []))];
}
