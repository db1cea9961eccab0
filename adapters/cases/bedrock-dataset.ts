import type { CaseForm, Turned } from './case-form.ts';
import { caseWith } from './case-form.ts';
import { converseMessages, systemTexts } from './converse-body.ts';
import type { FieldProblem } from './field-problem.ts';
import type { JsonRecord } from './json-fields.ts';
import { textIn } from './json-fields.ts';
import { requestIn } from './request-body.ts';
import { UnturnableError } from './request.ts';

/**
 * A line of a prompt dataset of Bedrock's evaluation jobs.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-evaluation-prompt-datasets-custom.html
 */
export function evaluationCase({ prompt, referenceResponse, category }: JsonRecord, id: string): Turned {
  const text = textIn(prompt);
  const problems = [
    ...needsText('prompt', prompt),
    ...mayBeText('referenceResponse', referenceResponse),
    ...mayBeText('category', category),
  ];
  if (text === null || problems.length > 0) return { kind: 'bad', problems };
  return answered(id, text, textIn(referenceResponse), textIn(category));
}

/**
 * A line of training data for a model's customisation: the completion is what is expected.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-prepare.html
 */
export function customizationCase({ prompt, completion }: JsonRecord, id: string): Turned {
  const [text, expected] = [textIn(prompt), textIn(completion)];
  if (text === null || expected === null)
    return { kind: 'bad', problems: [...needsText('prompt', prompt), ...needsText('completion', completion)] };
  return answered(id, text, expected, null);
}

/**
 * The same as a conversation, `schemaVersion: bedrock-conversation-2024`: its last answer is what is expected.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/distillation-data-prep-option-1.html
 */
export function conversationCase({ messages, system }: JsonRecord, id: string): Turned {
  try {
    const turns = converseMessages(messages);
    const last = turns.at(-1);
    if (!last || turns[0]?.role !== 'user') return bad('messages', 'expected a conversation that the user begins');
    const expected = last.role === 'assistant' ? last.content.map(({ text }) => textIn(text) ?? '').join('') : null;
    const asked = expected === null ? turns : turns.slice(0, -1);
    return turned(caseWith({ id, messages: asked, system: systemTexts(system), expected }));
  } catch (error) {
    if (error instanceof UnturnableError) return { kind: 'unusable', reason: error.message };
    throw error;
  }
}

/**
 * A line of the input of a batch inference job, with a body as the model takes it.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-data.html
 */
export function batchCase({ recordId, modelInput }: JsonRecord, id: string): Turned {
  const request = requestIn(modelInput, null);
  if (typeof request === 'string') return { kind: 'unusable', reason: request };
  const { leftOut, ...asked } = request;
  return turned(caseWith({ id: textIn(recordId) ?? id, ...asked }), leftOut);
}

/** The form of a record, by its shape. */
export function formOf(record: JsonRecord): CaseForm {
  if (record['schemaType'] === 'ModelInvocationLog') return 'invocationLog';
  if ('modelInput' in record) return 'batch';
  if (record['schemaVersion'] === 'bedrock-conversation-2024') return 'conversation';
  if ('id' in record) return 'case';
  if ('completion' in record) return 'customization';
  const isEvaluation = ['referenceResponse', 'category', 'modelResponses'].some((field) => field in record);
  return isEvaluation || Object.keys(record).join() === 'prompt' ? 'evaluation' : 'case';
}

function answered(id: string, prompt: string, expected: string | null, category: string | null): Turned {
  const tags = category === null ? {} : { category };
  return turned(caseWith({ id, messages: [{ role: 'user', content: [{ text: prompt }] }], expected, tags }));
}

function turned(kase: ReturnType<typeof caseWith>, leftOut: readonly string[] = []): Turned {
  return { kind: 'case', case: kase, leftOut };
}

function bad(field: string, problem: string): Turned {
  return { kind: 'bad', problems: [{ field, problem }] };
}

function needsText(field: string, value: unknown): FieldProblem[] {
  return textIn(value)
    ? []
    : [{ field, problem: value === undefined ? 'expected a text, but it is missing' : 'expected a text' }];
}

function mayBeText(field: string, value: unknown): FieldProblem[] {
  return value === undefined || value === null || textIn(value) !== null ? [] : [{ field, problem: 'expected a text' }];
}
