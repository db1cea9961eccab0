import type { Choice } from './definition.ts';
import { StateError } from './state-error.ts';
import type { Step, Visit } from './visit.ts';
import { leaving, valueIn } from './visit.ts';

/**
 * The first rule that holds leads on, with its own output and variables; those of the state belong to the default.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html
 */
export async function runChoice(choice: Choice, visit: Visit): Promise<Step> {
  for (const [n, rule] of choice.Choices.entries()) {
    const holds = await valueIn(visit, rule.Condition, `Choices[${n}].Condition`);
    if (typeof holds !== 'boolean')
      throw new StateError(
        'States.QueryEvaluationError',
        `${visit.name}.Choices[${n}].Condition: expected true or false, got ${JSON.stringify(holds)}`,
      );
    if (holds) return leaving(visit, rule, visit.input, rule.Next);
  }
  if (choice.Default !== undefined) return leaving(visit, choice, visit.input, choice.Default);
  throw new StateError('States.NoChoiceMatched', `no rule of ${visit.name} holds, and it has no Default`);
}
