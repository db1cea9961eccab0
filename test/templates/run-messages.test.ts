import { describe, expect, it } from 'vitest';
import type { ComparisonRun, ComparisonSummary } from '../../domain/comparison-run.ts';
import { blockProblems } from '../../templates/block-limits.ts';
import { markdown, mrkdwn } from '../../templates/markup.ts';
import { joinedRunMessage, runFailedMessage, runProgressMessage } from '../../templates/run-progress-message.ts';
import { comparisonWords } from '../../templates/words-comparison.ts';
import { aRun, aSummary } from '../builders/comparison.ts';
import { wordsOf } from '../builders/message-words.ts';
import { utc } from '../builders/situation.ts';

const now = utc('2026-11-20T09:01:40Z');
const running: Partial<ComparisonRun> = {
  status: 'running',
  startedAt: '2026-11-20T09:00:00.000Z',
  progress: { done: 400, of: 1200, failed: 3, cost: 0.42 },
};

interface Budgets {
  readonly held: number | null;
  readonly asked: number | null;
  readonly says: string;
}

const names = { current: 'old (on-demand deployment)', candidate: 'new (provisioned throughput)' };

describe('the message of a run', () => {
  it.each`
    run                                                                                    | words
    ${{}}                                                                                  | ${'Preparing: the cases are read and checked'}
    ${{ status: 'running' }}                                                               | ${'The models are being asked.'}
    ${running}                                                                             | ${'██████░░░░░░░░░░░░░░ 400 of 1,200 calls, 3 failed, $0.42 so far, 4 a second, about 4 min left'}
    ${{ ...running, progress: { done: 0, of: 0, failed: 0, cost: null } }}                 | ${'0 of 0 calls'}
    ${{ status: 'concluded', summary: aSummary() }}                                        | ${'Done, over 400 cases. *Regressed*: `anthropic.claude-sonnet-5` does worse than'}
    ${{ status: 'failed', reason: 'There is no such object.' }}                            | ${'Failed.\nThere is no such object.'}
    ${{ ...running, engine: 'batch', progress: { done: 0, of: 200, failed: 0, cost: 0 } }} | ${'Amazon Bedrock works on the batch of each model: this takes hours, at most three days.'}
    ${{ ...running, status: 'cancelled', reason: 'U0000000002' }}                          | ${'Cancelled by <@U0000000002>.\n400 of 1,200 calls'}
    ${{ names }}                                                                           | ${'*Comparison of `old (on-demand deployment)` with `new (provisioned throughput)` in us-east-1*'}
    ${{ status: 'concluded', summary: aSummary({ names }) }}                               | ${'*Regressed*: `new (provisioned throughput)` does worse than `old (on-demand deployment)`'}
    ${{ requestedBy: null }}                                                               | ${'asked for by a policy or a program'}
    ${{ requestedBy: 'U0000000001' }}                                                      | ${'asked for by <@U0000000001>'}
  `('$words', ({ run, words }: { run: Partial<ComparisonRun>; words: string }) => {
    expect(wordsOf(runProgressMessage(aRun(run), now))).toContain(words);
  });

  it.each`
    run                                                                                        | buttons                         | why
    ${{}}                                                                                      | ${['cancel-run']}               | ${'it may be cancelled from the start'}
    ${running}                                                                                 | ${['cancel-run']}               | ${'and while it goes on'}
    ${{ status: 'concluded', summary: aSummary() }}                                            | ${['open-report', 'ask-again']} | ${'there is a report now, and cases that failed'}
    ${{ status: 'concluded', summary: aSummary({ worst: [] }) }}                               | ${['open-report']}              | ${'nothing failed that could be asked again'}
    ${{ status: 'concluded', summary: aSummary({ verdict: { kind: 'ready', reasons: [] } }) }} | ${['open-report']}              | ${'nothing need be asked again'}
    ${{ status: 'concluded', summary: aSummary({ report: null }) }}                            | ${['ask-again']}                | ${'nobody can open the report'}
    ${{ status: 'concluded', summary: aSummary({ report: '/tmp/report.html', worst: [] }) }}   | ${[]}                           | ${'a file is no page'}
    ${{ status: 'cancelled', reason: 'U1' }}                                                   | ${[]}                           | ${'it is over'}
    ${{ status: 'failed', reason: 'no case' }}                                                 | ${[]}                           | ${'it is over'}
  `('has the buttons $buttons: $why', ({ run, buttons }: { run: Partial<ComparisonRun>; buttons: string[] }) => {
    const { blocks } = runProgressMessage(aRun(run), now);
    const ids = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : [])).map((one) => one.action_id);

    expect(ids).toEqual(buttons);
  });

  it.each`
    held    | asked   | says
    ${null} | ${null} | ${'It has no budget.'}
    ${5}    | ${null} | ${'The budget that the run has holds: $5.00.'}
    ${5}    | ${9}    | ${'The budget that the run has holds: $5.00.'}
    ${2}    | ${2}    | ${'The budget that <@U0000000002> gave holds, since no other is smaller: $2.00.'}
  `('says to who joins whose run it is, and which budget holds: $says', ({ held, asked, says }: Budgets) => {
    const words = wordsOf(joinedRunMessage(aRun({ budget: held }), 'U0000000002', asked));

    expect(words).toContain('asked for by <@U0000000001>');
    expect(words).toContain(says);
  });

  const nasty = '<!channel> & *bold* `code` '.repeat(200);
  it.each(['requested', 'running', 'concluded', 'failed', 'cancelled'] as const)(
    'is one that Slack takes when it is %s, whatever it is called',
    (status) => {
      const run = aRun({ ...running, status, current: nasty, dataset: nasty, reason: nasty, summary: aSummary() });

      expect(blockProblems(runProgressMessage(run, now))).toEqual([]);
      expect(blockProblems(runFailedMessage(run))).toEqual([]);
      expect(blockProblems(joinedRunMessage(run, nasty, 5))).toEqual([]);
      expect(JSON.stringify(runProgressMessage(run, now))).not.toContain('<!channel>');
    },
  );
});

