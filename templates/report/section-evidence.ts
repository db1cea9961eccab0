import type { RunEvidence } from '../../domain/cases/comparison-report.ts';
import { momentOf } from '../console/html.ts';
import { outside, outsideCode } from './outside-text.ts';
import { confidence, percent, size, whole } from './words-figures.ts';

/** All that it takes to run it again. */
export function evidenceSection(evidence: RunEvidence): string {
  const { policy, dataset, judge, embedding, bertScore } = evidence;
  const rows: readonly (readonly [string, string])[] = [
    ['Run', outsideCode(evidence.runId)],
    ['Started', `${momentOf(evidence.startedAt, 'utc')} UTC`],
    ['Current model', outsideCode(evidence.current)],
    ['Candidate', outsideCode(evidence.candidate)],
    ['Region', outsideCode(evidence.region)],
    ['Dataset', `${outsideCode(dataset.file)}<br>SHA-256 ${outsideCode(dataset.sha256)}`],
    ['Judge', judge ? `${outsideCode(judge.modelId)}, rubric ${outsideCode(judge.rubricHash)}` : 'none'],
    ...(embedding ? [['Similarity by', outsideCode(embedding.modelId)] as const] : []),
    ...(bertScore ? [['BERTScore by', measuredBy(bertScore)] as const] : []),
    ['Times each case was asked', whole(evidence.repeats)],
    ['Seed', outsideCode(String(evidence.seed))],
    ['Margin', size(policy.margin)],
    ['Confidence', confidence(policy.alpha)],
    ['New hard breaks allowed', whole(policy.allowedNewBreaks)],
    ['Assumed before the run', `the models differ in ${percent(policy.assumedDiscordance)} of cases`],
    ['Sundial', outside(evidence.sundial)],
  ];
  return `<section aria-labelledby="evidence"><h2 id="evidence">Evidence</h2><p class="lead">What it takes to run this again.</p><dl class="evidence">${rows
    .map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`)
    .join('')}</dl></section>`;
}

function measuredBy({ by, sha256 }: NonNullable<RunEvidence['bertScore']>): string {
  return `${outside(by)}${sha256 === undefined ? '' : `<br>SHA-256 ${outsideCode(sha256)}`}`;
}
