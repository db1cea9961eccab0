import type { FailureKind } from '../../domain/cases/failure-clusters.ts';
import { breakWords, failureWords } from './words-breaks.ts';
import { metricMeaning } from './words-verdict.ts';

type Named<Kind extends FailureKind['kind']> = Extract<FailureKind, { kind: Kind }>['name'];

const ofBreak: Readonly<Record<Named<'break'>, string>> = {
  refusal:
    'say in the system prompt who asks and what for; look whether a guardrail or a policy of the provider is meant',
  truncated: 'raise maxTokens, or ask for a shorter answer: the candidate may use more tokens for the same words',
  malformed: 'ask for JSON alone, without a Markdown fence, and show one example of the answer',
  schema: 'put the JSON schema into the prompt, or give the answer as the input of a tool, which the schema then binds',
  toolCall: 'describe tools and their inputs more exactly, and say when each is to be called',
  language: 'say in which language to answer',
  empty:
    'look whether the candidate thinks first and uses up maxTokens, or has nothing to say to a turn without a question',
  guardrail: 'look which policy of the guardrail it met, and test the guardrail with this candidate',
};

const ofCall: Readonly<Record<string, string>> = {
  validation:
    'look at its first message, and run sundial compare --dry-run: it names parameters that the candidate refuses',
  throttled: 'ask for more quota, or run with a smaller --concurrency and --resume',
  timeout: 'run it again with --resume; if it stays, lower maxTokens',
  accessDenied: 'ask for access to the model in this account and Region',
  profileOnly: 'name an inference profile of the model, such as us. or global. before its id',
  unavailable: 'name another Region by --region, or an inference profile',
};

const ofCheck: Readonly<Record<Named<'check'>, string>> = {
  exact:
    'ask for the bare answer, and show two or three examples; where wording may differ, check contains, number or similarity instead',
  contains: 'say what an answer must name; look whether it is there in other words',
  regex: 'show the form of the answer in the prompt',
  number: 'ask for the number alone at the end, and for the steps before it',
  'json-schema': 'put the JSON schema into the prompt',
  'json-path': 'name the field and its meaning in the prompt',
  'rouge-l': 'show the length and tone wanted by an example; where wording may differ, check similarity instead',
  similarity: 'read ten of them: is the meaning off, or the threshold too high for this embedding model?',
  'bert-score': 'read ten of them: is something missing, or the threshold too high for this model and its baseline?',
  'length-ratio': 'say how long an answer is to be: in sentences, rather than in characters',
};

/** What is wrong, in words. */
export function failureName({ kind, name }: FailureKind): string {
  switch (kind) {
    case 'break':
      return breakWords[name];
    case 'call':
      return `no answer: ${failureWords(name)}`;
    case 'check':
      return `fails ${name} (${metricMeaning(name)})`;
  }
}

/** What to try first. */
export function failureAdvice({ kind, name }: FailureKind): string {
  switch (kind) {
    case 'break':
      return ofBreak[name];
    case 'call':
      return ofCall[name] ?? 'run it again with --resume: it says nothing of the model yet';
    case 'check':
      return ofCheck[name];
  }
}
