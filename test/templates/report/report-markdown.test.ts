import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { reportMarkdown } from '../../../templates/report/report-markdown.ts';
import { metricLine, verdictHeadline } from '../../../templates/report/words-verdict.ts';
import { aCall, aCase, answered, aReport } from './compared.ts';
import { supportCases } from './support-cases.ts';

const planted = aReport(supportCases(400, { losses: 0.11, gains: 0.025 }));

describe('reportMarkdown', () => {
  it('says the verdict, its numbers, the new breaks by case, the cost and where the whole report is', () => {
    const text = reportMarkdown(planted, 'https://reports.example.com/run.html');

    expect(text).toMatch(/^## Regressed: anthropic\.claude-sonnet-5 does worse than/);
    expect(text).toContain('| **pass** (primary) |');
    expect(text).toMatch(/- call failed, \d+ cases: `support-\d+`/);
    expect(text).toContain('The candidate costs 0.66 times what the current model does.');
    expect(text).toContain('[every case side by side](https://reports.example.com/run.html)');
  });

  it.each`
    weekly                                         | words                                                                                                                                       | why
    ${{}}                                          | ${'cost $16.20 now, $33.00 in extended access, about $9.50 on the candidate, which took 1.2 times the tokens in and 0.95 times those out.'} | ${'all is known'}
    ${{ candidate: null, ratio: null, now: null }} | ${'cost no price known now, $33.00 in extended access, no price known on the candidate.'}                                                   | ${'little is known'}
    ${{ extendedAccess: null }}                    | ${'$16.20 now, no price known in extended access'}                                                                                          | ${'nobody told a price'}
  `('says what a week of the team’s own tokens costs: $why', ({ weekly, words }: { weekly: object; words: string }) => {
    const extendedAccess = 'extendedAccess' in weekly ? null : { input: 0.006, output: 0.03 };
    const volume = { inputTokens: 2_700_000, outputTokens: 540_000, extendedAccess };
    const known = { volume, now: 16.2, extendedAccess: 33, candidate: 9.5, ratio: { input: 1.2, output: 0.95 } };
    const report = aReport([aCase()], { weekly: { ...known, ...weekly } });

    expect(reportMarkdown(report, 'report.html')).toContain(words);
    expect(reportMarkdown(report, 'report.html')).toContain('Your own 2,700,000 tokens in and 540,000 out a week');
  });

  it('names a file that is nowhere on the web', () => {
    expect(reportMarkdown(planted, '/home/me/runs/report.html')).toContain('`/home/me/runs/report.html`');
  });

  it('stays short with 10,000 new breaks', () => {
    const cases = Array.from({ length: 10_000 }, (_, index) =>
      aCase({ caseId: `case-${index}`, candidate: aCall('candidate', '', { attempt: answered(false, ['empty']) }) }),
    );

    const text = reportMarkdown(aReport(cases), 'report.html');

    expect(text).toContain(
      'empty answer, 10,000 cases: `case-0`, `case-1`, `case-2`, `case-3`, `case-4` and 9,995 more',
    );
    expect(text.length).toBeLessThan(4000);
  });

  it('lets no text from outside become markup', () => {
    const caseId = '`|<img src=x>@everyone';
    const cases = [aCase({ caseId, candidate: aCall('candidate', '', { attempt: answered(false, ['empty']) }) })];
    const report = aReport(cases, { notes: ['<script>alert(1)</script> @everyone ![x](https://evil.test)'] });

    const html = marked.parse(reportMarkdown(report, 'report.html'), { async: false });

    expect(html).not.toMatch(/<script|<img|@everyone (?!<)/);
  });
});

describe('the words of a verdict', () => {
  it('says in a line what a metric shows', () => {
    const [primary] = planted.conclusion.metrics;

    expect(primary && metricLine(primary)).toBe(
      'pass (primary): 94.3 % → 84.0 %, −10.3 points (−14.1 to −6.8), p < 0.001 after Holm, 9 gained and 50 lost of 400 cases',
    );
  });

  it.each([
    [400, 0, /^Ready: anthropic\.claude-sonnet-5 can replace anthropic\.claude-sonnet-4-5/],
    [400, 300, /^Regressed: anthropic\.claude-sonnet-5 does worse than/],
    [10, 0, /^Inconclusive: this run does not show whether anthropic\.claude-sonnet-5 can replace/],
  ])('of %i cases, %i of them worse', (count, worse, headline) => {
    const cases = Array.from({ length: count }, (_, index) =>
      aCase({ caseId: `case-${index}`, candidate: aCall('candidate', 'x', { attempt: answered(index >= worse) }) }),
    );

    expect(verdictHeadline(aReport(cases))).toMatch(headline);
  });
});
