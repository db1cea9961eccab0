import { describe, expect, it } from 'vitest';
import type { ReportedCase } from '../../../domain/cases/comparison-report.ts';
import type { CaseEntry } from '../../../templates/report/case-record.ts';
import { reportPage } from '../../../templates/report/report-page.ts';
import { aCall, aCase, answered, aReport, each, failedCall, whole } from './compared.ts';
import { supportCases } from './support-cases.ts';

const hostile = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '\u202Eevil\u202C \0 \uD800 ＜b＞',
];

const pageOf = (cases: readonly ReportedCase[], overrides: Parameters<typeof aReport>[1] = {}) =>
  whole(reportPage(aReport(cases, overrides), each(cases)));

function dataIn<Data>(page: string, attribute: string): Data[] {
  const scripts = page.matchAll(
    new RegExp(`<script type="application/json" ${attribute}>(?<json>[^<]*)</script>`, 'g'),
  );
  return [...scripts].map(({ groups }) => JSON.parse(groups?.['json'] ?? '') as Data);
}

describe('reportPage', () => {
  it('says first what the verdict is, then breaks, metrics, latency, cost, cases, failures and evidence', async () => {
    const page = await pageOf(supportCases(300, { losses: 0.15, gains: 0.02 }));

    expect(page).toContain('<title>Regressed: anthropic.claude-sonnet-5 does worse than');
    const headings = [...page.matchAll(/<h[12] id="(?<id>\w+)"/g)].map(({ groups }) => groups?.['id']);
    const order = [
      'verdict',
      'breaks',
      'failing',
      'metrics',
      'latency',
      'cost',
      'judge',
      'power',
      'cases',
      'failures',
      'evidence',
    ];
    expect(headings).toEqual(order);
  });

  it('says how many more cases would settle what is inconclusive', async () => {
    const page = await pageOf(supportCases(40, { losses: 0.05, gains: 0.05 }));

    expect(page).toContain('<title>Inconclusive: this run does not show');
    expect(page).toMatch(/What would settle it<\/b>, with a chance of 80\.0 %:<\/p><ul><li><b>about [\d,]+ more cases/);
  });

  it('holds every case once, in pieces of 50', async () => {
    const cases = supportCases(120, { losses: 0.1, gains: 0.02 });

    const page = await pageOf(cases);

    const [entries = []] = dataIn<CaseEntry[]>(page, 'id="entries"');
    expect(entries.map(({ id }) => id)).toEqual(cases.map(({ caseId }) => caseId));
    const chunks = dataIn<{ prompt: string }[]>(page, 'class="cases-data"');
    expect(chunks.map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(chunks.flat().map(({ prompt }) => prompt)).toEqual(cases.map(({ prompt }) => prompt));
  });

  it.each(hostile)('lets nothing out of its place: %j', async (text) => {
    const call = { ...aCall('candidate', text), attempt: answered(false, ['malformed']) };
    const tools = [{ name: text, input: { [text]: text } }];
    const answer = call.answer && { ...call.answer, toolCalls: tools, stopReason: text };
    const cases = [
      aCase({ caseId: text, prompt: text, expected: text, tags: { [text]: text }, candidate: { ...call, answer } }),
      aCase({ caseId: `${text} failed`, candidate: failedCall('candidate', text, text) }),
    ];
    const { evidence, cost, ...report } = aReport(cases);

    const hurt = await pageOf(cases, {
      ...report,
      evidence: { ...evidence, current: text, candidate: text, region: text, dataset: { file: text, sha256: text } },
      cost: { ...cost, basis: text },
      notes: [text],
    });

    const tags = (page: string) => [...page.matchAll(/<\/?[a-z!][^\s>]*/gi)].map(([tag]) => tag).join(' ');
    const tame = await pageOf(
      cases.map((kase, index) => ({ ...kase, caseId: `x${index}`, prompt: 'x', expected: 'x', tags: { x: 'x' } })),
      { notes: ['x'] },
    );
    const links = (page: string) => tags(page).replaceAll(/ ?<\/?script/g, '');
    expect(links(hurt)).toBe(links(tame));
    expect(hurt).not.toContain('\0');
    const [records = []] = dataIn<{ prompt: string }[]>(hurt, 'class="cases-data"');
    expect(records[0]?.prompt).toBe(text);
  });

  it('carries 100,000 characters of a text, and counts what is left out', async () => {
    const page = await pageOf([aCase({ candidate: aCall('candidate', 'a'.repeat(100_500)) })]);

    expect(page).toContain(`${'a'.repeat(100_000)}\\n[500 more characters are not shown]`);
    expect(page).not.toContain('a'.repeat(100_001));
  });

  it('loads nothing, and runs no script but its own', async () => {
    const page = await pageOf(supportCases(20, { losses: 0, gains: 0 }));

    expect(page).toMatch(
      /content="default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; img-src data:; base-uri 'none'/,
    );
    expect(page.replaceAll("xmlns='http://www.w3.org/2000/svg'", '')).not.toMatch(/https?:|@import|url\((?!#)/);
  });

  it('says what the judge is worth, what was kept, and what was repeated', async () => {
    const cases = supportCases(30, { losses: 0, gains: 0 });
    const { evidence } = aReport(cases);
    const judge = { modelId: 'amazon.nova-pro-v1:0', rubricHash: 'abc', isCompared: true };

    const page = await pageOf(cases, {
      evidence: { ...evidence, repeats: 3, judge },
      judgeConsistency: null,
      worst: [],
      notes: ['30 answers were kept.'],
    });

    expect(page).toContain('It said nothing that could be read.');
    expect(page).toContain('The judge is one of the two models it judges.');
    expect(page).toContain('Each was asked 3 times; one of these is shown.');
    expect(page).toContain('30 answers were kept.');
  });

  it('has something to say also of no case, no price and no judge', async () => {
    const { evidence, cost } = aReport([]);

    const page = await pageOf([], {
      evidence: { ...evidence, judge: null },
      cost: { ...cost, current: null, candidate: null, judge: null, basis: 'no price of these models is known' },
    });

    expect(page).toContain('No case was compared.');
    expect(page).toContain('Nobody judged the answers.');
    expect(page).toContain('no price known');
    expect(page).toContain('None: every call shown was answered.');
  });
});
