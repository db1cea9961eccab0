import type { DateTime } from 'luxon';
import type { ComparisonRun, ComparisonSummary } from '../../domain/comparison-run.ts';
import type { Sample } from '../../templates/console/preview-page.ts';
import { newsMessage } from '../../templates/news-message.ts';
import { joinedRunMessage, runFailedMessage, runProgressMessage } from '../../templates/run-progress-message.ts';
import { sampleSituation, sonnet45, sonnet5 } from './sample-situations.ts';

/** A comparison from its request to its verdict. */
export function runSamples(now: DateTime): Sample[] {
  const at = (minutesAgo: number) => now.toUTC().minus({ minutes: minutesAgo }).toISO() ?? '';
  const run: ComparisonRun = {
    runId: '20261120-0900-sonnet-5',
    status: 'requested',
    current: sonnet45,
    candidate: sonnet5,
    region: 'us-east-1',
    dataset: 's3://example-corp-cases/payments.jsonl',
    sample: null,
    judge: null,
    budget: 10,
    migrationIds: [`${sonnet45}/payments`],
    requestedBy: 'U0ANA',
    at: at(6),
    told: {},
    progress: null,
    endedAt: null,
    reason: null,
    version: 1,
  };
  const progress = { done: 312, of: 800, failed: 3, cost: 1.24 };
  const summary: ComparisonSummary = {
    ...run,
    verdict: { kind: 'ready', reasons: ['Sonnet 5 does at least as well within 5 points, beyond doubt.'] },
    cases: 400,
    answered: 397,
    failed: 3,
    primary: { name: 'checks passed', difference: 0.013, interval: [-0.012, 0.037] },
    newBreaks: 0,
    worst: [],
    report: `https://sundial.example.com/runs/${run.runId}/report`,
    concludedAt: at(0),
  };
  const regressed: ComparisonSummary = {
    ...summary,
    verdict: { kind: 'regressed', reasons: ['9 of 400 answers break where the current model’s do not.'] },
    primary: { name: 'checks passed', difference: -0.071, interval: [-0.104, -0.038] },
    newBreaks: 9,
    worst: [
      { caseId: 'refund-0042', kind: 'schema' },
      { caseId: 'refund-0117', kind: 'refusal' },
      { caseId: 'tariff-0003', kind: 'lost' },
    ],
  };
  const unclear: ComparisonSummary = {
    ...summary,
    verdict: { kind: 'inconclusive', reasons: ['40 cases are too few to tell; about 350 more would settle it.'] },
    cases: 40,
    answered: 40,
    failed: 0,
    primary: { name: 'checks passed', difference: -0.025, interval: [-0.12, 0.07] },
  };
  const situation = sampleSituation({ modelId: sonnet45 }, now);
  const shown = (title: string, message: Extract<Sample, { kind: 'message' }>['message']): Sample => ({
    title,
    kind: 'message',
    message,
  });
  const told = (title: string, more: Partial<ComparisonRun>) =>
    shown(title, runProgressMessage({ ...run, startedAt: at(5), ...more }, now));
  const verdict = (title: string, comparison: ComparisonSummary) =>
    shown(title, newsMessage([{ kind: 'compared', comparison }], situation));

  return [
    told('Asked for', {}),
    told('Running', { status: 'running', progress }),
    told('Concluded', { status: 'concluded', progress: { ...progress, done: 800 }, endedAt: at(0), summary }),
    told('Cancelled', { status: 'cancelled', progress, endedAt: at(0), reason: 'U0BEN' }),
    shown('Somebody else asks for the same', joinedRunMessage(run, 'U0BEN', 5)),
    shown('Failed', runFailedMessage({ ...run, status: 'failed', reason: 'Access to the dataset was denied.' })),
    verdict('Verdict: ready', summary),
    verdict('Verdict: regressed', regressed),
    verdict('Verdict: inconclusive', unclear),
  ];
}
