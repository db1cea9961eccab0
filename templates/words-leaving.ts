import type { DependentKind } from '../domain/dependent.ts';
import type { Leaving, LeavingKind } from '../domain/leaving.ts';
import { longDate } from './text.ts';

/** One of each; several take an `s`. */
export const kindWords: Readonly<Record<DependentKind, string>> = {
  onDemand: 'on-demand use',
  applicationInferenceProfile: 'application inference profile',
  provisionedThroughput: 'Provisioned Throughput',
  customModel: 'custom model',
  customModelDeployment: 'custom model deployment',
  importedModel: 'imported model',
  agent: 'agent',
  agentVersion: 'agent version',
  prompt: 'prompt',
  flow: 'flow',
  knowledgeBase: 'knowledge base',
  promptRouter: 'prompt router',
  batchJob: 'batch job',
  customizationJob: 'customisation job',
};

const short: Readonly<Record<LeavingKind, string>> = {
  swapId: 'swap the id',
  newProfile: 'new profile, repoint callers',
  newVersion: 'new version, move the alias',
  newPromptVersion: 'new prompt version',
  newFlowVersion: 'new flow version, move the alias',
  reEmbed: 're-embed all of it',
  swapParsing: 'swap the parsing model, sync again',
  swapReranking: 'swap the reranking model',
  reCustomise: 'customise again',
  newDeployment: 'new deployment',
  commitment: 'leave the throughput',
  newRouter: 'new router',
  finishJob: 'let it finish',
  nothing: 'nothing',
};

/** What leaving takes in a few words, for a line among many. */
export function leavingInShort(leaving: Leaving): string {
  if (leaving.kind !== 'commitment' || leaving.committedUntil === null) return short[leaving.kind];
  const until = `committed until ${leaving.committedUntil}`;
  return leaving.later === 'commitment' ? `${until}, longer than the model lives` : until;
}

/** What leaving takes, in words that fit behind a dependent's name. */
export function leavingWords(leaving: Leaving): string {
  switch (leaving.kind) {
    case 'swapId':
      return 'Swap the model id';
    case 'newProfile':
      return 'New application inference profile from the replacement, then repoint its callers: a profile cannot be changed';
    case 'newVersion':
      return 'New agent version with the replacement, then move the alias: a version never changes';
    case 'newPromptVersion':
      return 'New prompt version with the replacement, then have callers use it';
    case 'newFlowVersion':
      return 'New flow version with the replacement, then move the alias';
    case 'reEmbed':
      return 'Embed the whole knowledge base again into a new index: dimensions differ, so this is not a swap';
    case 'swapParsing':
      return 'Swap the parsing model and sync the data sources again; what is parsed already stays';
    case 'swapReranking':
      return 'Swap the reranking model';
    case 'reCustomise':
      return 'Customise the replacement anew, with the same training data';
    case 'newDeployment':
      return 'Deploy the new custom model, then repoint callers';
    case 'newRouter':
      return 'New prompt router over other models, then repoint callers';
    case 'finishJob':
      return 'Let the job finish before end of life, and give the next one the replacement';
    case 'commitment':
      return commitmentWords(leaving);
    case 'nothing':
      return 'Nothing: it has no base model that ends';
  }
}

function commitmentWords({ committedUntil, endOfLife, later }: Extract<Leaving, { kind: 'commitment' }>): string {
  if (committedUntil === null)
    return 'Buy throughput for the replacement, move, and delete this one: it has no commitment';
  const until = `It is committed until ${longDate(committedUntil)}`;
  if (endOfLife === null) return `${until}; the end of the model is not known`;
  const end = longDate(endOfLife);
  switch (later) {
    case 'commitment':
      return `${until}, longer than the model lives (${end}): move by then, and ask AWS what becomes of the rest`;
    case 'together':
      return `${until}, the day the model ends: move before it, and do not renew`;
    case 'model':
    case 'unknown':
      return `${until}, before the model ends on ${end}: move by then, and do not renew`;
  }
}
