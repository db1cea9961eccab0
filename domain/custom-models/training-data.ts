/**
 * `promptCompletion`: `{"prompt", "completion"}`; `conversation`: `{"schemaVersion": "bedrock-conversation-2024", "messages": …}`; `messages`: the
 * provider's own `{"system", "messages"}`; `text`: `{"input"}`, for continued pre-training.
 */
export type TrainingDataForm = 'promptCompletion' | 'conversation' | 'messages' | 'text';

/** Which forms each family of base models takes, as a source says. */
export interface TrainingDataSupport {
  readonly asOf: string;
  readonly reference: string;
  readonly forms: readonly { readonly models: readonly string[]; readonly takes: readonly TrainingDataForm[] }[];
}

/** One record of training or validation data, as far as it is understood. */
export interface TrainingRecord {
  readonly form: TrainingDataForm;
  readonly system: readonly string[];
  /** Alternating; the last one is what the model shall answer. */
  readonly turns: readonly { readonly role: 'user' | 'assistant'; readonly text: string }[];
}

/** What keeps data from being taken by a model; `null` where their form is not known. */
export function trainingDataProblems(
  form: TrainingDataForm | null,
  replacement: string,
  { forms, asOf, reference }: TrainingDataSupport,
): readonly string[] {
  if (form === null) return ['the training data: expected JSON lines with prompt and completion, or with messages'];
  const family = forms.find(({ models }) => models.some((one) => replacement.startsWith(one)));
  if (!family || family.takes.includes(form)) return [];
  const takes = family.takes.map((one) => words[one]).join(' or ');
  return [
    `the training data are ${words[form]}; ${replacement} takes ${takes}: convert them (as of ${asOf}, ${reference})`,
  ];
}

const words: Readonly<Record<TrainingDataForm, string>> = {
  promptCompletion: 'pairs of prompt and completion',
  conversation: 'conversations of schema bedrock-conversation-2024',
  messages: 'messages without a schemaVersion',
  text: 'text without answers',
};

/** A case of a comparison: what was asked, and the answer that is expected. */
export interface ValidationCase {
  readonly id: string;
  readonly system?: string;
  readonly messages: readonly { readonly role: string; readonly content: readonly { readonly text: string }[] }[];
  readonly expected: string;
  readonly checks: readonly { readonly kind: string; readonly threshold?: number }[];
}

/** How near an answer must come to the expected one: the longest common subsequence, in parts of 1. */
const nearEnough = 0.5;

/** Validation data as cases; what does not end in an answer is left out. BERTScore is asked for where something measures it. */
export function validationCases(
  records: readonly TrainingRecord[],
  { bertScore }: { readonly bertScore: boolean },
): readonly ValidationCase[] {
  return records.flatMap(({ system, turns }, index) => {
    const [answer, ...before] = turns.toReversed();
    if (answer?.role !== 'assistant' || before.length === 0) return [];
    return [
      {
        id: `validation-${index + 1}`,
        ...(system.length > 0 && { system: system.join('\n') }),
        messages: before.toReversed().map(({ role, text }) => ({ role, content: [{ text }] })),
        expected: answer.text,
        checks: [{ kind: 'rouge-l', threshold: nearEnough }, ...(bertScore ? [{ kind: 'bert-score' }] : [])],
      },
    ];
  });
}
