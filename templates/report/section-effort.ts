import type { ComparisonReport } from '../../domain/cases/comparison-report.ts';
import { escaped } from '../console/html.ts';
import { counted } from '../text.ts';
import { outside, outsideCode } from './outside-text.ts';
import { costRatio, weeklyCostWords } from './words-cost.ts';
import { dollars, percent, size, whole } from './words-figures.ts';

/** What the run cost, and how far its judge and its size can be trusted. */
export function effortSections(report: ComparisonReport): string {
  return `<div class="columns three">${costSection(report)}${judgeSection(report)}${powerSection(report)}</div>`;
}

function costSection({ cost, weekly, conclusion, evidence, embeddingTokens }: ComparisonReport): string {
  const row = (name: string, amount: number | null, tokens: string) =>
    `<tr><th scope="row">${name}</th><td class="amount">${dollars(amount)}</td><td>${tokens}</td></tr>`;
  const tokens = ({ inputTokens, outputTokens }: typeof conclusion.current) =>
    `${whole(inputTokens)} in, ${whole(outputTokens)} out`;
  return [
    '<section class="card" aria-labelledby="cost"><h2 id="cost">Cost</h2>',
    '<table><thead><tr><th scope="col">Model</th><th scope="col">US $</th><th scope="col">Tokens</th></tr></thead><tbody>',
    row('current', cost.current, tokens(conclusion.current)),
    row('candidate', cost.candidate, tokens(conclusion.candidate)),
    evidence.judge ? row('judge', cost.judge, '') : '',
    evidence.embedding ? row('embeddings', cost.embedding, `${whole(embeddingTokens)} in`) : '',
    `</tbody></table><p>${escaped(costRatio(cost))}</p>${weekly ? `<p>${escaped(weeklyCostWords(weekly))}</p>` : ''}<p class="quiet">Basis: ${outside(cost.basis)}.</p></section>`,
  ].join('');
}

function judgeSection({ evidence: { judge }, judgeConsistency }: ComparisonReport): string {
  const words =
    judge === null
      ? ['<p>Nobody judged the answers.</p>']
      : [
          judgeConsistency === null
            ? '<p>It said nothing that could be read.</p>'
            : `<p>Said the same in both orders for <b>${percent(judgeConsistency)}</b> of the cases. Where it did not, the case counts as a tie.</p>`,
          judge.isCompared ? '<p class="warned"><b>The judge is one of the two models it judges.</b></p>' : '',
          `<p class="quiet">${outsideCode(judge.modelId)} saw both answers blind, in both orders. Rubric ${outsideCode(judge.rubricHash)}.</p>`,
        ];
  return `<section class="card" aria-labelledby="judge"><h2 id="judge">Judge</h2>${words.join('')}</section>`;
}

function powerSection({ conclusion: { planned, metrics, current, candidate }, evidence }: ComparisonReport): string {
  const { assumedDiscordance, readyIfEqual, regressedIfWorse, casesWanted } = planned;
  const worse = Math.min(2 * evidence.policy.margin, assumedDiscordance);
  const [primary] = metrics;
  const noise = [current.noise, candidate.noise].map((part) => (part === null ? 'not known' : percent(part)));
  return [
    '<section class="card" aria-labelledby="power"><h2 id="power">Power</h2>',
    `<p><b>Before the run</b>, were the models to differ in ${percent(assumedDiscordance)} of cases: ready with a chance of <b>${percent(readyIfEqual)}</b> if equally good, regressed with <b>${percent(regressedIfWorse)}</b> if worse by ${size(worse)}.`,
    ` ${casesWanted === null ? 'No affordable number of cases' : `About ${counted(casesWanted, 'case')}`} would make the first 80.0 %.</p>`,
    primary
      ? `<p><b>After it</b>, by how often they did differ: an equally good candidate is found ready with a chance of <b>${percent(primary.power)}</b>.</p>`
      : '',
    evidence.repeats > 1
      ? `<p class="quiet">Each case was asked ${whole(evidence.repeats)} times. Two answers of the same model to the same case differ in passing with a chance of ${noise[0]} (current) and ${noise[1]} (candidate).</p>`
      : '',
    '</section>',
  ].join('');
}
