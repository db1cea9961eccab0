import type { ComparisonPolicy } from '../../domain/comparison/comparison-policy.ts';
import type { Conclusion } from '../../domain/comparison/conclusion.ts';
import { counted } from '../text.ts';
import { confidence, percent, size } from './words-figures.ts';

/** How sure a verdict is and why, in sentences. */
export function certaintyWords(policy: ComparisonPolicy, { planned, metrics }: Conclusion): readonly string[] {
  const [primary] = metrics;
  const error = percent(policy.alpha);
  const allowed =
    policy.allowedNewBreaks === 0
      ? 'no case breaks that the current model answers'
      : `no more than ${counted(policy.allowedNewBreaks, 'case')} break that the current model answers`;
  return [
    `Both models answered the same cases, so each case is compared with itself. Ready means: with ${confidence(policy.alpha)} confidence the candidate is worse by less than the margin of ${size(policy.margin)} on the primary metric, and ${allowed}. Regressed means: worse beyond doubt on some metric. Else the run is inconclusive.`,
    `A candidate that is in truth worse by the margin or more is called ready in at most ${error} of such runs, and one that is not worse is called regressed in at most ${error}. All metrics share that error (Holm’s method), so looking at more of them does not make a false alarm likelier.`,
    ...(primary
      ? [
          `Power: before the run, ${counted(planned.cases, 'case')} were expected to find an equally good candidate ready with a chance of ${percent(planned.readyIfEqual)}. By how often the models in fact differed, that chance is ${percent(primary.power)}.`,
        ]
      : []),
  ];
}
