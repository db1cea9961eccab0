import { wantedPower } from './cases-needed.ts';
import type { ComparisonPolicy } from './comparison-policy.ts';
import type { Evidence } from './decision.ts';
import type { Metric } from './metric.ts';
import { tellsQuality } from './metric.ts';
import type { MoreCases } from './verdict.ts';

export function readyReasons(evidence: Evidence, policy: ComparisonPolicy): readonly string[] {
  const cautions = evidence.metrics.filter(({ pAdjusted, interval }) => pAdjusted <= policy.alpha && interval[1] < 0);
  return [
    ...evidence.metrics
      .slice(0, 1)
      .flatMap((primary) => [
        `${scores(primary)}. With ${confidence(policy)} confidence it is above ${points(primary.interval[0])}, within the margin of ${size(policy.margin)}.`,
        gainsAndLosses(primary),
      ]),
    breaks(evidence, policy),
    ...cautions.map(
      ({ name, difference }) => `${name} is worse beyond doubt, by ${size(-difference)}, within what is allowed.`,
    ),
  ];
}

export function regressedReasons(
  regressed: readonly Metric[],
  evidence: Evidence,
  policy: ComparisonPolicy,
): readonly string[] {
  return [
    ...regressed.map((metric) => `${scores(metric)}. ${worse(metric, policy)}`),
    ...regressed.slice(0, 1).map(gainsAndLosses),
    breaks(evidence, policy),
  ];
}

export function inconclusiveReasons(
  evidence: Evidence,
  moreCases: MoreCases | null,
  policy: ComparisonPolicy,
): readonly string[] {
  const [primary] = evidence.metrics;
  if (!primary) return ['No case was compared.'];
  if (!tellsQuality(primary))
    return [
      'No case has a check or an expected answer, and no judge compared the answers: only hard breaks were.',
      breaks(evidence, policy),
    ];
  const { interval } = primary;
  const isOpen = interval[0] <= -policy.margin;
  const narrowed = isOpen ? null : overTold(evidence, policy);
  const tooMany = evidence.newBreaks > policy.allowedNewBreaks;
  const onlyBreaks = !isOpen && narrowed === null;
  const all = [
    tooMany ? `${breaks(evidence, policy)} More cases do not undo them: look at them, or allow them.` : null,
    `${scores(primary)}. ${isOpen ? open(primary, policy) : (narrowed ?? `Within the margin of ${size(policy.margin)}.`)}`,
    gainsAndLosses(primary),
    tooMany ? null : breaks(evidence, policy),
    moreCases
      ? onlyBreaks
        ? neededForBreaks(moreCases)
        : needed((isOpen ? null : evidence.whereTold) ?? primary, moreCases)
      : null,
  ];
  return all.filter((reason) => reason !== null);
}

function scores({ name, cases, current, candidate, difference }: Metric): string {
  const both = `the candidate ${percent(candidate)}, the current model ${percent(current)}`;
  return `${name}, over ${number(cases)} cases: ${both}, a difference of ${points(difference)}`;
}

function worse({ name, interval, pAdjusted }: Metric, policy: ComparisonPolicy): string {
  const sure = `Worse beyond doubt: ${confidence(policy)} interval ${signed(interval[0])} to ${points(interval[1])}, p ${pValue(pAdjusted)} after Holm`;
  if (name === 'unbroken') return `${sure}.`;
  return interval[1] < -policy.margin
    ? `${sure}; by more than the margin of ${size(policy.margin)}, too.`
    : `${sure}; whether by more than the margin of ${size(policy.margin)} is open.`;
}

function open({ interval, pAdjusted }: Metric, policy: ComparisonPolicy): string {
  const range = `It may be as low as ${points(interval[0])}, below the margin of ${size(policy.margin)}, and as high as ${points(interval[1])}`;
  return interval[1] < 0
    ? `${range}: worse, taken alone, but not beyond doubt among all metrics (p ${pValue(pAdjusted)} after Holm).`
    : `${range}: neither good enough nor worse is shown.`;
}

function overTold({ whereTold, contradicted }: Evidence, policy: ComparisonPolicy): string | null {
  if (whereTold === null)
    return contradicted > 0
      ? 'The judge contradicted itself wherever the current model answered, so it shows nothing.'
      : 'The current model answered no case, so there is nothing to compare with.';
  const low = whereTold.interval[0];
  if (low > -policy.margin) return null;
  return contradicted > 0
    ? `Over the cases on which the judge agreed with itself, the difference may be as low as ${points(low)}; the ${number(contradicted)} on which it did not are no proof of the candidate.`
    : `Over the cases that the current model answered, the difference may be as low as ${points(low)}; calls that failed are no proof of the candidate.`;
}

function needed({ cases, power }: Pick<Metric, 'cases' | 'power'>, { ifEqual, ifAsSeen }: MoreCases): string {
  return `A run of ${number(cases)} cases finds an equally good candidate ready with a chance of ${percent(power)}. To settle it with ${percent(wantedPower)} takes ${more(ifEqual)} if both are equally good, ${more(ifAsSeen)} if the difference is as seen.`;
}

function neededForBreaks({ ifAsSeen }: MoreCases): string {
  return `To tell with ${percent(wantedPower)} whether it breaks more often takes ${more(ifAsSeen)}, if it does so as often as seen.`;
}

function more(count: number | null): string {
  return count === null ? 'more cases than can be asked' : `about ${number(count)} more cases`;
}

function gainsAndLosses({ gains, losses }: Metric): string {
  return `${number(gains)} ${gains === 1 ? 'case' : 'cases'} gained, ${number(losses)} lost.`;
}

function breaks({ newBreaks, healedBreaks }: Evidence, { allowedNewBreaks }: ComparisonPolicy): string {
  const healed = healedBreaks > 0 ? ` ${number(healedBreaks)} of the current model’s are gone.` : '';
  if (newBreaks === 0) return `No new hard break.${healed}`;
  const allowed = allowedNewBreaks === 0 ? 'none is allowed' : `${number(allowedNewBreaks)} allowed`;
  return `New hard breaks in ${number(newBreaks)} ${newBreaks === 1 ? 'case' : 'cases'}; ${allowed}.${healed}`;
}

const confidence = ({ alpha }: ComparisonPolicy) => `${number(100 * (1 - alpha))} %`;
const percent = (part: number) => `${(100 * part).toFixed(1)} %`;
const size = (part: number) => `${number(100 * part)} points`;
const pValue = (p: number) => (p < 0.001 ? '< 0.001' : `= ${p.toFixed(3)}`);

const points = (part: number) => `${signed(part)} points`;

function signed(part: number): string {
  return `${part < 0 ? '−' : '+'}${Math.abs(100 * part).toFixed(1)}`;
}

function number(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
}