describe('the words of a verdict', () => {
  it.each`
    summary                                               | first
    ${{ verdict: { kind: 'ready', reasons: [] } }}        | ${'*Ready*: `anthropic.claude-sonnet-5` can replace'}
    ${{ verdict: { kind: 'regressed', reasons: [] } }}    | ${'*Regressed*: `anthropic.claude-sonnet-5` does worse than'}
    ${{ verdict: { kind: 'inconclusive', reasons: [] } }} | ${'*Inconclusive*: the comparison does not show whether'}
  `('begin with it: $first', ({ summary, first }: { summary: Partial<ComparisonSummary>; first: string }) => {
    expect(comparisonWords(aSummary(summary), mrkdwn)[0]).toContain(first);
  });

  it('give the numbers, the worst cases by id and kind, what to do next and the report', () => {
    expect(comparisonWords(aSummary(), mrkdwn).slice(1)).toEqual([
      aSummary().verdict.reasons[0],
      aSummary().verdict.reasons[1],
      'Worst: `refund-7` (cut off at the token limit), `refund-9` (passed before, fails now).',
      '*Next:* read the lost cases in the report; change the prompts for the new model or choose another one, and compare again.',
      'Compared over 400 cases of s3://example-corp-cases/payments.jsonl, 1 of them not answered by both, in us-east-1.',
      '<https://example.com/report.html|The whole report>',
    ]);
  });

  it('say what was simulated', () => {
    const notes = ['Both models are simulated on this machine.'];

    expect(comparisonWords(aSummary({ notes }), markdown)).toContain(notes[0]);
  });

  it.each`
    newBreaks | says
    ${0}      | ${'compare again with more cases'}
    ${3}      | ${'look at the new breaks in the report'}
  `(
    'say what would settle what is open with $newBreaks new breaks',
    ({ newBreaks, says }: { newBreaks: number; says: string }) => {
      const words = comparisonWords(aSummary({ verdict: { kind: 'inconclusive', reasons: [] }, newBreaks }), mrkdwn);

      expect(words.join('\n')).toContain(says);
    },
  );

  it('hold where there was no metric, no interval and nobody looked for the worst', () => {
    const { worst, notes, ...summary } = aSummary({ primary: null, report: null });

    expect(worst && notes).toBeDefined();
    const bare: ComparisonSummary = {
      ...summary,
      verdict: { kind: 'inconclusive', reasons: [] },
      newBreaks: 0,
      failed: 0,
    };
    expect(comparisonWords(bare, mrkdwn).join('\n')).not.toMatch(/undefined|null|Worst/);
    const primary = { name: 'pass', difference: 0, interval: null };
    expect(comparisonWords({ ...bare, primary }, mrkdwn).slice(1, 3)).toEqual([
      'pass: 0.0 points.',
      'No new hard break.',
    ]);
    const sure = { ...primary, interval: [-0.01, 0.01] as const };
    expect(comparisonWords({ ...bare, primary: sure, newBreaks: 1 }, mrkdwn).slice(1, 3)).toEqual([
      'pass: 0.0 points (−1.0 to +1.0).',
      '1 new hard break.',
    ]);
  });
});
