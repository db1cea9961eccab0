import type { RecustomiseDeps } from './recustomise-ports.ts';
import { askStep, decideStep } from './steps/approval-steps.ts';
import { checkStep } from './steps/check-step.ts';
import type { CleanUpInput } from './steps/clean-up-step.ts';
import { cleanUpStep } from './steps/clean-up-step.ts';
import { compareStep } from './steps/compare-step.ts';
import { concludeStep } from './steps/conclude-step.ts';
import { deployStep } from './steps/deploy-step.ts';
import type { TargetInput } from './steps/promote-step.ts';
import { promoteStep, targetFailedStep } from './steps/promote-step.ts';
import { shareStep } from './steps/share-step.ts';
import { trainStep } from './steps/train-step.ts';
import type { StepAnswer } from './steps/under-way.ts';
import { tickCustomModels } from './tick-custom-models.ts';

/** What the state machine `recustomise-model` asks for, and what a schedule does once a day. */
export type RecustomiseInput =
  | { readonly step: 'check' | 'train' | 'deploy' | 'compare' | 'conclude'; readonly id: string }
  | { readonly step: 'ask'; readonly id: string; readonly token: string }
  | { readonly step: 'decide'; readonly id: string; readonly decision: string }
  | { readonly step: 'share'; readonly id: string; readonly tries: number }
  | ({ readonly step: 'promote'; readonly id: string } & TargetInput)
  | {
      readonly step: 'targetFailed';
      readonly id: string;
      readonly account: string;
      readonly region: string;
      readonly why: string;
    }
  | ({ readonly step: 'cleanUp' } & CleanUpInput)
  | { readonly step: 'tick' };

/** One step of a custom model's migration. Each looks first at what is there, so each may be repeated. */
export async function recustomise(input: RecustomiseInput, deps: RecustomiseDeps): Promise<StepAnswer> {
  switch (input.step) {
    case 'check':
      return checkStep(input.id, deps);
    case 'train':
      return trainStep(input.id, deps);
    case 'deploy':
      return deployStep(input.id, deps);
    case 'compare':
      return compareStep(input.id, deps);
    case 'ask':
      return askStep(input.id, input.token, deps);
    case 'decide':
      return decideStep(input.id, input.decision, deps);
    case 'share':
      return shareStep(input.id, input.tries, deps);
    case 'promote':
      return promoteStep(input.id, input, deps);
    case 'targetFailed':
      return targetFailedStep(input.id, input, deps);
    case 'conclude':
      return concludeStep(input.id, deps);
    case 'cleanUp':
      return cleanUpStep(input, deps);
    case 'tick':
      await tickCustomModels(deps);
      return { next: 'done' };
  }
}
